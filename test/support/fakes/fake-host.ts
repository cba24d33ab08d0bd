import type {
  DownloadSnapshot,
  HostAnswer,
  HostSnapshot,
  HypervHost,
  PortSnapshot,
  StartAction,
  SwitchSnapshot,
  VmRef,
  VmSnapshot,
} from '../../../bot/failback/ports/hyperv-host.ts';
import { hostSight, vmSight } from './scripted-host.ts';

type Question = 'probe' | 'readVm' | 'checkPorts' | 'readDownload';
type Write = 'setDownloadThreads' | 'setStartAction' | 'createSwitch';

/** What goes wrong with one call. `ignored`: the server says that it worked, and nothing has changed. */
export type Trouble =
  | 'unreachable'
  | 'forbidden'
  | 'absent'
  | 'failed'
  | 'unknownButDone'
  | 'unknownAndLost'
  | 'ignored';

/** What an on-premises VM looks like that Azure has started and that has come up. */
export const UP: Partial<VmSnapshot> = {
  state: 'Running',
  heartbeat: 'ok',
  addresses: ['192.0.2.7'],
  uptimeSeconds: 60,
};

/** One server with one VM that keeps what is written to it, and fails as the test says. */
export class FakeHost implements HypervHost {
  readonly name: string;
  readonly azureNames: readonly string[];
  vm: VmSnapshot = vmSight();
  download: DownloadSnapshot = {};
  openPorts: readonly number[] = [443];
  switches: readonly string[] = ['production'];
  /** Nothing reaches it. */
  isAway = false;
  /** Whether Azure has brought the VM home: then it runs, whatever it did before. */
  isHome: () => boolean = () => false;
  /** What has happened to the VM since Azure brought it home. */
  sinceHome: Partial<VmSnapshot> = {};
  /** Whether the VM is on it. */
  isThere: () => boolean = () => true;
  /** Is waited for before each answer. */
  hangs: Promise<void> = Promise.resolve();
  /** Is run when a write arrives, before it is carried out. */
  whenWritten: () => Promise<void> = async () => {};
  /** The trouble with the next calls of a kind, in order. */
  readonly troubles: Partial<Record<Question | Write, Trouble[]>> = {};
  /** What was asked for, in order. */
  readonly calls: string[] = [];
  readonly refs: VmRef[] = [];

  constructor(name = 'HV-A', azureNames: readonly string[] = ['host-a']) {
    this.name = name;
    this.azureNames = azureNames;
  }

  /** The VM as it is. */
  get sight(): VmSnapshot {
    return this.isHome() ? { ...this.vm, ...UP, ...this.sinceHome } : this.vm;
  }

  /** What was written, in order. */
  get writes(): readonly string[] {
    return this.calls.filter((call) => /^(set|create)/.test(call));
  }

  /** Somebody changes the VM. */
  touch(change: Partial<VmSnapshot>): void {
    this.vm = { ...this.vm, ...change };
  }

  probe(): Promise<HostAnswer<HostSnapshot>> {
    return this.answer('probe', 'probe', () => hostSight({ switches: this.switches }));
  }

  readVm(vm: VmRef): Promise<HostAnswer<VmSnapshot>> {
    this.refs.push(vm);
    if (!this.isThere()) this.troubles.readVm = ['absent', ...(this.troubles.readVm ?? [])];
    return this.answer('readVm', 'readVm', () => this.sight);
  }

  checkPorts(
    address: string,
    ports: readonly number[],
  ): Promise<HostAnswer<readonly PortSnapshot[]>> {
    return this.answer('checkPorts', `checkPorts ${address} ${ports.join()}`, () =>
      ports.map((port) => ({ port, isOpen: this.openPorts.includes(port) })),
    );
  }

  readDownload(): Promise<HostAnswer<DownloadSnapshot>> {
    return this.answer('readDownload', 'readDownload', () => this.download);
  }

  async setDownloadThreads(threads: number | undefined): Promise<HostAnswer<DownloadSnapshot>> {
    const call = `setDownloadThreads ${threads ?? 'default'}`;
    return this.write('setDownloadThreads', call, {
      change: () => {
        this.download = threads === undefined ? {} : { threads };
      },
      read: () => this.download,
    });
  }

  async setStartAction(vmId: string, startAction: StartAction): Promise<HostAnswer<VmSnapshot>> {
    return this.write('setStartAction', `setStartAction ${vmId} ${startAction}`, {
      change: () => this.touch({ startAction }),
      read: () => this.sight,
    });
  }

  async createSwitch(name: string): Promise<HostAnswer<SwitchSnapshot>> {
    return this.write('createSwitch', `createSwitch ${name}`, {
      change: () => {
        this.switches = [...this.switches, name];
      },
      read: () => ({ switches: this.switches }),
    });
  }

  async close(): Promise<void> {}

  private async write<T>(
    kind: Write,
    call: string,
    { change, read }: { change: () => void; read: () => T },
  ): Promise<HostAnswer<T>> {
    await this.whenWritten();
    const trouble = this.troubles[kind]?.[0];
    if (!this.isAway && (trouble === undefined || trouble === 'unknownButDone')) change();
    return this.answer(kind, call, read);
  }

  private async answer<T>(
    kind: Question | Write,
    call: string,
    read: () => T,
  ): Promise<HostAnswer<T>> {
    this.calls.push(call);
    const trouble = this.isAway ? 'unreachable' : this.troubles[kind]?.shift();
    await this.hangs;
    switch (trouble) {
      case undefined:
      case 'ignored':
        return { outcome: 'ok', value: read(), readAt: 0 };
      case 'unknownButDone':
      case 'unknownAndLost':
        return { outcome: 'unknown', why: 'No answer came back.' };
      case 'failed':
        return { outcome: 'failed', why: 'It did not work.', errorId: 'Invented' };
      default:
        return { outcome: trouble, why: `It is ${trouble}.` };
    }
  }
}
