import type { Mark, OnPremisesVm, WhichVm } from '../on-premises/on-premises-vm.ts';
import { sameId } from '../ports/site-recovery.ts';
import type { Failback } from './failback.ts';

/** The VMs as they are brought home, in the order of the target. */
export const comingHome = ({ onPremises }: Pick<Failback, 'onPremises'>): readonly OnPremisesVm[] =>
  onPremises.filter(({ isDestination }) => isDestination);

/** Those that must not be started, on whichever server. */
export const markedOf = ({ onPremises }: Pick<Failback, 'onPremises'>): readonly OnPremisesVm[] =>
  onPremises.filter(({ isMarked }) => isMarked);

/** The marks of a failback, as the next one takes them over. */
export const marksIn = (failback: Pick<Failback, 'onPremises'>): readonly Mark[] =>
  markedOf(failback).map(({ itemId, host, startAction, isDestination }) => ({
    itemId,
    ...(host && { host }),
    ...(startAction && { startAction }),
    ...(!isDestination && { isElsewhere: true as const }),
  }));

/** Whether one of the VMs that come home must not be started. */
export const isMarked = (failback: Pick<Failback, 'onPremises'>): boolean =>
  comingHome(failback).some((vm) => vm.isMarked);

/** Those whose automatic start is to be put back. What must not be started keeps it at Nothing. */
export const toBeRestored = (failback: Pick<Failback, 'onPremises'>): readonly OnPremisesVm[] =>
  comingHome(failback).filter(
    (vm) => vm.startAction !== undefined && !vm.isRestored && !vm.isMarked,
  );

/** Those that are to be kept from starting by themselves. */
export const toBeSecured = (failback: Pick<Failback, 'onPremises'>): readonly OnPremisesVm[] =>
  markedOf(failback).filter(({ host, isSecured }) => host !== undefined && !isSecured);

/** Whether all VMs that come home are marked already. */
export const isWhollyMarked = (failback: Pick<Failback, 'onPremises'>): boolean =>
  comingHome(failback).every((vm) => vm.isMarked);

/** The servers that the VMs are brought to, as far as host connectors know them. */
export const serversOf = (failback: Pick<Failback, 'onPremises'>): readonly string[] => [
  ...new Set(comingHome(failback).flatMap(({ host }) => (host === undefined ? [] : [host.name]))),
];

/** Which VM it is, as an event says it: nothing where no other can be meant. */
export function whichVm(
  { target }: Pick<Failback, 'target'>,
  { itemId, name: vmName, isDestination, host }: OnPremisesVm,
): WhichVm {
  if (!isDestination) return { itemId, vmName, server: host?.name ?? '' };
  return target.kind === 'recoveryPlan' ? { itemId, vmName } : {};
}

/** Whether an event that says so is about this VM. */
export function isVm({ itemId, isDestination, host }: OnPremisesVm, which: WhichVm): boolean {
  if (which.itemId !== undefined && !sameId(which.itemId, itemId)) return false;
  if (which.server === undefined) return isDestination;
  return !isDestination && sameId(host?.name ?? '', which.server);
}

/** The failback with a change to one VM on-premises. */
export const withOnPremises = (
  failback: Failback,
  which: WhichVm,
  change: (vm: OnPremisesVm) => OnPremisesVm,
): Failback => ({
  ...failback,
  onPremises: failback.onPremises.map((vm) => (isVm(vm, which) ? change(vm) : vm)),
});

/** The failback with a change to each VM that comes home. */
export const withComingHome = (
  failback: Failback,
  change: (vm: OnPremisesVm) => OnPremisesVm,
): Failback => ({
  ...failback,
  onPremises: failback.onPremises.map((vm) => (vm.isDestination ? change(vm) : vm)),
});
/** An on-premises VM that must not be started, and the last failback of it. */
export interface MarkedVm {
  readonly failback: Failback;
  readonly vm: OnPremisesVm;
}
