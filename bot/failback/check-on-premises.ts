import { blocked, type Check, notChecked, notSupported, ok, warning } from './check.ts';
import { checkDownload } from './check-download.ts';
import { checkNewVm } from './check-new-vm.ts';
import { checkOrigin } from './check-origin.ts';
import { checkServer } from './check-server.ts';
import { createsVm, type Destination, ORIGINAL_LOCATION } from './destination.ts';
import { gb } from './gigabytes.ts';
import type { OnPremises } from './on-premises.ts';
import type { HostAnswer, VmSight } from './ports/hyperv-host.ts';
import type { ProtectedItem } from './ports/site-recovery.ts';

/** Looks at everything that must be true on-premises before a failback is started. */
export function checkOnPremises(
  seen: OnPremises | undefined,
  item: ProtectedItem,
  destination: Destination = ORIGINAL_LOCATION,
): readonly Check[] {
  if (seen === undefined) return [notChecked('On-premises VM', unseenFinding(destination))];
  return [
    ...checkVm(seen, item, destination),
    ...(seen.server ? checkServer(seen.host, seen.server) : []),
    ...(seen.origin ? checkOrigin(seen.origin) : []),
  ];
}

const unseenFinding = (destination: Destination): string =>
  createsVm(destination)
    ? 'No host connector is configured for its server. It must have room for the disks, a virtual switch of each name that the VM needs, and no other VM of this name.'
    : 'No host connector is configured for it. The VM must be off and have no checkpoints.';

function checkVm(
  seen: OnPremises,
  item: ProtectedItem,
  destination: Destination,
): readonly Check[] {
  if (seen.vm.outcome === 'absent' && createsVm(destination)) return checkNewVm(seen, item);
  if (seen.vm.outcome !== 'ok') return [checkAnswer(seen, seen.vm)];
  const vm = seen.vm.value;
  return [
    checkIdentity(seen, vm, item, destination),
    checkPower(vm),
    checkCheckpoints(vm),
    checkSwitches(vm),
    checkSpace(vm, item),
    ...checkReplication(vm),
    ok('Automatic start', startActionFinding(vm)),
    checkDownload(seen.download),
  ];
}

/** On another server a VM of the same name may be somebody else's, or what an earlier attempt has left. */
function checkIdentity(
  { host }: OnPremises,
  vm: VmSight,
  { vmId }: ProtectedItem,
  destination: Destination,
): Check {
  const isKnown = vm.id.toLowerCase() === vmId?.toLowerCase();
  return destination.kind === 'originalLocation' || isKnown
    ? ok('On-premises VM', `Found on ${host}.`)
    : notSupported(
        'VM of the same name',
        `${host} already has a VM of this name, and it is not the one that Azure knows. An earlier attempt may have left it, or it is another VM: then its disks could be overwritten.`,
      );
}

/** How the connector says that a name is not enough. */
const AMBIGUOUS = 'FailbackVmAmbiguous';

type Unseen = Exclude<HostAnswer<VmSight>, { outcome: 'ok' }>;

/** Found, absent, forbidden and unreachable are four different answers. */
function checkAnswer({ host }: OnPremises, answer: Unseen): Check {
  const name = 'On-premises VM';
  switch (answer.outcome) {
    case 'absent':
      return blocked(name, `${host} has no such VM. It can be made anew: start with "create-vm".`);
    case 'forbidden':
      return notChecked(name, `The connector's account may not look on ${host}: ${answer.why}`);
    case 'unreachable':
      return notChecked(name, `${host} could not be reached: ${answer.why}`);
    case 'failed':
      return answer.errorId.startsWith(AMBIGUOUS)
        ? blocked(name, `${host} has several VMs of this name. The bot acts on none of them.`)
        : notChecked(name, `${host} could not say: ${answer.why}`);
    case 'unknown':
      return notChecked(name, `${host} could not say: ${answer.why}`);
  }
}

function checkPower({ state }: VmSight): Check {
  return state === 'Off'
    ? ok('On-premises power', 'The VM is off.')
    : blocked(
        'On-premises power',
        `The VM is ${state}. Turn it off: it must be off during the whole failback.`,
      );
}

function checkCheckpoints({ checkpoints }: VmSight): Check {
  return checkpoints === 0
    ? ok('Checkpoints', 'None.')
    : blocked('Checkpoints', `The VM has ${checkpoints}. Remove them first.`);
}

function checkSwitches({ switches }: VmSight): Check {
  const isLoose = switches.includes('');
  const name = 'Virtual switches';
  return isLoose
    ? warning(
        name,
        'A network adapter of the VM is connected to no switch: it will come up without that network.',
      )
    : ok(name, `Connected to ${switches.join(', ') || 'none: the VM has no network adapter'}.`);
}

/** What may still have to be written: the disks' full size less what their files hold already. */
function checkSpace({ disks }: VmSight, item: ProtectedItem): Check {
  const name = 'Free space';
  const free = disks.map(({ volumeFreeMb }) => volumeFreeMb).filter((mb) => mb !== undefined);
  if (free.length === 0) return notChecked(name, 'The server does not say how much is free.');
  const fullMb = item.disks.reduce((sum, { sizeMb }) => sum + sizeMb, 0);
  const heldMb = disks.reduce((sum, { fileSizeMb }) => sum + (fileSizeMb ?? 0), 0);
  const needMb = Math.max(0, fullMb - heldMb);
  const freeMb = Math.min(...free);
  const finding = `${gb(freeMb)} free, at most ${gb(needMb)} more to be written.`;
  return freeMb >= needMb ? ok(name, finding) : warning(name, finding);
}

function checkReplication({ replication }: VmSight): readonly Check[] {
  if (replication === undefined) return [];
  const isBad = replication.health === 'Critical';
  const finding = `Hyper-V says ${replication.state}, health ${replication.health}.`;
  const name = 'Hyper-V replication';
  return [isBad ? warning(name, finding) : ok(name, finding)];
}

const startActionFinding = ({ startAction }: VmSight) =>
  startAction === 'Nothing'
    ? 'Nothing: the VM does not start by itself.'
    : `${startAction}: it is set to Nothing before the synchronization, and back after the commit.`;
