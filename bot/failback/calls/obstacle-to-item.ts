import type { ProtectedItem } from '../ports/site-recovery.ts';
import { type ItemOperation, operationList } from '../site-recovery/observed-item.ts';
import { coded } from '../words/coded.ts';
import type { Statement } from '../words/statement.ts';

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
): Statement | undefined {
  if (item === undefined) return coded('itemNotKnown');
  if (item.runningScenario) return coded('itemBusy', { scenario: item.runningScenario.name });
  if (operation === 'plannedFailover' && item.activeLocation !== 'azure') {
    return coded('vmNotInAzure', { activeLocation: item.activeLocation });
  }
  const offered = item.allowedOperations.some((name) => OFFERS[operation].includes(name));
  return offered
    ? undefined
    : coded('operationNotOffered', {
        offered: operationList(item),
        wanted: OFFERS[operation][0] ?? '',
      });
}
