import type { ItemStateName } from '../azure/item-states.ts';
import type { VirtualMachine } from '../azure/virtual-machine.ts';
import type { HostCall, SimulatedHost } from './simulated-host.ts';

/** What the module says when it refuses. */
export class HostRefusal extends Error {
  readonly kind: 'unreachable' | 'forbidden' | 'absent' | 'failed';
  readonly id: string;

  constructor(kind: HostRefusal['kind'], id: string, message: string) {
    super(message);
    this.kind = kind;
    this.id = id;
  }
}

type Run = (host: SimulatedHost, args: HostCall['arguments']) => unknown;

/** Carries out one operation on a host. Throws `HostRefusal`. */
export function carryOut(host: SimulatedHost, { operation, arguments: args }: HostCall): unknown {
  if (host.access === 'away') {
    throw new HostRefusal(
      'unreachable',
      'PSSessionOpenFailed',
      `${host.computer} does not answer.`,
    );
  }
  if (host.access === 'forbidden') {
    throw new HostRefusal('forbidden', 'AccessDenied', 'Access is denied.');
  }
  const run = RUNS[operation];
  if (!run) throw new HostRefusal('failed', 'UnknownOperation', `${operation} is not known.`);
  const value = run(host, args);
  if (host.access === 'mute') {
    throw new HostRefusal('unreachable', 'FailbackNoAnswer', 'The server did not answer in time.');
  }
  return value;
}

const RUNS: Readonly<Record<string, Run>> = {
  probe: (host, { outboundHosts }) => ({
    kind: host.kind,
    windows: host.windows,
    isHypervInstalled: host.isHypervInstalled,
    isServerCore: host.isServerCore,
    services: ['vmms', 'obengine', 'dra', 'SCVMMService'].map((name) => ({
      name,
      state: host.services.get(name) ?? 'missing',
      isExpected: host.services.has(name),
    })),
    outbound: (outboundHosts as string[]).map((name) => ({
      host: name,
      isOpen: !host.blocked.has(name),
    })),
    providerVersion: host.providerVersion ?? null,
    agentVersion: host.agentVersion ?? null,
    volumes: host.volumes,
    switches: host.switches,
  }),
  readVm: (host, { id, name }) => vmSight(host, findVm(host, id, name)),
  checkPorts: (host, { address, ports }) => {
    const vm = host.vms.find((one) => isUp(one) && one.addresses.includes(String(address)));
    return (ports as number[]).map((port) => ({
      port,
      isOpen: vm !== undefined && host.openPorts.includes(port),
    }));
  },
  readDownload: (host) => downloadSight(host),
  setDownloadThreads: (host, { threads }) => {
    host.downloadThreads = (threads as number | null) ?? undefined;
    return downloadSight(host);
  },
  setStartAction: (host, { id, action }) => {
    const vm = findVm(host, id, '');
    vm.startAction = action as VirtualMachine['startAction'];
    return vmSight(host, vm);
  },
  createSwitch: (host, { name }) => {
    const isThere = host.switches.some((one) => one.toLowerCase() === String(name).toLowerCase());
    if (!isThere) host.switches.push(String(name));
    return { switches: host.switches };
  },
};

function findVm(host: SimulatedHost, id: unknown, name: unknown): VirtualMachine {
  const isMeant = (vm: VirtualMachine) =>
    id === undefined
      ? vm.name === name
      : vm.onPremisesId.toLowerCase() === String(id).toLowerCase();
  const [vm, another] = host.vms.filter(isMeant);
  if (!vm) throw new HostRefusal('absent', 'VmNotFound', 'There is no such VM.');
  if (another) {
    throw new HostRefusal('failed', 'FailbackVmAmbiguous', 'Several VMs have this name.');
  }
  return vm;
}

function vmSight(host: SimulatedHost, vm: VirtualMachine) {
  const isRunning = vm.onPremisesVm === 'running';
  const startedAt = vm.onPremisesStartedAt ?? host.now();
  return {
    id: vm.onPremisesId,
    name: vm.name,
    state: isRunning ? 'Running' : 'Off',
    checkpoints: vm.checkpoints,
    startAction: vm.startAction,
    replication: REPLICATION[vm.state],
    disks: attachedDisks(vm).map(({ name, sizeMb }) => ({
      path: `${host.diskFolder}\\${vm.name}\\${name}${vm.checkpoints > 0 ? '_1.avhdx' : '.vhdx'}`,
      sizeMb,
      isDifferencing: vm.checkpoints > 0,
      fileSizeMb: Math.round(sizeMb * 0.6),
      volumeFreeMb: host.volumes[0]?.freeMb ?? null,
    })),
    // An adapter whose switch is not there is connected to none.
    switches: vm.switches.map((name) => (host.switches.includes(name) ? name : '')),
    addresses: isUp(vm) ? vm.addresses : [],
    heartbeat: heartbeatOf(vm),
    silentServices: isRunning && !isUp(vm) ? ['heartbeat'] : [],
    uptimeSeconds: isRunning ? Math.max(0, Math.floor((host.now() - startedAt) / 1_000)) : 0,
  };
}

const attachedDisks = ({ disks, detachedDisks }: VirtualMachine) =>
  disks.filter(({ name }) => !detachedDisks.has(name));

function isUp(vm: VirtualMachine): boolean {
  return vm.onPremisesVm === 'running' && !vm.onPremisesIsBroken;
}

function heartbeatOf(vm: VirtualMachine): string {
  if (vm.onPremisesVm === 'off') return 'unknown';
  return vm.onPremisesIsBroken ? 'noContact' : vm.heartbeat;
}

function downloadSight({ downloadThreads, throttleKbps }: SimulatedHost) {
  return { threads: downloadThreads ?? null, throttleKbps: throttleKbps ?? null };
}

/** INFERRED: which of Hyper-V's own replication states belongs to a state of the item is not documented. */
const REPLICATION: Readonly<Record<ItemStateName, { state: string; health: string } | null>> = {
  protected: { state: 'Replicating', health: 'Normal' },
  notCommittedInAzure: { state: 'PreparedForFailover', health: 'Normal' },
  committedInAzure: { state: 'PreparedForFailover', health: 'Normal' },
  committedInAzureAfterUnplanned: { state: 'PreparedForFailover', health: 'Normal' },
  failingBack: { state: 'FailbackInProgress', health: 'Normal' },
  failedBack: { state: 'FailbackComplete', health: 'Normal' },
  failbackCommitted: { state: 'FailbackComplete', health: 'Normal' },
};
