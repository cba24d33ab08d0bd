import type { ObservedJob } from '../site-recovery/jobs.ts';
import { withVm } from '../site-recovery/plan-vm.ts';
import type { EventOf } from '../state/events.ts';
import type { Failback } from '../state/failback.ts';
import type { Stage } from '../state/stages.ts';
import { followedCall } from './followed.ts';
import { moveTo, without } from './move-to.ts';

/** What became known of the item of the VM, or of one of the items of a recovery plan. */
export function itemObserved(
  failback: Failback,
  { item, itemId }: EventOf<'itemObserved'>,
  at: number,
): Failback {
  const next = { ...failback, itemSince: at };
  return itemId === undefined
    ? { ...next, item }
    : { ...next, vms: withVm(failback.vms, itemId, { item }) };
}

/** A VM that came further in its job is a sign of life of the job. */
export function vmTasksObserved(
  failback: Failback,
  { vms: changed }: EventOf<'vmTasksObserved'>,
  at: number,
): Failback {
  const vms = changed.reduce(
    (known, { itemId, task }) => withVm(known, itemId, { task }),
    failback.vms,
  );
  return { ...failback, vms, jobChangedAt: at };
}

/** The stages in which an action of a plan's own may come up: those of the planned failover's job. */
const INTERRUPTIBLE: readonly Stage[] = ['synchronizing', 'completing', 'transferring'];

/** Whether the job has come to an action that it was not yet told to go on from. */
export const isAtNewAction = ({ stage, doneAction }: Failback, { phase, action }: ObservedJob) =>
  phase === 'atAction' && INTERRUPTIBLE.includes(stage) && action?.taskId !== doneAction;

/** Back in the stage that the action interrupted: its clocks have gone on, and its call is made. */
export function backFromAction(failback: Failback, at: number): Failback {
  const { interrupted, call } = failback;
  if (interrupted === undefined) throw new Error(`${failback.id} was not interrupted`);
  const back = moveTo(without(failback, 'grant'), interrupted, at);
  if (interrupted === 'completing') return { ...back, call: followedCall(failback, at) };
  return call?.status === 'taken' ? back : without(back, 'call');
}
