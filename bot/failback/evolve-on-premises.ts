import type { EventOf, VmObservation } from './events.ts';
import type { Failback } from './failback.ts';
import { alarmsAfter } from './marked-vm.ts';

export function markedVmSeen(
  failback: Failback,
  event: EventOf<'markedVmSeen'>,
  at: number,
): Failback {
  const { state, startAction } = event;
  return {
    ...failback,
    markedVm: { state, startAction },
    alarms: alarmsAfter(failback.alarms, [failback.markedVm?.state, state], at),
    isSecured: failback.isSecured && startAction === 'Nothing',
  };
}

/** The on-premises VM is looked at again before it may be written to: it may have been touched meanwhile. */
export function unprepared(failback: Failback): Failback {
  return { ...failback, isPrepared: false };
}

/** What was seen of the on-premises VM before a hold says nothing about it after the hold. */
export function unseen({ onPremises, vmOnSince, ...failback }: Failback): Failback {
  return failback;
}

/** A server that does not answer says nothing about the VM: what was seen last stands. */
export function vmObserved(failback: Failback, vm: VmObservation, at: number): Failback {
  const { vmOnSince = at, ...rest } = { ...failback, onPremises: vm };
  if (vm.outcome !== 'ok') return { ...failback, onPremises: vm };
  return vm.state === 'Off' ? rest : { ...rest, vmOnSince };
}

/** Whether the VM that an earlier failback left changed is on another server than this one looks at. */
export const isLeftElsewhere = (
  { leftOn, destination }: Failback,
  server: string | undefined,
): boolean => leftOn !== undefined && destination.kind === 'alternateLocation' && server !== leftOn;
