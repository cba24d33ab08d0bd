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
import { stateWords } from './state-words.ts';
import { phrase, type Words } from './words.ts';

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

const unseenFinding = (destination: Destination): Words =>
  createsVm(destination)
    ? phrase(
        'No host connector is configured for its server. It must have room for the disks, a virtual switch of each name that the VM needs, and no other VM of this name.',
      )
    : phrase('No host connector is configured for it. The VM must be off and have no checkpoints.');

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
    ? ok('On-premises VM', phrase('Found on {host}.', { host }))
    : notSupported(
        'VM of the same name',
        phrase(
          '{host} already has a VM of this name, and it is not the one that Azure knows. An earlier attempt may have left it, or it is another VM: then its disks could be overwritten.',
          { host },
        ),
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
      return blocked(
        name,
        phrase('{host} has no such VM. It can be made anew: start with "create-vm".', { host }),
      );
    case 'forbidden':
      return notChecked(
        name,
        phrase("The connector's account may not look on {host}: {why}", { host, why: answer.why }),
      );
    case 'unreachable':
      return notChecked(
        name,
        phrase('{host} could not be reached: {why}', { host, why: answer.why }),
      );
    case 'failed':
      return answer.errorId.startsWith(AMBIGUOUS)
        ? blocked(
            name,
            phrase('{host} has several VMs of this name. The bot acts on none of them.', { host }),
          )
        : notChecked(name, phrase('{host} could not say: {why}', { host, why: answer.why }));
    case 'unknown':
      return notChecked(name, phrase('{host} could not say: {why}', { host, why: answer.why }));
  }
}

function checkPower({ state }: VmSight): Check {
  return state === 'Off'
    ? ok('On-premises power', phrase('The VM is off.'))
    : blocked(
        'On-premises power',
        phrase('The VM is {state}. Turn it off: it must be off during the whole failback.', {
          state: stateWords(state),
        }),
      );
}

function checkCheckpoints({ checkpoints }: VmSight): Check {
  return checkpoints === 0
    ? ok('Checkpoints', phrase('None.'))
    : blocked(
        'Checkpoints',
        phrase(
          'The VM has {checkpoints, plural, one {# checkpoint} other {# checkpoints}}. Remove them first.',
          { checkpoints },
        ),
      );
}

function checkSwitches({ switches }: VmSight): Check {
  const isLoose = switches.includes('');
  const name = 'Virtual switches';
  return isLoose
    ? warning(
        name,
        phrase(
          'A network adapter of the VM is connected to no switch: it will come up without that network.',
        ),
      )
    : ok(
        name,
        switches.length === 0
          ? phrase('Connected to none: the VM has no network adapter.')
          : phrase('Connected to {switches}.', { switches: { list: switches } }),
      );
}

/** What may still have to be written: the disks' full size less what their files hold already. */
function checkSpace({ disks }: VmSight, item: ProtectedItem): Check {
  const name = 'Free space';
  const free = disks.map(({ volumeFreeMb }) => volumeFreeMb).filter((mb) => mb !== undefined);
  if (free.length === 0)
    return notChecked(name, phrase('The server does not say how much is free.'));
  const fullMb = item.disks.reduce((sum, { sizeMb }) => sum + sizeMb, 0);
  const heldMb = disks.reduce((sum, { fileSizeMb }) => sum + (fileSizeMb ?? 0), 0);
  const needMb = Math.max(0, fullMb - heldMb);
  const freeMb = Math.min(...free);
  const finding = phrase('{free} free, at most {need} more to be written.', {
    free: gb(freeMb),
    need: gb(needMb),
  });
  return freeMb >= needMb ? ok(name, finding) : warning(name, finding);
}

function checkReplication({ replication }: VmSight): readonly Check[] {
  if (replication === undefined) return [];
  const isBad = replication.health === 'Critical';
  const finding = phrase('Hyper-V says {state}, health {health}.', {
    state: stateWords(replication.state),
    health: stateWords(replication.health),
  });
  const name = 'Hyper-V replication';
  return [isBad ? warning(name, finding) : ok(name, finding)];
}

const startActionFinding = ({ startAction }: VmSight) =>
  startAction === 'Nothing'
    ? phrase('Nothing: the VM does not start by itself.')
    : phrase(
        '{startAction}: it is set to Nothing before the synchronization, and back after the commit.',
        { startAction },
      );
