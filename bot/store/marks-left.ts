import type { Mark } from '../failback/on-premises/on-premises-vm.ts';
import { sameId } from '../failback/ports/site-recovery.ts';
import { type Target, vmsOf } from '../failback/site-recovery/target.ts';
import { marksIn } from '../failback/state/coming-home.ts';
import type { EventOf } from '../failback/state/events.ts';
import type { FailbackRepository } from './failback-repository.ts';

interface Repositories {
  readonly failbacks: Pick<FailbackRepository, 'lastOf'>;
}

type Marks = Pick<EventOf<'requested'>, 'marks'>;

/** What the last failback of each VM of a target has left on-premises. */
export async function marksOf(
  target: Target,
  { failbacks }: Repositories,
): Promise<readonly Mark[]> {
  const { vault } = target;
  const marks: Mark[] = [];
  for (const { itemId, name } of vmsOf(target)) {
    const last = await failbacks.lastOf({ kind: 'protectedItem', vault, itemId, name });
    if (last !== undefined) marks.push(...marksOn(marksIn(last), itemId));
  }
  return marks;
}

/** What a new failback takes over from the last ones of its VMs: the marks, and what is to be put back on-premises. */
export async function markOf(target: Target, desk: Repositories): Promise<Marks> {
  const marks = await marksOf(target, desk);
  return marks.length === 0 ? {} : { marks };
}

/** The marks of one VM of several. */
const marksOn = (marks: readonly Mark[], itemId: string): readonly Mark[] =>
  marks.filter((mark) => sameId(mark.itemId, itemId));
