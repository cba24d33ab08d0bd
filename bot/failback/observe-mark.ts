import type { FailbackEvent } from './events.ts';
import type { Failback } from './failback.ts';
import type { HostAnswer, VmSight } from './ports/hyperv-host.ts';
import { isEnd, type Stage } from './stages.ts';

/** Before and after data travels; while it does, the VM is watched for its own sake (`observe-vm.ts`). */
const BETWEEN: readonly Stage[] = [
  'checking',
  'awaitingDirection',
  'starting',
  'cancelling',
  'restarting',
];

/** On hold in these stages nobody else watches the VM, and Azure does not start it by itself. */
const ON_HOLD: readonly Stage[] = ['synchronizing', 'awaitingCompletion'];

/** Whether a VM that must not be started has to be watched now: also after its failback has ended. */
export function isMarkWatched({ stage, hold, host, job, doNotStart }: Failback): boolean {
  if (!doNotStart || host === undefined) return false;
  if (isEnd(stage) || BETWEEN.includes(stage) || job?.phase === 'cancelled') return true;
  return hold !== undefined && ON_HOLD.includes(stage);
}

/** What was seen of a VM that must not be started, where it is not what was seen before. */
export function observeMarked(
  failback: Failback,
  answer: HostAnswer<VmSight>,
): readonly FailbackEvent[] {
  if (!isMarkWatched(failback) || answer.outcome !== 'ok') return [];
  const { state, startAction } = answer.value;
  const before = failback.markedVm ?? { state: 'Off', startAction: 'Nothing' };
  return before.state === state && before.startAction === startAction
    ? []
    : [{ type: 'markedVmSeen', state, startAction }];
}
