import { sightWords, vmPlace } from '../holds/vm-evidence.ts';
import type { ObservedVm, OnPremisesVm } from '../on-premises/on-premises-vm.ts';
import type { HostAnswer, VmSnapshot } from '../ports/hyperv-host.ts';
import { whichVm } from '../state/coming-home.ts';
import { isDataTravelling, isDownloading } from '../state/data-travelling.ts';
import type { FailbackEvent } from '../state/events.ts';
import type { Failback } from '../state/failback.ts';
import { CANCELS, evidenceOf, goOnAnyway, held, lookAgain } from '../state/holds.ts';
import { withdraw } from '../state/withdraw.ts';
import { coded } from '../words/coded.ts';

/** Whether an on-premises VM has to be watched now. */
export const isVmWatched = (failback: Failback, { host, isDestination }: OnPremisesVm): boolean =>
  isDestination && host !== undefined && failback.hold === undefined && isDataTravelling(failback);

/** What was seen of an on-premises VM while data travels: an alarm and a hold when somebody touched it. */
export function observeVm(
  failback: Failback,
  vm: OnPremisesVm,
  answer: HostAnswer<VmSnapshot>,
): readonly FailbackEvent[] {
  if (!isVmWatched(failback, vm)) return [];
  const seen = vmObservation(answer);
  const which = whichVm(failback, vm);
  const observed: readonly FailbackEvent[] =
    JSON.stringify(seen) === JSON.stringify(vm.seen)
      ? []
      : [{ type: 'vmObserved', ...which, vm: seen }];
  const stop = alarmOf(failback, vm, answer);
  return stop === undefined
    ? observed
    : [...observed, ...withdraw(failback, coded('vmTouched')), stop];
}

function alarmOf(
  failback: Failback,
  vm: OnPremisesVm,
  answer: HostAnswer<VmSnapshot>,
): FailbackEvent | undefined {
  if (answer.outcome !== 'ok') return undefined;
  const { state, checkpoints } = answer.value;
  const evidence = [
    ...vmPlace(failback, vm),
    ...evidenceOf({ onPremisesVm: sightWords(state, checkpoints) }),
  ];
  const which = whichVm(failback, vm);
  // At the end of a full download Azure starts it: whether it was Azure, its job tells (`observe-transfer.ts`).
  if (state !== 'Off' && !isDownloading(failback))
    return {
      ...held('vmStarted', evidence, [...CANCELS, goOnAnyway(failback.stage)]),
      ...which,
    };
  return checkpoints > 0
    ? { ...held('checkpointTaken', evidence, [lookAgain(failback.stage)]), ...which }
    : undefined;
}

/** What is kept of a look at an on-premises VM. */
export function vmObservation(answer: HostAnswer<VmSnapshot>): ObservedVm {
  if (answer.outcome !== 'ok') return { outcome: answer.outcome };
  const { state, checkpoints } = answer.value;
  return { outcome: 'ok', state, checkpoints };
}
