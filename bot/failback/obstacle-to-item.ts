import { operationList } from './operation-list.ts';
import type { ProtectedItem } from './ports/site-recovery.ts';
import { phrase, type Words } from './words.ts';

/** Calls that are made about a protected item, or about all items of a plan. The others are about a job. */
export type ItemOperation = 'plannedFailover' | 'commit' | 'reverseReplicate';

/** The allowed operations that stand for a call. A failback is offered as `Failback`, though the call is plannedFailover. */
const OFFERS: Readonly<Record<ItemOperation, readonly string[]>> = {
  plannedFailover: ['Failback', 'PlannedFailover'],
  commit: ['Commit'],
  reverseReplicate: ['ReverseReplicate'],
};

/** Why Azure would not take a call about an item now; undefined when it would. */
export function obstacleToItem(
  operation: ItemOperation,
  item: ProtectedItem | undefined,
): Words | undefined {
  if (item === undefined) return phrase('Azure does not know the protected item any more');
  if (item.runningScenario)
    return phrase('Azure is running {name} on it', { name: item.runningScenario.name });
  if (operation === 'plannedFailover' && item.activeLocation !== 'azure') {
    return phrase('the VM does not run in Azure, Azure says {activeLocation}', {
      activeLocation: item.activeLocation,
    });
  }
  const offered = item.allowedOperations.some((name) => OFFERS[operation].includes(name));
  return offered
    ? undefined
    : phrase('Azure offers {offered}, not {wanted}', {
        offered: operationList(item),
        wanted: OFFERS[operation][0] ?? '',
      });
}
