import { randomUUID } from 'node:crypto';
import type { ItemStates } from './item-states.ts';
import {
  commitPlan,
  failbackPlan,
  irCompletionPlan,
  type JobStart,
  restartPlan,
  reverseReplicatePlan,
  type Way,
} from './jobs/job-plans.ts';
import { type JobPlan, SimulatedJob } from './jobs/simulated-job.ts';
import type { Timings } from './jobs/timings.ts';
import { type PlanOptions, SimulatedPlan } from './recovery-plan.ts';
import { VirtualMachine, type VmOptions } from './virtual-machine.ts';

export interface WorldClock {
  now(): number;
}

/** A Hyper-V host, as its provider reports it. */
export interface Host {
  readonly id: string;
  readonly name: string;
  connectionStatus: string;
  versionState: string;
  /** Time of the last heartbeat; a connected host's is now. */
  lastHeartbeatAt: number | undefined;
}

/** What the vault's VMs are managed by: a Hyper-V site, or a VMM server with or without data encryption. */
export interface FabricKind {
  readonly type: 'HyperVSite' | 'VMM';
  readonly isEncrypted: boolean;
}

/** A call that the service turns down. */
export class Refusal extends Error {
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

/** Everything behind the vault: VMs, their host, and the jobs. Time is let in by `advance`, before every look. */
export class World {
  readonly clock: WorldClock;
  readonly timings: Timings;
  readonly itemStates: ItemStates;
  readonly vms = new Map<string, VirtualMachine>();
  readonly plans = new Map<string, SimulatedPlan>();
  readonly jobs: SimulatedJob[] = [];
  readonly hosts: Host[] = [];
  readonly fabric: FabricKind;
  /** The first host, on which VMs are. */
  readonly host: Host;
  private readonly unsettled = new Set<SimulatedJob>();

  constructor(clock: WorldClock, timings: Timings, itemStates: ItemStates, fabric: FabricKind) {
    this.clock = clock;
    this.timings = timings;
    this.itemStates = itemStates;
    this.fabric = fabric;
    this.host = this.addHost(
      fabric.type === 'VMM' ? 'VMM-01.corp.example' : 'HV-HOST-01.corp.example',
    );
  }

  addHost(name: string): Host {
    const host: Host = {
      id: randomUUID(),
      name,
      connectionStatus: 'Connected',
      versionState: 'Latest',
      lastHeartbeatAt: undefined,
    };
    this.hosts.push(host);
    return host;
  }

  addVm(options: VmOptions): VirtualMachine {
    const vm = new VirtualMachine(options, this.clock.now(), this.host.id);
    this.vms.set(options.name.toLowerCase(), vm);
    return vm;
  }

  addPlan(options: PlanOptions): SimulatedPlan {
    const plan = new SimulatedPlan(options, (name) => this.vmNamed(name));
    this.plans.set(options.name.toLowerCase(), plan);
    return plan;
  }

  /** The VM of this name; refuses what it does not have. */
  vmNamed(name: string): VirtualMachine {
    const vm = this.vms.get(name.toLowerCase());
    if (!vm) throw new Refusal(404, 'ResourceNotFound', `There is no VM ${name}.`);
    return vm;
  }

  /** The plan of this name; refuses what it does not have. */
  planNamed(name: string): SimulatedPlan {
    const plan = this.plans.get(name.toLowerCase());
    if (!plan) throw new Refusal(404, 'ResourceNotFound', `There is no plan ${name}.`);
    return plan;
  }

  /** Lets time pass over all jobs. A job that starts another when it ends is followed by it in the same moment. */
  advance(): number {
    const now = this.clock.now();
    for (const job of this.unsettled) {
      if (job.advance(now)) this.unsettled.delete(job);
    }
    for (const vm of this.vms.values()) vm.runUntil(now);
    return now;
  }

  runningJob(vm: VirtualMachine): SimulatedJob | undefined {
    return [...this.unsettled].find((job) => isAbout(job, vm) && isScenarioOf(job));
  }

  /** By its id, or by the id of the operation that started it. */
  findJob(id: string): SimulatedJob | undefined {
    const wanted = id.toLowerCase();
    return this.jobs.find((job) => job.id === wanted || job.operationId === wanted);
  }

  startFailback(vm: VirtualMachine, requestId: string, way: Way): SimulatedJob {
    this.demand([vm], ['Failback']);
    if (vm.isOn(way.hostId)) vm.onPremisesVm = 'off';
    const job = this.begin(failbackPlan(this.startOf(vm, requestId), way));
    vm.state = 'failingBack';
    if (!vm.isOn(way.hostId) && !way.createsVm) this.failForWantOfVm(job, vm);
    return job;
  }

