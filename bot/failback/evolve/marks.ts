import {
  type HostedVm,
  type Mark,
  newOnPremisesVm,
  type OnPremisesVm,
} from '../on-premises/on-premises-vm.ts';
import { sameId } from '../ports/site-recovery.ts';
import { vmsOf } from '../site-recovery/target.ts';
import { withComingHome } from '../state/coming-home.ts';
import type { EventOf } from '../state/events.ts';
import type { Failback } from '../state/failback.ts';

/** The VMs on-premises when a failback is asked for: nothing is known of them but what earlier ones have left. */
export function onPremisesAtFirst(event: EventOf<'requested'>): readonly OnPremisesVm[] {
  const { target, destination } = event;
  const marks = event.marks ?? olderMarks(event);
  return vmsOf(target).flatMap(({ itemId, name }) => {
    const own = marks.filter((mark) => sameId(mark.itemId, itemId));
    const isThere = (mark: Mark) =>
      mark.host === undefined || (destination.kind === 'originalLocation' && !mark.isElsewhere);
    const here = own.find(isThere);
    const elsewhere = own.filter((mark) => mark !== here && mark.host !== undefined);
    return [
      newOnPremisesVm({ itemId, name, ...(here && marked(here)) }),
      ...elsewhere.map((mark) =>
        newOnPremisesVm({ itemId, name, isDestination: false, ...marked(mark) }),
      ),
    ];
  });
}

/** An older ledger says it once for all VMs. */
const olderMarks = ({ target, doNotStart, left }: EventOf<'requested'>): readonly Mark[] =>
  doNotStart ? vmsOf(target).map(({ itemId }) => ({ itemId, ...left })) : [];

const marked = ({ host, startAction }: Mark): Partial<OnPremisesVm> => ({
  isMarked: true,
  ...(host && { host }),
  ...(startAction && { startAction }),
});

/** The servers on which the VMs were found, or to which they are brought. */
export function placed(
  failback: Failback,
  { host, hosts = [] }: Pick<EventOf<'checked'>, 'host' | 'hosts'>,
): Failback {
  const onPremises = vmsOf(failback.target).flatMap(({ itemId }) => {
    const own = failback.onPremises.filter((vm) => sameId(vm.itemId, itemId));
    const found = host ?? hosts.find((one) => sameId(one.itemId, itemId))?.host;
    return placedOn(own, found);
  });
  return { ...failback, onPremises };
}

/**
 * One VM on the server that it is brought to now. A mark belongs to a server: it stays where it is when the VM goes elsewhere,
 * and is met again where the VM comes back. Where no server is known any more, nothing is known to have changed; what the bot has
 * changed there is still to be put back.
 */
function placedOn(
  own: readonly OnPremisesVm[],
  host: HostedVm | undefined,
): readonly OnPremisesVm[] {
  const [home] = own.filter(({ isDestination }) => isDestination);
  if (home === undefined) return own;
  const elsewhere = own.filter(({ isDestination }) => !isDestination);
  if (host === undefined) {
    const { host: _, ...unknown } = home;
    const isChanged = home.startAction !== undefined && !home.isRestored;
    return [home.isMarked || isChanged ? home : unknown, ...elsewhere];
  }
  if (home.host === undefined || sameId(home.host.name, host.name) || !home.isMarked)
    return arrivedAt(host, home, elsewhere);
  const { itemId, name } = home;
  const left = [...elsewhere, { ...home, isDestination: false }];
  return arrivedAt(host, newOnPremisesVm({ itemId, name }), left);
}

function arrivedAt(
  host: HostedVm,
  home: OnPremisesVm,
  elsewhere: readonly OnPremisesVm[],
): readonly OnPremisesVm[] {
  const met = elsewhere.find((vm) => sameId(vm.host?.name ?? '', host.name));
  const others = elsewhere.filter((vm) => vm !== met);
  return [{ ...home, ...met, isDestination: true, host }, ...others];
}

/**
 * A synchronization was cancelled: the VMs that come home must not be started, but for those that have come home already and
 * were started there by Azure.
 */
export const markedInconsistent = (failback: Failback): Failback =>
  withComingHome(failback, (vm) => {
    const isHome = failback.vms[vm.itemId.toLowerCase()]?.task?.isHome === true;
    return isHome ? vm : { ...vm, isMarked: true };
  });

/** The VMs are home, and their disks are whole again; but for those that went wrong on the way. */
export const unmarked = (failback: Failback): Failback =>
  withComingHome(failback, (vm) => {
    const isFailed = failback.vms[vm.itemId.toLowerCase()]?.task?.isFailed === true;
    return isFailed ? vm : { ...vm, isMarked: false };
  });
