import { wayBackFromNowhere } from '../holds/way-back.ts';
import type { ProtectedItem } from '../ports/site-recovery.ts';
import { isCommitted, isSameItem, itemSight } from '../site-recovery/observed-item.ts';
import type { RecoveryPlanTarget } from '../site-recovery/target.ts';
import type { FailbackEvent } from '../state/events.ts';
import type { Failback } from '../state/failback.ts';
import { evidenceOf, held } from '../state/holds.ts';
import { withdraw } from '../state/withdraw.ts';
import { coded } from '../words/coded.ts';
import { committedElsewhere, startedElsewhere } from './observe.ts';
import { observeProtection, type Surroundings } from './protection.ts';

interface Seen {
  readonly name: string;
  readonly itemId: string;
  readonly item: ProtectedItem | undefined;
}

/** What was seen of the items of a recovery plan, all in one picture: those that changed, and what they mean together. */
export function observePlan(
  failback: Failback,
  target: RecoveryPlanTarget,
  { items, ...around }: Surroundings & { readonly items: ReadonlyMap<string, ProtectedItem> },
): readonly FailbackEvent[] {
  const seen = target.items.map(
    ({ name, itemId }): Seen => ({ name, itemId, item: items.get(itemId.toLowerCase()) }),
  );
  const gone = seen.filter(({ item }) => item === undefined).map(({ name }) => name);
  if (gone.length > 0) {
    const stop = held('itemGone', evidenceOf({ protectedItems: { list: gone } }), [
      wayBackFromNowhere(failback),
    ]);
    return [...withdraw(failback, coded('itemOfPlanGone')), stop];
  }
  const shown = seen.flatMap(({ name, item }) => (item === undefined ? [] : [{ name, item }]));
  return [...changedItems(failback, seen), ...together(failback, shown, around)];
}

const changedItems = ({ vms }: Failback, seen: readonly Seen[]): readonly FailbackEvent[] =>
  seen.flatMap(({ name, itemId, item }): readonly FailbackEvent[] => {
    if (item === undefined) return [];
    const sight = itemSight(item);
    return isSameItem(vms[itemId.toLowerCase()]?.item, sight)
      ? []
      : [{ type: 'itemObserved', item: sight, itemId, vmName: name }];
  });

/** What all of them mean: one that is further than the others means nothing yet. */
function together(
  failback: Failback,
  shown: readonly { readonly name: string; readonly item: ProtectedItem }[],
  around: Surroundings,
): readonly FailbackEvent[] {
  const all = shown.map(({ item }) => item);
  const outcome = observeProtection(failback, all, around);
  if (outcome !== undefined) return [...withdraw(failback, coded('vmsProtectedAgain')), outcome];
  if (failback.stage === 'awaitingCommit' && all.every(isCommitted)) {
    const why = coded('committedElsewhere');
    return [...withdraw(failback, why), committedElsewhere(failback)];
  }
  const busy = shown.find(({ item }) => item.runningScenario !== undefined);
  if (failback.stage === 'awaitingDirection' && busy?.item.runningScenario) {
    const { runningScenario } = busy.item;
    const why = coded('vmOfPlanBusy', { scenario: runningScenario.name, vm: busy.name });
    return [...withdraw(failback, why), startedElsewhere(runningScenario)];
  }
  return [];
}