  /** INFERRED: no failed failback was ever recorded. The VM is missed where it would be prepared. */
  private failForWantOfVm(job: SimulatedJob, vm: VirtualMachine): void {
    const at = job.plan.startedAt + this.timings.prerequisitesMs + this.timings.prepareMs / 2;
    job.stop = { kind: 'failed', at, endsAt: at };
    job.errors = [
      {
        code: 'VmNotFound',
        message: `The virtual machine '${vm.name}' was not found on the Hyper-V host.`,
        recommendedAction: 'Create the virtual machine if it does not exist.',
      },
    ];
  }

  startCommit(vm: VirtualMachine, requestId: string): SimulatedJob {
    this.demand([vm], ['Commit']);
    return this.begin(commitPlan(this.startOf(vm, requestId)));
  }

  startReverseReplicate(vm: VirtualMachine, requestId: string): SimulatedJob {
    this.demand([vm], ['ReverseReplicate']);
    return this.begin(
      reverseReplicatePlan(this.startOf(vm, requestId), (at) => {
        this.startInitialReplication(vm, at);
      }),
    );
  }

  startInitialReplication(vm: VirtualMachine, startedAt = this.clock.now()): void {
    vm.replicationHealth = 'Normal';
    this.begin(irCompletionPlan({ ...this.startOf(vm, randomUUID()), startedAt }));
  }

  resume(job: SimulatedJob): void {
    const now = this.advance();
    if (!job.isWaiting(now) || job.stop) {
      throw new Refusal(409, 'JobNotSuspended', 'The job is not waiting, it cannot be resumed.');
    }
    job.resume(now);
  }

  cancel(job: SimulatedJob): void {
    const now = this.advance();
    if (job.endedAt(now) !== undefined || job.stop) {
      throw new Refusal(409, 'JobNotCancellable', 'The job has ended or is being cancelled.');
    }
    job.stop = { kind: 'cancelled', at: now, endsAt: now + this.timings.cancelMs };
  }

  fail(job: SimulatedJob, errors: SimulatedJob['errors']): void {
    const now = this.advance();
    job.stop = { kind: 'failed', at: now, endsAt: now };
    job.errors = errors;
    this.advance();
  }

  restart(job: SimulatedJob, requestId: string): SimulatedJob {
    const now = this.advance();
    if (job.stop?.kind !== 'failed') {
      throw new Refusal(409, 'JobNotRestartable', 'Only a failed job can be restarted.');
    }
    const [vm] = vmsOf(job);
    if (vm === undefined)
      throw new Refusal(409, 'JobNotRestartable', 'The job is about no virtual machine.');
    return this.begin(
      restartPlan({ ...this.startOf(vm, requestId), startedAt: now }, (at) => {
        job.restart(at);
        if (job.plan.scenario === 'Failback')
          for (const one of vmsOf(job)) one.state = 'failingBack';
        this.unsettled.add(job);
      }),
    );
  }

  begin(plan: JobPlan): SimulatedJob {
    const job = new SimulatedJob(plan);
    this.jobs.push(job);
    this.unsettled.add(job);
    return job;
  }

  startOf(vm: VirtualMachine, requestId: string): JobStart {
    return { vm, requestId, startedAt: this.clock.now(), timings: this.timings };
  }

  /** Refuses what is not offered for one of these VMs now. */
  demand(vms: readonly VirtualMachine[], anyOf: readonly string[]): void {
    this.advance();
    for (const vm of vms) this.demandOf(vm, anyOf);
  }

  private demandOf(vm: VirtualMachine, anyOf: readonly string[]): void {
    const running = this.runningJob(vm);
    if (running) {
      throw new Refusal(
        409,
        'Conflict',
        `Another operation (${running.plan.friendlyName}) is running on '${vm.name}'.`,
      );
    }
    const { allowedOperations, protectionStateDescription } = this.itemStates[vm.state];
    const allowed =
      (vm.fields['allowedOperations'] as readonly string[] | undefined) ?? allowedOperations;
    if (!anyOf.some((operation) => allowed.includes(operation))) {
      throw new Refusal(
        400,
        'OperationNotAllowed',
        `${anyOf.join(', ')} is not allowed for '${vm.name}' in the state '${protectionStateDescription}'.`,
      );
    }
  }
}

/** INFERRED: what a restart does to the failed job of a plan was never published. It is restarted as one of an item is. */
const vmsOf = ({ plan }: SimulatedJob): readonly VirtualMachine[] =>
  plan.recoveryPlan?.vms ?? (plan.vm ? [plan.vm] : []);

const isAbout = ({ plan }: SimulatedJob, vm: VirtualMachine) =>
  plan.vm === vm || plan.recoveryPlan?.vms.includes(vm);

/** Completing initial replication goes on beside the item's next operation. */
const isScenarioOf = (job: SimulatedJob) => job.plan.scenario !== 'IrCompletion';
