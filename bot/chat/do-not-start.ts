import type { EventOf } from '../failback/events.ts';
import type { Failback } from '../failback/failback.ts';
import { DO_NOT_START } from '../failback/readiness.ts';
import { hasItem, type RecoveryPlanTarget, type Target } from '../failback/target.ts';
import { phrase } from '../failback/words.ts';
import type { Desk } from './desk.ts';
import type { Part } from './message.ts';
import { list, paragraph } from './say.ts';
import { shownName } from './shorten.ts';

/** So many marked VMs are named; the rest is counted. */
const MAX_NAMED = 20;

/** Whether the last failback of this VM left its on-premises disks inconsistent. */
export async function mustNotBeStarted(
  target: Target,
  { failbacks }: Pick<Desk, 'failbacks'>,
): Promise<boolean> {
  const last = await failbacks.lastOf(target);
  return last?.doNotStart ?? false;
}

/** What a new failback of this VM takes over from the last one: the mark, and what is to be put back on-premises. */
export async function markOf(
  target: Target,
  { failbacks }: Pick<Desk, 'failbacks'>,
): Promise<Pick<EventOf<'requested'>, 'doNotStart' | 'left'>> {
  const last = await failbacks.lastOf(target);
  if (!last?.doNotStart) return {};
  const { host, startAction } = last;
  return {
    doNotStart: true,
    ...(host && { left: { host, ...(startAction && { startAction }) } }),
  };
}

/** The marked VMs by name, where a message is about many; nothing where there is none. */
export function markedPart(marked: readonly Failback[]): readonly Part[] {
  if (marked.length === 0) return [];
  const named = marked
    .slice(0, MAX_NAMED)
    .map(({ id, target, host }) => [
      { bold: shownName(target.name) },
      host === undefined ? ` (${id})` : ` (${host.name}, ${id})`,
    ]);
  const left = marked.length - named.length;
  return [
    paragraph({ bold: DO_NOT_START }, ' ', phrase('This is so for these VMs:')),
    list(left > 0 ? [...named, [phrase('and {left} more', { left })]] : named),
  ];
}

/** The warning for one VM; undefined where it may be started. */
export const markPart = ({ doNotStart }: Pick<Failback, 'doNotStart'>): Part | undefined =>
  doNotStart ? paragraph({ bold: DO_NOT_START }) : undefined;

/** The VMs of a plan whose on-premises VM must not be started: a plan's mark stays with the VMs that did not come home since. */
export async function markedVmsOf(
  { vault, items }: RecoveryPlanTarget,
  desk: Pick<Desk, 'failbacks'>,
): Promise<ReadonlySet<string>> {
  const marked = await desk.failbacks.listMarked();
  const found = new Set<string>();
  for (const { itemId, name } of items) {
    if (!marked.some(({ target }) => hasItem(target, vault, itemId))) continue;
    if (await mustNotBeStarted({ kind: 'protectedItem', vault, itemId, name }, desk))
      found.add(itemId.toLowerCase());
  }
  return found;
}
