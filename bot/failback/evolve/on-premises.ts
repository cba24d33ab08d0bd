import { alarmsAfter } from '../on-premises/marked-vm.ts';
import type { ObservedVm, OnPremisesVm } from '../on-premises/on-premises-vm.ts';
import { sameId } from '../ports/site-recovery.ts';
import { withComingHome, withOnPremises } from '../state/coming-home.ts';
import type { EventOf } from '../state/events.ts';
import type { Failback } from '../state/failback.ts';

export function startActionIntended(
  failback: Failback,
  event: EventOf<'startActionIntended'>,
): Failback {
  const { vmId, before } = event;
  return withOnPremises(failback, event, (vm) => ({ ...vm, startAction: { vmId, before } }));
}

export const hostPrepared = (failback: Failback, event: EventOf<'hostPrepared'>): Failback =>
  withOnPremises(failback, event, (vm) => ({ ...vm, isPrepared: true }));

export const hostRestored = (failback: Failback, event: EventOf<'hostRestored'>): Failback =>
  withOnPremises(failback, event, (vm) => ({
    ...vm,
    isRestored: true,
    ...(event.outcome === 'failed' && { couldNotRestore: true }),
  }));

export const hostSecured = (failback: Failback, event: EventOf<'hostSecured'>): Failback =>
  withOnPremises(failback, event, (vm) => ({ ...vm, isSecured: true }));

/** One of a plan may not have been marked before: it was started on half-written disks. */
export function markedVmSeen(
  failback: Failback,
  event: EventOf<'markedVmSeen'>,
  at: number,
): Failback {
  const { state, startAction, itemId } = event;
  const number = failback.onPremises.reduce((sum, { alarms }) => sum + alarms.length, 1);
  return withOnPremises(failback, event, (vm) => ({
    ...vm,
    // What is said of no VM by name was said of one that was marked, wherever it is.
    isMarked: vm.isMarked || itemId !== undefined,
    markedAs: { state, startAction },
    alarms: alarmsAfter(vm.alarms, { before: vm.markedAs?.state, state, at, number }),
    isSecured: vm.isSecured && startAction === 'Nothing',
  }));
}

/** What is there no more needs no mark. */
export const markedVmGone = (
  failback: Failback,
  event: EventOf<'markedVmGone'>,
  at: number,
): Failback =>
  withOnPremises(failback, event, (vm) => ({
    ...vm,
    isMarked: false,
    alarms: alarmsAfter(vm.alarms, { before: 'Off', state: 'Off', at, number: 0 }),
  }));

/** The on-premises VMs are looked at again before they may be written to: they may have been touched meanwhile. */
export const unprepared = (failback: Failback): Failback =>
  withComingHome(failback, (vm) => ({ ...vm, isPrepared: false }));

/** What was seen of the on-premises VMs before a hold says nothing about them after the hold. */
export const unseen = (failback: Failback): Failback =>
  withComingHome(failback, ({ seen, onSince, ...vm }) => vm);

/** What was proven in an attempt before says nothing about the next one. */
export const unproven = (failback: Failback): Failback => ({
  ...withComingHome(failback, ({ verified: _, verifiedAt: __, unseen: ___, ...vm }) => ({
    ...vm,
    proofs: [],
  })),
  proofOverrides: [],
});

/** A server that does not answer says nothing about the VM: what was seen last stands. */
export const vmObserved = (failback: Failback, event: EventOf<'vmObserved'>, at: number) =>
  withOnPremises(failback, event, (vm) => afterLook(vm, event.vm, at));

function afterLook(vm: OnPremisesVm, seen: ObservedVm, at: number): OnPremisesVm {
  const { onSince = at, ...rest } = { ...vm, seen };
  if (seen.outcome !== 'ok') return { ...vm, seen };
  return seen.state === 'Off' ? rest : { ...rest, onSince };
}

export const proofsObserved = (failback: Failback, event: EventOf<'proofsObserved'>): Failback =>
  withOnPremises(failback, event, (vm) => ({ ...vm, proofs: event.proofs }));

/** What was found of each VM in the end; nothing of those whose server no host connector knows. */
export const verified = (
  failback: Failback,
  { vms = [] }: EventOf<'verified'>,
  at: number,
): Failback =>
  withComingHome(failback, ({ verified: _, verifiedAt: __, unseen: ___, ...vm }) => {
    const found = vms.find(({ itemId }) => sameId(itemId, vm.itemId));
    return {
      ...vm,
      proofs: found?.proofs ?? [],
      ...(found?.verified && { verified: found.verified, verifiedAt: at }),
      ...(found?.unseen && { unseen: found.unseen }),
    };
  });
