import type { Job } from '../ports/site-recovery.ts';
import { vmTasksIn } from '../site-recovery/plan-jobs.ts';
import { vmsOf } from '../site-recovery/target.ts';
import type { EventOf } from '../state/events.ts';
import type { Failback } from '../state/failback.ts';
import { evidenceOf } from '../state/holds.ts';
import { coded } from '../words/coded.ts';
import type { HoldEvidence } from '../words/facts.ts';

/** Where the VMs of a plan stand in its job: those of which it changed, as one event. Nothing for a single VM. */
export function observeVmTasks(
  { target, vms: known }: Failback,
  job: Job,
): readonly EventOf<'vmTasksObserved'>[] {
  if (target.kind === 'protectedItem') return [];
  const tasks = vmTasksIn(job, vmsOf(target));
  const vms = target.items.flatMap(({ itemId }) => {
    const task = tasks.get(itemId.toLowerCase());
    const before = known[itemId.toLowerCase()]?.task;
    const isSame =
      task?.step === before?.step &&
      task?.state === before?.state &&
      task?.isFailed === before?.isFailed &&
      task?.isHome === before?.isHome;
    return task === undefined || isSame ? [] : [{ itemId, task }];
  });
  return vms.length === 0 ? [] : [{ type: 'vmTasksObserved', vms }];
}

/** The VMs of a plan that went wrong in its job, as a fact of a hold. */
export function failedVms({ target }: Failback, job: Job): readonly HoldEvidence[] {
  if (target.kind === 'protectedItem') return [];
  const tasks = vmTasksIn(job, vmsOf(target));
  const failed = target.items.flatMap(({ itemId, name }) => {
    const task = tasks.get(itemId.toLowerCase());
    return task?.isFailed ? [coded('vmAtStep', { vm: name, step: task.step })] : [];
  });
  const others = target.items.length - failed.length;
  return failed.length === 0
    ? []
    : evidenceOf({ failedVms: { list: failed }, otherVms: String(others) });
}
