import type { Job, ProtectedItem } from '../ports/site-recovery.ts';
import type { EventOf } from '../state/events.ts';
import type { Failback } from '../state/failback.ts';
import { confirmProtection, evidenceOf, held, lookAgain } from '../state/holds.ts';
import { coded, quoted } from '../words/coded.ts';
import { namedState, type Statement, stateInAzure } from '../words/statement.ts';
import { isReversed, judgeProtection } from './judge-protection.ts';

/** Initial replication of a large VM takes days; when nothing has changed for so long, somebody has to look. */
const QUIET_MS = 24 * 60 * 60_000;

/** What is around an item when it is looked at. */
export interface Surroundings {
  /** The jobs of the vault. */
  readonly jobs: Iterable<Job>;
  readonly now: number;
}

/**
 * Ends a failback whose VMs are all protected again, and stops one whose initial replication failed, or shows nothing for
 * long. Undefined as long as there is nothing to do but to wait.
 */
export function observeProtection(
  failback: Failback,
  items: readonly ProtectedItem[],
  { jobs, now }: Surroundings,
): EventOf<'ended' | 'held'> | undefined {
  const isStarted = isReversed(failback);
  // Somebody else may have brought it there while the bot asked.
  const isAsked = failback.stage === 'awaitingCommit' || failback.stage === 'awaitingReverse';
  if (!isStarted && !isAsked) return undefined;
  const all = [...jobs];
  const sights = items.map((item) => ({ item, protection: judgeProtection(failback, item, all) }));
  if (sights.every(({ protection }) => protection.is === 'healthy')) return protectedAgain(items);
  if (!isStarted) return undefined;
  for (const { item, protection } of sights)
    if (protection.is === 'failed') return replicationFailed(item, protection.job);
  const open = sights.filter(({ protection }) => protection.is !== 'healthy');
  return now - quietSince(failback) >= QUIET_MS
    ? nothingHappens(open.map(({ item }) => item))
    : undefined;
}

const protectedAgain = ({ length }: readonly ProtectedItem[]): EventOf<'ended'> => ({
  type: 'ended',
  end: 'protected',
  summary: length > 1 ? coded('vmsProtected') : coded('vmProtected'),
});

const quietSince = ({ stageSince, itemSince = 0, call }: Failback): number =>
  Math.max(stageSince, itemSince, call?.at ?? 0);

const waysOut = [lookAgain('reversing'), confirmProtection];

const replicationFailed = (item: ProtectedItem, job: Job) =>
  held(
    'replicationFailed',
    evidenceOf({
      vm: item.name,
      job: job.id,
      state: stateInAzure(job.state),
      health: namedState(item.replicationHealth),
      ...(job.errors.length > 0 && {
        errors: quoted(
          'Azure',
          job.errors.map(({ code, message }) => `${code}: ${message}`).join('\n'),
        ),
      }),
    }),
    waysOut,
  );

const protectionOf = ({
  name,
  replicationHealth: health,
  initialReplicationPercent: percent = 0,
}: ProtectedItem): Statement =>
  coded('itemReplicating', { item: name, health: namedState(health), percent });

const nothingHappens = (items: readonly ProtectedItem[]) =>
  held('notProtectedYet', evidenceOf({ notProtected: { list: items.map(protectionOf) } }), waysOut);
