import type {
  DownloadSnapshot,
  HostAnswer,
  HostSnapshot,
  HypervHost,
  PortSnapshot,
  StartAction,
  SwitchSnapshot,
  VmSnapshot,
} from '../../../bot/failback/ports/hyperv-host.ts';

const READ_AT = Date.UTC(2026, 10, 23, 11, 59);

/** A VM that is ready for its failback, with what differs. */
export function vmSight(change: Partial<VmSnapshot> = {}): VmSnapshot {
  return {
    id: 'vm-web-01',
    name: 'web-01',
    state: 'Off',
    checkpoints: 0,
    startAction: 'StartIfRunning',
    replication: { state: 'Replicating', health: 'Normal' },
    disks: [{ path: 'D:\\web-01.vhdx', sizeMb: 40_960, fileSizeMb: 20_480, volumeFreeMb: 90_000 }],
    switches: ['production'],
    addresses: [],
    heartbeat: 'noContact',
    silentServices: [],
    uptimeSeconds: 0,
    ...change,
  };
}

/** A server that is well, with what differs. */
export function hostSight(change: Partial<HostSnapshot> = {}): HostSnapshot {
  return {
    kind: 'hyperV',
    windows: 'Windows Server 2022, 10.0.20348',
    isHypervInstalled: true,
    services: [
      { name: 'vmms', state: 'running', isExpected: true },
      { name: 'obengine', state: 'running', isExpected: true },
      { name: 'dra', state: 'running', isExpected: true },
      { name: 'SCVMMService', state: 'missing', isExpected: false },
    ],
    outbound: [{ host: 'management.azure.com', isOpen: true }],
    providerVersion: '5.24.1',
    agentVersion: '2.0.9917.0',
    volumes: [{ path: 'D:\\', freeMb: 204_800, sizeMb: 409_600 }],
    switches: ['production'],
    ...change,
  };
}

const ok = <T>(value: T): HostAnswer<T> => ({ outcome: 'ok', value, readAt: READ_AT });

/** A server that says what the test has put in, and notes what it was asked to set. */
export class ScriptedHost implements HypervHost {
  readonly name: string;
  readonly azureNames: readonly string[];
  sight: HostAnswer<HostSnapshot> = ok(hostSight());
  vm: HostAnswer<VmSnapshot> = ok(vmSight());
  download: HostAnswer<DownloadSnapshot> = ok({});
  /** What every change is answered; undefined where it works. */
  refusal: Exclude<HostAnswer<never>, { outcome: 'ok' }> | undefined;
  readonly calls: string[] = [];

  constructor(name = 'hyperv-01', azureNames: readonly string[] = [name.toLowerCase()]) {
    this.name = name;
    this.azureNames = azureNames;
  }

  async probe() {
    return this.sight;
  }

  async readVm() {
    return this.vm;
  }

  async checkPorts(_address: string, ports: readonly number[]) {
    return ok<readonly PortSnapshot[]>(ports.map((port) => ({ port, isOpen: true })));
  }

  async readDownload() {
    return this.download;
  }

  async setDownloadThreads(threads: number | undefined): Promise<HostAnswer<DownloadSnapshot>> {
    this.calls.push(`threads ${threads ?? 'default'}`);
    if (this.refusal) return this.refusal;
    const kept = this.download.outcome === 'ok' ? this.download.value.throttleKbps : undefined;
    this.download = ok({
      ...(threads !== undefined && { threads }),
      ...(kept !== undefined && { throttleKbps: kept }),
    });
    return this.download;
  }

  async setStartAction(_vmId: string, startAction: StartAction): Promise<HostAnswer<VmSnapshot>> {
    this.calls.push(`start action ${startAction}`);
    if (this.refusal) return this.refusal;
    if (this.vm.outcome === 'ok') this.vm = ok({ ...this.vm.value, startAction });
    return this.vm;
  }

  async createSwitch(name: string): Promise<HostAnswer<SwitchSnapshot>> {
    this.calls.push(`switch ${name}`);
    if (this.refusal) return this.refusal;
    if (this.sight.outcome !== 'ok') return this.sight;
    const switches = [...this.sight.value.switches, name];
    this.sight = ok({ ...this.sight.value, switches });
    return ok({ switches });
  }

  async close() {}

  /** The server says this of itself from now on. */
  says(change: Partial<HostSnapshot>): void {
    this.sight = ok(hostSight(change));
  }

  /** The VM looks like this from now on. */
  showsVm(change: Partial<VmSnapshot>): void {
    this.vm = ok(vmSight(change));
  }

  /** Downloads look like this from now on. */
  downloadsWith(sight: DownloadSnapshot): void {
    this.download = ok(sight);
  }

  /** The server can not be reached. */
  isAway(): void {
    const away = { outcome: 'unreachable', why: 'No session.' } as const;
    this.sight = away;
    this.vm = away;
    this.download = away;
  }
}
