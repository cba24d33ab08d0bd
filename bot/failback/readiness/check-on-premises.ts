import type { OnPremises } from '../on-premises/on-premises.ts';
import { createsVm, type Destination, ORIGINAL_LOCATION } from '../ports/destination.ts';
import type { HostAnswer, VmSnapshot } from '../ports/hyperv-host.ts';
import type { ProtectedItem } from '../ports/site-recovery.ts';
import { blocked, type Check, notChecked, notSupported, ok, warning } from '../words/check.ts';
import { coded } from '../words/coded.ts';
import { gb } from '../words/state-words.ts';
import { namedState, type Statement } from '../words/statement.ts';
import { checkDownload } from './check-download.ts';
import { checkNewVm } from './check-new-vm.ts';
import { checkOrigin } from './check-origin.ts';
import { checkServer } from './check-server.ts';

/** Looks at everything that must be true on-premises before a failback is started. */
export function checkOnPremises(
  seen: OnPremises | undefined,
  item: ProtectedItem,
  destination: Destination = ORIGINAL_LOCATION,
): readonly Check[] {
  if (seen === undefined) return [notChecked('onPremisesVm', unseenFinding(destination))];
  return [
    ...checkVm(seen, item, destination),
    ...(seen.server ? checkServer(seen.host, seen.server) : []),
    ...(seen.origin ? checkOrigin(seen.origin) : []),
  ];
}

const unseenFinding = (destination: Destination): Statement =>
  createsVm(destination) ? coded('noConnectorForNewVm') : coded('noConnectorForVm');

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
    ok('automaticStart', startActionFinding(vm)),
    checkDownload(seen.download),
  ];
}

/** On another server a VM of the same name may be somebody else's, or what an earlier attempt has left. */
function checkIdentity(
  { host }: OnPremises,
  vm: VmSnapshot,
  { vmId }: ProtectedItem,
  destination: Destination,
): Check {
  const isKnown = vm.id.toLowerCase() === vmId?.toLowerCase();
  return destination.kind === 'originalLocation' || isKnown
    ? ok('onPremisesVm', coded('vmFound', { host }))
    : notSupported('vmOfSameName', coded('nameIsTaken', { host }));
}

/** How the connector says that a name is not enough. */
const AMBIGUOUS = 'FailbackVmAmbiguous';

type Unseen = Exclude<HostAnswer<VmSnapshot>, { outcome: 'ok' }>;

/** Found, absent, forbidden and unreachable are four different answers. */
function checkAnswer({ host }: OnPremises, answer: Unseen): Check {
  const name = 'onPremisesVm';
  switch (answer.outcome) {
    case 'absent':
      return blocked(name, coded('vmAbsent', { host }));
    case 'forbidden':
      return notChecked(name, coded('hostForbidden', { host, why: answer.why }));
    case 'unreachable':
      return notChecked(name, coded('hostUnreachable', { host, why: answer.why }));
    case 'failed':
      return answer.errorId.startsWith(AMBIGUOUS)
        ? blocked(name, coded('vmAmbiguous', { host }))
        : notChecked(name, coded('serverCouldNotSay', { server: host, why: answer.why }));
    case 'unknown':
      return notChecked(name, coded('serverCouldNotSay', { server: host, why: answer.why }));
  }
}

function checkPower({ state }: VmSnapshot): Check {
  return state === 'Off'
    ? ok('onPremisesPower', coded('vmIsOff'))
    : blocked('onPremisesPower', coded('vmIsNotOff', { state: namedState(state) }));
}

function checkCheckpoints({ checkpoints }: VmSnapshot): Check {
  return checkpoints === 0
    ? ok('checkpoints', coded('noneFound'))
    : blocked('checkpoints', coded('vmHasCheckpoints', { checkpoints }));
}

function checkSwitches({ switches }: VmSnapshot): Check {
  const isLoose = switches.includes('');
  const name = 'virtualSwitches';
  return isLoose
    ? warning(name, coded('adapterWithoutSwitch'))
    : ok(
        name,
        switches.length === 0
          ? coded('noNetworkAdapter')
          : coded('adaptersConnected', { switches: { list: switches } }),
      );
}

/** What may still have to be written: the disks' full size less what their files hold already. */
function checkSpace({ disks }: VmSnapshot, item: ProtectedItem): Check {
  const name = 'freeSpace';
  const free = disks.map(({ volumeFreeMb }) => volumeFreeMb).filter((mb) => mb !== undefined);
  if (free.length === 0) return notChecked(name, coded('freeSpaceNotSaid'));
  const fullMb = item.disks.reduce((sum, { sizeMb }) => sum + sizeMb, 0);
  const heldMb = disks.reduce((sum, { fileSizeMb }) => sum + (fileSizeMb ?? 0), 0);
  const needMb = Math.max(0, fullMb - heldMb);
  const freeMb = Math.min(...free);
  const finding = coded('freeSpace', { free: gb(freeMb), need: gb(needMb) });
  return freeMb >= needMb ? ok(name, finding) : warning(name, finding);
}

function checkReplication({ replication }: VmSnapshot): readonly Check[] {
  if (replication === undefined) return [];
  const isBad = replication.health === 'Critical';
  const finding = coded('hypervReplication', {
    state: namedState(replication.state),
    health: namedState(replication.health),
  });
  const name = 'hypervReplication';
  return [isBad ? warning(name, finding) : ok(name, finding)];
}

const startActionFinding = ({ startAction }: VmSnapshot) =>
  startAction === 'Nothing'
    ? coded('startActionNothing')
    : coded('startActionWillChange', { startAction });
