import { unproven } from './evolve-on-premises.ts';
import type { Failback } from './failback.ts';
import { UNPREPARED } from './holds.ts';
import { moveTo, without } from './move-to.ts';
import { withoutTasks } from './plan-vm.ts';

/** Back at the checks, with nothing of the attempt before. */
export function startedOver(failback: Failback, at: number): Failback {
  const idle = without(without(without(failback, 'call'), 'grant'), 'job');
  const fresh = without(without(idle, 'failoverJobId'), 'switchIntent');
  const accepted = failback.accepted.filter((key) => key !== UNPREPARED);
  return moveTo({ ...unproven(fresh), vms: withoutTasks(failback.vms), accepted }, 'checking', at);
}
