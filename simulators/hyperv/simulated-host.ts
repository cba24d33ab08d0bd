import { VirtualMachine, type VmOptions } from '../azure/virtual-machine.ts';
import type { Habit } from './habits.ts';

export interface HostOptions {
  readonly name: string;
  /** Default `hyperV`. */
  readonly kind?: 'hyperV' | 'vmm';
  /** Name in DNS; default the name. Empty for the machine that the connector runs on. */
  readonly computer?: string;
}

export interface HostCall {
  readonly operation: string;
  readonly arguments: Readonly<Record<string, unknown>>;
}

type ServiceState = 'running' | 'stopped' | 'missing' | 'other';

/** Where a host's VMs come from, and its time. */
export interface HostWorld {
  now(): number;
  vms(): readonly VirtualMachine[];
}

/** A server in the data centre. What people would do to it, tests do by its methods and fields. */
export class SimulatedHost {
  readonly name: string;
  readonly kind: 'hyperV' | 'vmm';
  readonly computer: string;
  readonly endpoint: string;
  readonly services: Map<string, ServiceState>;
  /**
   * `away`: nothing answers at its address. `mute`: does what it is told, and its answer is lost. `forbidden`: the
   * account may not.
   */
  access: 'open' | 'away' | 'mute' | 'forbidden' = 'open';
  windows = 'Windows Server 2022, 10.0.20348';
  isHypervInstalled = true;
  isServerCore = false;
  providerVersion: string | undefined = '5.1.8801.0';
  agentVersion: string | undefined = '2.0.9265.0';
  volumes = [{ path: 'C:\\', freeMb: 800_000, sizeMb: 2_000_000 }];
  /** Names of the virtual switches. */
  switches: string[] = ['External'];
  /** Names on the way out that can not be reached. */
  readonly blocked = new Set<string>();
  downloadThreads: number | undefined;
  throttleKbps: number | undefined;
  /** TCP ports that a VM answers on while its guest is up. */
  openPorts: readonly number[] = [443, 3389];
  /** Where the VMs' disks are. */
  diskFolder = 'C:\\ClusterStorage\\Volume1';
  /** All that was asked of it, and whether it was let in or not. */
  readonly calls: HostCall[] = [];
  private readonly world: HostWorld;
  private readonly own: VirtualMachine[] = [];
  private readonly moved = new Set<string>();
  private readonly habits: Habit[] = [];

  constructor(options: HostOptions, world: HostWorld) {
    this.name = options.name;
    this.kind = options.kind ?? 'hyperV';
    this.computer = options.computer ?? options.name;
    this.endpoint = this.computer === '' ? '' : 'Failback';
    this.world = world;
    const names = this.kind === 'vmm' ? ['SCVMMService', 'dra'] : ['vmms', 'obengine', 'dra'];
    this.services = new Map(names.map((name) => [name, 'running']));
  }

  now(): number {
    return this.world.now();
  }

  get vms(): readonly VirtualMachine[] {
    return [...this.world.vms(), ...this.own].filter(
      (vm) => vm.onPremisesVm !== 'deleted' && !this.moved.has(vm.name),
    );
  }

  /** A VM that only this host knows. */
  addVm(options: VmOptions): VirtualMachine {
    const vm = new VirtualMachine(options, this.now());
    this.own.push(vm);
    return vm;
  }

  /** The VM of this exact name; throws when there is none. */
  vm(name: string): VirtualMachine {
    const vm = this.vms.find((one) => one.name === name);
    if (!vm) throw new Error(`${this.name} has no VM ${name}.`);
    return vm;
  }

  /** Somebody starts the VM by hand. */
  startVm(name: string): void {
    this.vm(name).startOnPremises(this.now());
  }

  stopVm(name: string): void {
    this.vm(name).onPremisesVm = 'off';
  }

  takeCheckpoint(name: string): void {
    this.vm(name).checkpoints += 1;
  }

  /** Somebody takes the VM's last disk away from it. */
  detachDisk(name: string): void {
    const vm = this.vm(name);
    const disk = vm.disks.at(-1);
    if (disk) vm.detachedDisks.add(disk.name);
  }

  /** Somebody removes the VM's network adapters. */
  removeAdapters(name: string): void {
    this.vm(name).switches = [];
  }

  /** The VM runs on another host now. */
  moveAway(name: string): void {
    this.moved.add(name);
  }

  /** Somebody deletes the VM on-premises. */
  removeVm(name: string): void {
    this.vm(name).onPremisesVm = 'deleted';
  }

  breakService(name: string, state: ServiceState = 'stopped'): void {
    this.services.set(name, state);
  }

  /** The next `times` calls go wrong in this way, after those that are to go wrong already. */
  misbehave(habit: Habit, times = 1): void {
    for (let left = times; left > 0; left -= 1) this.habits.push(habit);
  }

  nextHabit(): Habit | undefined {
    return this.habits.shift();
  }
}
