import { type Job, type ProtectedItem, sameId } from '../ports/site-recovery.ts';
import type { Failback } from '../state/failback.ts';

/** What Azure shows of a VM whose reverse replication was started. */
export type Protection =
  /** Initial replication has finished: a recovery point of the VM, as it runs now, is in Azure. */
  | { readonly is: 'healthy' }
  | { readonly is: 'replicating' }
  | { readonly is: 'failed'; readonly job: Job }
  /** It looks protected, but nothing shows that initial replication has finished. */
  | { readonly is: 'unproven' };

/** The job that finishes the initial replication, by PowerShell's name for it; that it always comes is not documented. */
const INITIAL_REPLICATION = 'IrCompletion';

/**
 * Whether a VM is protected again, by several signals: the item shows the operations of a protected VM already when initial
 * replication has only been started, and its progress was recorded as 0 long after it had finished. So one of two has to
 * prove the end: the job that completes initial replication, or a recovery point from after the commit.
 */
export function judgeProtection(
  failback: Failback,
  item: ProtectedItem,
  jobs: readonly Job[],
): Protection {
  const since = unprotectedSince(failback);
  const job = initialReplicationOf(item, jobs, since);
  const point = item.lastRecoveryPointAt ?? 0;
  if (job !== undefined && FAILURES.includes(stateOf(job)) && point <= (job.endedAt ?? point))
    return { is: 'failed', job };
  if (!isProtected(item) || isUnderWay(job) || isPartly(item)) return { is: 'replicating' };
  const isFinished = job !== undefined && stateOf(job) === 'succeeded';
  return isFinished || point > since ? { is: 'healthy' } : { is: 'unproven' };
}

/** Whether reverse replication was started: what is left is the initial replication. */
export const isReversed = ({ stage, call, job }: Failback): boolean =>
  stage === 'reversing' && call?.status === 'taken' && job?.phase === 'succeeded';

/** From here on nothing that Azure had received before counts. */
const unprotectedSince = ({ unprotectedFrom, downUntil, stageSince }: Failback): number =>
  unprotectedFrom ?? downUntil ?? stageSince;

function initialReplicationOf(
  { id, vmId }: ProtectedItem,
  jobs: readonly Job[],
  since: number,
): Job | undefined {
  const names = [id.split('/').at(-1) ?? '', vmId ?? ''].filter((name) => name !== '');
  return jobs
    .filter(
      ({ scenario, targetId, startedAt = 0 }) =>
        scenario === INITIAL_REPLICATION &&
        startedAt >= since &&
        names.some((name) => sameId(name, targetId)),
    )
    .toSorted((a, b) => (a.startedAt ?? 0) - (b.startedAt ?? 0))
    .at(-1);
}

const FAILURES: readonly string[] = ['failed', 'cancelled'];

const stateOf = ({ state }: Job): string => state.toLowerCase();

const isUnderWay = (job: Job | undefined): boolean =>
  job !== undefined && ![...FAILURES, 'succeeded'].includes(stateOf(job));

const isPartly = ({ initialReplicationPercent: percent = 0 }: ProtectedItem): boolean =>
  percent > 0 && percent < 100;

/** Home and replicating: what Azure shows of a protected VM, whatever it calls the state. Never with a commit pending. */
export function isProtected(item: ProtectedItem): boolean {
  return (
    item.activeLocation === 'onPremises' &&
    item.runningScenario === undefined &&
    item.allowedOperations.includes('UnplannedFailover') &&
    !item.allowedOperations.includes('Commit') &&
    item.replicationHealth.toLowerCase() === 'normal'
  );
}
