import { randomUUID } from 'node:crypto';
import { Disk } from './disk.ts';
import type { ItemStateName } from './item-states.ts';

export interface VmOptions {
  readonly name: string;
  /** Default `committedInAzure`: ready to come home. */
  readonly state?: ItemStateName;
  readonly disks?: readonly { readonly sizeMb: number }[];
  /** Blocks per disk; more of them make the copy finer. Default 256. */
  readonly blocksPerDisk?: number;
  /** `legacy`: managed disks made at the failover; `replicated`: replication goes to managed disks. Default `none`. */
  readonly managedDisks?: 'none' | 'legacy' | 'replicated';
  /** When the failover to Azure was. Default: three days before the simulator's now. */
  readonly failedOverAt?: number;
  /** How often the Azure VM writes a block. Default 1 s. */
  readonly writeEveryMs?: number;
  /** Extra fields of `properties`, or others in their place. */
  readonly fields?: Readonly<Record<string, unknown>>;
  readonly osType?: 'Windows' | 'Linux';
  /** Its data is encrypted in Azure with a key of the VMM server. */
  readonly isEncrypted?: boolean;
  /** Addresses that the on-premises VM has while it runs. */
  readonly addresses?: readonly string[];
  /** The virtual switches that its network adapters need, by name. */
  readonly switches?: readonly string[];
}

/** Blocks written in Azure between the failover and now. */
const WRITES_BEFORE_START = 64;

/** One VM with both its sides: the Azure VM, the on-premises VM, and the disks between which data travels. */
export class VirtualMachine {
  readonly name: string;
  readonly id = randomUUID();
  /** Hyper-V's own id. A VM that a failback makes gets a new one: INFERRED. */
  onPremisesId: string = this.id;
  /** The on-premises host that has it. */
  hostId: string;
  switches: readonly string[];
  readonly disks: readonly Disk[];
  /** Names of disks that somebody has taken away from the on-premises VM. */
  readonly detachedDisks = new Set<string>();
  readonly managedDisks: 'none' | 'legacy' | 'replicated';
  readonly failedOverAt: number;
  readonly osType: 'Windows' | 'Linux';
  readonly isEncrypted: boolean;
  state: ItemStateName;
  azureVm: 'running' | 'stopped' | 'deleted';
  onPremisesVm: 'off' | 'running' | 'deleted';
  /** True from the first copied block until all are there: such a VM must not be started. */
  onPremisesIsInconsistent = false;
  /** It was started while it was inconsistent: whatever is copied later, its guest never comes up again. */
  onPremisesIsBroken = false;
  onPremisesStartedAt: number | undefined;
  /** While initial replication is under way; 0 before and, as recorded, after it. */
  initialReplicationPercent = 0;
  lastRecoveryPointAt: number | undefined;
  replicationHealth: 'Normal' | 'Critical' = 'Normal';
  /** On-premises, as Hyper-V has it. */
  checkpoints = 0;
  startAction: 'Nothing' | 'StartIfRunning' | 'Start' = 'StartIfRunning';
  addresses: readonly string[];
  /** What the guest's heartbeat says while the on-premises VM runs. */
  heartbeat: 'ok' | 'noContact' | 'disabled' = 'ok';
  /** Whether Azure has a protected item of it: somebody can disable its protection. */
  isProtected = true;
  fields: Record<string, unknown>;
  private readonly writingSince: number;
  private readonly writeEveryMs: number;

  constructor(options: VmOptions, now: number, hostId = '') {
    const { name, disks = [{ sizeMb: 40_960 }], blocksPerDisk = 256 } = options;
    this.name = name;
    this.hostId = hostId;
    this.switches = options.switches ?? ['External'];
    this.disks = disks.map(
      ({ sizeMb }, at) =>
        new Disk({ id: randomUUID(), name: `${name}-disk${at}`, sizeMb, blocks: blocksPerDisk }),
    );
    this.managedDisks = options.managedDisks ?? 'none';
    this.failedOverAt = options.failedOverAt ?? now - 3 * 24 * 60 * 60_000;
    this.osType = options.osType ?? 'Windows';
    this.isEncrypted = options.isEncrypted ?? false;
    this.addresses = options.addresses ?? ['10.20.0.4'];
    this.state = options.state ?? 'committedInAzure';
    const isHome = ['protected', 'failbackCommitted'].includes(this.state);
    this.azureVm = isHome ? 'deleted' : 'running';
    this.onPremisesVm = isHome ? 'running' : 'off';
    if (isHome) this.onPremisesStartedAt = now;
    this.fields = { ...options.fields };
    this.writingSince = now;
    this.writeEveryMs = options.writeEveryMs ?? 1_000;
    this.runUntil(now);
  }

  /** Lets the Azure VM write, as long as it runs, up to this moment. */
  runUntil(at: number): void {
    if (this.azureVm !== 'running') return;
    const writes = Math.max(0, Math.floor((at - this.writingSince) / this.writeEveryMs));
    for (const disk of this.disks) disk.writeInAzure(WRITES_BEFORE_START + writes);
  }

  stopInAzure(at: number): void {
    this.runUntil(at);
    this.azureVm = 'stopped';
  }

  /** Starts the on-premises VM, whoever does it and whether it may be started or not. */
  startOnPremises(at: number): void {
    if (this.onPremisesVm !== 'off') return;
    this.onPremisesVm = 'running';
    this.onPremisesStartedAt = at;
    if (this.onPremisesIsInconsistent) this.onPremisesIsBroken = true;
  }

  /** Whether a failback to this host finds its VM there. */
  isOn(hostId: string): boolean {
    return this.hostId === hostId && this.onPremisesVm !== 'deleted';
  }

  /** Makes the VM on a host, off and with empty disks. */
  makeOn(hostId: string): void {
    this.hostId = hostId;
    this.onPremisesId = randomUUID();
    this.onPremisesVm = 'off';
    this.checkpoints = 0;
    this.startAction = 'StartIfRunning';
    for (const disk of this.disks) disk.emptyOnPremises();
  }

  beginCopy(at: number): void {
    this.runUntil(at);
    for (const disk of this.disks) disk.beginCopy();
  }

  copyUpTo(fraction: number): void {
    for (const disk of this.disks) disk.copyUpTo(fraction);
    if (fraction > 0) this.onPremisesIsInconsistent = this.blocksThatDiffer() > 0;
  }

  blocksThatDiffer(): number {
    return this.disks.reduce((sum, disk) => sum + disk.blocksThatDiffer(), 0);
  }
}
