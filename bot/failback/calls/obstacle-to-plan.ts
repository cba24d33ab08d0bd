import type { ItemOperation } from '../site-recovery/observed-item.ts';
import { changeOfPlan, type PlanSnapshot } from '../site-recovery/plan-snapshot.ts';
import { coded } from '../words/coded.ts';
import type { Statement } from '../words/statement.ts';
import { obstacleToItem } from './obstacle-to-item.ts';

/** So many VMs that stand in the way are named. */
const MOST_NAMED = 10;

/**
 * Why a call about a whole plan may not be made now; undefined when it may. What Azure does with a plan of which only some
 * VMs can follow is not documented, so every VM has to offer it.
 */
export function obstacleToPlan(
  operation: ItemOperation,
  seen: PlanSnapshot,
): Statement | undefined {
  const changed = changeOfPlan(seen);
  if (changed !== undefined) return changed;
  const obstacles = seen.vms.flatMap(({ name, item }) => {
    const obstacle = obstacleToItem(operation, item);
    return obstacle === undefined ? [] : [{ list: [name, obstacle], between: ': ' }];
  });
  if (obstacles.length === 0) return undefined;
  const more = obstacles.length - MOST_NAMED;
  const list = [
    ...obstacles.slice(0, MOST_NAMED),
    ...(more > 0 ? [coded('moreVms', { count: more })] : []),
  ];
  return { list, between: '; ' };
}
