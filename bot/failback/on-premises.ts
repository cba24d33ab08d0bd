import type { Check } from './check.ts';
import type { DownloadSight, HostAnswer, HypervHost, VmSight } from './ports/hyperv-host.ts';
import type { ProtectedItem, RecoveryProvider } from './ports/site-recovery.ts';

/** What was seen of the on-premises side before a failback; absent where no host connector looks at it. */
export interface OnPremises {
  /** The name of the server in the settings. */
  readonly host: string;
  readonly vm: HostAnswer<VmSight>;
  readonly download: HostAnswer<DownloadSight>;
}

/** The configured server that owns an item's VM, by the name under which Azure knows its provider. */
export function hostOf(
  hosts: readonly HypervHost[],
  provider: RecoveryProvider | undefined,
): HypervHost | undefined {
  const name = provider?.name.toLowerCase();
  return hosts.find(({ azureNames }) => name !== undefined && azureNames.includes(name));
}

/** Looks at everything that must be true on-premises before a failback is started. */
export function checkOnPremises(
  seen: OnPremises | undefined,
  item: ProtectedItem,
): readonly Check[] {
  if (seen === undefined) {
    const finding =
      'No host connector is configured for it. The VM must be off and have no checkpoints.';
    return [{ name: 'On-premises VM', outcome: 'notChecked', finding }];
  }
  if (seen.vm.outcome !== 'ok') return [checkAnswer(seen, seen.vm)];
  const vm = seen.vm.value;
  return [
    check('On-premises VM', 'ok', `Found on ${seen.host}.`),
    checkPower(vm),
    checkCheckpoints(vm),
    checkSwitches(vm),
    checkSpace(vm, item),
    ...checkReplication(vm),
    check('Automatic start', 'ok', startActionFinding(vm)),
    checkDownload(seen.download),
  ];
}

type Unseen = Exclude<HostAnswer<VmSight>, { outcome: 'ok' }>;

/** Found, absent, forbidden and unreachable are four different answers. */
function checkAnswer({ host }: OnPremises, answer: Unseen): Check {
  const name = 'On-premises VM';
  switch (answer.outcome) {
    case 'absent':
      return check(
        name,
        'blocked',
        `${host} has no such VM. A failback to a VM that is gone needs a full download, which this bot does not offer yet.`,
      );
    case 'forbidden':
      return check(
        name,
        'notChecked',
        `The connector's account may not look on ${host}: ${answer.why}`,
      );
    case 'unreachable':
      return check(name, 'notChecked', `${host} could not be reached: ${answer.why}`);
    case 'failed':
    case 'unknown':
      return check(name, 'notChecked', `${host} could not say: ${answer.why}`);
  }
}

function checkPower({ state }: VmSight): Check {
  return state === 'Off'
    ? check('On-premises power', 'ok', 'The VM is off.')
    : check(
        'On-premises power',
        'blocked',
        `The VM is ${state}. Turn it off: it must be off during the whole failback.`,
      );
}

function checkCheckpoints({ checkpoints }: VmSight): Check {
  return checkpoints === 0
    ? check('Checkpoints', 'ok', 'None.')
    : check('Checkpoints', 'blocked', `The VM has ${checkpoints}. Remove them first.`);
}

function checkSwitches({ switches }: VmSight): Check {
  const isLoose = switches.includes('');
  return check(
    'Virtual switches',
    isLoose ? 'warning' : 'ok',
    isLoose
      ? 'A network adapter of the VM is connected to no switch: it will come up without that network.'
      : `Connected to ${switches.join(', ') || 'none: the VM has no network adapter'}.`,
  );
}

/** What may still have to be written: the disks' full size less what their files hold already. */
function checkSpace({ disks }: VmSight, item: ProtectedItem): Check {
  const name = 'Free space';
  const free = disks.map(({ volumeFreeMb }) => volumeFreeMb).filter((mb) => mb !== undefined);
  if (free.length === 0)
    return check(name, 'notChecked', 'The server does not say how much is free.');
  const fullMb = item.disks.reduce((sum, { sizeMb }) => sum + sizeMb, 0);
  const heldMb = disks.reduce((sum, { fileSizeMb }) => sum + (fileSizeMb ?? 0), 0);
  const needMb = Math.max(0, fullMb - heldMb);
  const freeMb = Math.min(...free);
  const finding = `${gb(freeMb)} free, at most ${gb(needMb)} more to be written.`;
  return check(name, freeMb >= needMb ? 'ok' : 'warning', finding);
}

function checkReplication({ replication }: VmSight): readonly Check[] {
  if (replication === undefined) return [];
  const isBad = replication.health === 'Critical';
  const finding = `Hyper-V says ${replication.state}, health ${replication.health}.`;
  return [check('Hyper-V replication', isBad ? 'warning' : 'ok', finding)];
}

const startActionFinding = ({ startAction }: VmSight) =>
  startAction === 'Nothing'
    ? 'Nothing: the VM does not start by itself.'
    : `${startAction}: it is set to Nothing before the synchronization, and back after the commit.`;

function checkDownload(download: HostAnswer<DownloadSight>): Check {
  const name = 'Download speed';
  if (download.outcome !== 'ok') return check(name, 'notChecked', download.why);
  const { threads, throttleKbps } = download.value;
  const own =
    threads === undefined
      ? '4 threads for each VM (the default)'
      : `${threads} threads for each VM`;
  return throttleKbps === undefined
    ? check(name, 'ok', `${own}, no bandwidth limit.`)
    : check(
        name,
        'warning',
        `${own}, but the agent is limited to ${throttleKbps} kbit/s at some hours at least.`,
      );
}

const gb = (mb: number) => `${(mb / 1024).toFixed(mb < 10_240 ? 1 : 0)} GB`;

const check = (name: string, outcome: Check['outcome'], finding: string): Check => ({
  name,
  outcome,
  finding,
});
