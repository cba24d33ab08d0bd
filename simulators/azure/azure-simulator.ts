import { randomUUID } from 'node:crypto';
import { createServerIdentity } from '../tls.ts';
import { ArmService } from './arm-service.ts';
import { Calls } from './calls.ts';
import { Faults } from './faults.ts';
import { FrontDoor } from './front-door.ts';
import { startHttpsServer } from './https-server.ts';
import { ITEM_STATES, type ItemState, type ItemStateName } from './item-states.ts';
import { JobsControl } from './jobs/jobs-control.ts';
import { scaled, TIMINGS, type Timings } from './jobs/timings.ts';
import { ReadBudget, type ReadLimit } from './read-budget.ts';
import type { PlanOptions, SimulatedPlan } from './recovery-plan.ts';
import { Tokens } from './tokens.ts';
import type { VirtualMachine, VmOptions } from './virtual-machine.ts';
import { type Account, WireNames } from './wire/wire-names.ts';
import { type FabricKind, type Host, World, type WorldClock } from './world.ts';

export interface AzureSimulatorOptions {
  /** Default: the machine's. */
  readonly clock?: WorldClock;
  /** Default: any free one. */
  readonly port?: number;
  /** 1 is real time, 0.01 a hundred times faster. */
  readonly timeScale?: number;
  readonly timings?: Partial<Timings>;
  readonly itemStates?: Partial<Record<ItemStateName, ItemState>>;
  /** Entries per page of a list. Default 100. */
  readonly pageSize?: number;
  /** Ids and names of the made-up account. */
  readonly account?: Partial<Account>;
  /** What manages the VMs. Default: a Hyper-V site. */
  readonly fabric?: FabricKind;
  /** How many reads are answered before one is throttled. Default: any number. */
  readonly readLimit?: ReadLimit;
}

/** A simulated Azure with one vault, reached over TLS. */
export interface AzureSimulator extends Account {
  /** ARM's base URL. */
  readonly url: string;
  readonly authorityHost: string;
  /** PEM. The only authority that vouches for the simulator. */
  readonly certificateAuthority: string;
  /** The host that VMs are on. */
  readonly host: Host;
  /** All registered hosts. */
  readonly hosts: readonly Host[];
  readonly jobs: JobsControl;
  readonly calls: Calls;
  readonly faults: Faults;
  readonly tokens: Tokens;
  /** Whether items are written with the field names of 2016-2018. */
  oldNames: boolean;
  /** Registers one more Hyper-V host. */
  addHost(name: string): Host;
  /** The ARM id of a host's provider. */
  providerId(host: Host): string;
  addVm(options: VmOptions): VirtualMachine;
  /** Somebody puts other VMs into a plan. */
  changePlan(name: string, groups: PlanOptions['groups']): void;
  /** A recovery plan of VMs that were added before. */
  addPlan(options: PlanOptions): SimulatedPlan;
  /** The VM as it is now; throws when there is none of this name. */
  vm(name: string): VirtualMachine;
  /** All VMs as they are now. */
  vms(): readonly VirtualMachine[];
  /** The time in the simulated Azure. */
  now(): number;
  itemId(name: string): string;
  planId(name: string): string;
  close(): Promise<void>;
}

export async function startAzureSimulator(
  options: AzureSimulatorOptions = {},
): Promise<AzureSimulator> {
  const { clock = { now: () => Date.now() } } = options;
  const account = { ...madeUpAccount(), ...options.account };
  const timings = scaled({ ...TIMINGS, ...options.timings }, options.timeScale ?? 1);
  const fabric = options.fabric ?? { type: 'HyperVSite', isEncrypted: false };
  const world = new World(clock, timings, { ...ITEM_STATES, ...options.itemStates }, fabric);
  const names = new WireNames(account, fabric.type);
  const parts = {
    account,
    tokens: new Tokens(),
    faults: new Faults(),
    calls: new Calls(),
    jobs: new JobsControl(world),
  };
  const identity = await createServerIdentity();
  let door: FrontDoor | undefined;
  const server = await startHttpsServer(identity, options.port ?? 0, async (...exchange) =>
    door?.handle(...exchange),
  );
  const simulator: AzureSimulator = {
    ...account,
    ...parts,
    url: server.origin,
    authorityHost: server.origin,
    certificateAuthority: identity.certificateAuthority,
    host: world.host,
    hosts: world.hosts,
    oldNames: false,
    addHost: (name) => world.addHost(name),
    providerId: ({ id }) => names.providerId(id),
    addVm: (vm) => world.addVm(vm),
    addPlan: (plan) => world.addPlan(plan),
    changePlan: (name, groups) =>
      world.plans.get(name.toLowerCase())?.change(groups, (vm) => world.vmNamed(vm)),
    vm: (name) => vmOf(world, name),
    vms: () => {
      world.advance();
      return [...world.vms.values()];
    },
    now: () => clock.now(),
    itemId: (name) => names.itemId(name),
    planId: (name) => names.planId(name),
    close: () => server.close(),
  };
  const budget = options.readLimit && new ReadBudget(options.readLimit, () => clock.now());
  const context = {
    world,
    names,
    origin: server.origin,
    pageSize: options.pageSize ?? 100,
    oldNames: () => simulator.oldNames,
    jobListLagMs: () => parts.jobs.listLagMs,
  };
  const service = new ArmService(context, budget);
  door = new FrontDoor({ ...parts, service, now: () => clock.now() });
  return simulator;
}

function vmOf(world: World, name: string): VirtualMachine {
  world.advance();
  const vm = world.vms.get(name.toLowerCase());
  if (!vm) throw new Error(`The simulator has no VM ${name}.`);
  return vm;
}

function madeUpAccount(): Account {
  return {
    tenantId: randomUUID(),
    clientId: randomUUID(),
    clientSecret: randomUUID(),
    subscriptionId: randomUUID(),
    resourceGroup: 'rg-example',
    vault: 'vault-example',
  };
}
