import type { OnPremisesVm } from '../on-premises/on-premises-vm.ts';
import type { HostAnswer, VmSnapshot } from '../ports/hyperv-host.ts';
import { whichVm } from '../state/coming-home.ts';
import { isDataTravelling, isDownloading } from '../state/data-travelling.ts';
import type { FailbackEvent } from '../state/events.ts';
import type { Failback } from '../state/failback.ts';
import { isEnd, type Stage } from '../state/stages.ts';

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

/** Whether a VM that must not be started, or will have to be marked so if it is, has to be watched now: also after its failback has ended. */
export function isMarkWatched(failback: Failback, vm: OnPremisesVm): boolean {
  const { stage, hold, job } = failback;
  if (vm.host === undefined) return false;
  if (!vm.isMarked) return isBesideStarted(failback, vm);
  // Nobody brings anything to the server on which it was left.
  if (!vm.isDestination) return true;
  if (isEnd(stage) || BETWEEN.includes(stage) || job?.phase === 'cancelled') return true;
  return hold !== undefined && ON_HOLD.includes(stage);
}

/**
 * While a person is asked about one VM that was started on half-written disks, the others of its plan are watched on: one of
 * them that is started is as bad.
 */
const isBesideStarted = (failback: Failback, { isDestination }: OnPremisesVm): boolean =>
  isDestination &&
  failback.hold?.reason === 'vmStarted' &&
  isDataTravelling(failback) &&
  !isDownloading(failback);

/** What was seen of a VM that must not be started, where it is not what was seen before. */
export function observeMarked(
  failback: Failback,
  vm: OnPremisesVm,
  answer: HostAnswer<VmSnapshot>,
): readonly FailbackEvent[] {
  if (!isMarkWatched(failback, vm)) return [];
  const which = whichVm(failback, vm);
  if (isGone(failback, vm, answer)) return [{ type: 'markedVmGone', ...which }];
  if (answer.outcome !== 'ok') return [];
  const { state, startAction } = answer.value;
  if (!vm.isMarked && state === 'Off') return [];
  const before = vm.markedAs ?? { state: 'Off', startAction: 'Nothing' };
  return before.state === state && before.startAction === startAction
    ? []
    : [{ type: 'markedVmSeen', ...which, state, startAction }];
}

/** Somebody has removed what was left elsewhere. Before the VM is home, an absent one may have been moved. */
const isGone = (
  { stage }: Failback,
  { isDestination }: OnPremisesVm,
  answer: HostAnswer<VmSnapshot>,
) => !isDestination && stage === 'protected' && answer.outcome === 'absent';
