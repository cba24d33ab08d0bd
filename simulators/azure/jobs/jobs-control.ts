import type { World } from '../world.ts';
import { startPlanCommit, startPlanFailback } from './plan-operations.ts';
import type { JobError, JobOverride, SimulatedJob } from './simulated-job.ts';

/** Jobs that other jobs bring along. */
const FOLLOWERS = new Set(['IrCompletion', 'RestartJob']);

/** What happens to jobs without the bot: somebody in the portal, the service itself, or a test. */
export class JobsControl {
  /** New jobs show up in lists so much later. Simulated milliseconds. */
  listLagMs = 0;
  private readonly world: World;

  constructor(world: World) {
    this.world = world;
  }

  /** All jobs, oldest first. */
  all(): readonly SimulatedJob[] {
    this.world.advance();
    return this.world.jobs;
  }

  /** The newest failback, commit or reverse replication of a VM, or of a recovery plan. */
  latest(name: string): SimulatedJob {
    const job = this.all().findLast(
      ({ plan }) => (plan.vm ?? plan.recoveryPlan)?.name === name && !FOLLOWERS.has(plan.scenario),
    );
    if (!job) throw new Error(`The simulator has no job of ${name}.`);
    return job;
  }

  /** The newest job of a recovery plan. */
  latestOfPlan(planName: string): SimulatedJob {
    const job = this.all().findLast(({ plan }) => plan.recoveryPlan?.name === planName);
    if (!job) throw new Error(`The simulator has no job of the plan ${planName}.`);
    return job;
  }

  resumePlanInPortal(planName: string): void {
    this.world.resume(this.latestOfPlan(planName));
  }

  /** A VM of a plan goes wrong in the step that runs; the others go on. */
  failVmOfPlan(planName: string, vmName: string, errors: readonly JobError[]): void {
    const vm = this.world.vmNamed(vmName);
    const at = this.world.advance();
    this.latestOfPlan(planName).vmFailures.push({ vm, at, errors });
    vm.state = 'committedInAzure';
  }

  resumeInPortal(name: string): void {
    this.world.resume(this.latest(name));
  }

  cancelInPortal(name: string): void {
    this.world.cancel(this.latest(name));
  }

  /** The newest job has failed, and somebody restarts it. */
  restartInPortal(name: string): void {
    this.world.restart(this.latest(name), crypto.randomUUID());
  }

  /** Somebody starts the planned failover to on-premises. */
  failBackInPortal(
    vmName: string,
    synchronization: 'beforeFailover' | 'fullDownload',
  ): SimulatedJob {
    const vm = this.world.vmNamed(vmName);
    const isDelta = synchronization === 'beforeFailover';
    const way = { isDelta, hostId: vm.hostId, createsVm: false };
    return this.world.startFailback(vm, crypto.randomUUID(), way);
  }

  commitPlanInPortal(planName: string): SimulatedJob {
    return startPlanCommit(this.world, this.world.planNamed(planName), crypto.randomUUID());
  }

  /** Somebody starts the planned failover of a whole plan. */
  failBackPlanInPortal(planName: string): SimulatedJob {
    const plan = this.world.planNamed(planName);
    return startPlanFailback(this.world, plan, crypto.randomUUID(), true);
  }

  commitInPortal(vmName: string): SimulatedJob {
    return this.world.startCommit(this.world.vmNamed(vmName), crypto.randomUUID());
  }

  fail(name: string, errors: readonly JobError[]): void {
    this.world.fail(this.latest(name), errors);
  }

  /** The newest initial replication of a VM fails. */
  failInitialReplication(vmName: string, errors: readonly JobError[]): void {
    const job = this.all().findLast(
      ({ plan }) => plan.vm?.name === vmName && plan.scenario === 'IrCompletion',
    );
    if (!job) throw new Error(`The simulator has no initial replication of ${vmName}.`);
    this.world.fail(job, errors);
  }

  /** Somebody has it replicate again, from the beginning. */
  replicateAgain(vmName: string): void {
    this.world.startInitialReplication(this.world.vmNamed(vmName));
  }

  /** Makes the newest job say something else than its timeline does. */
  override(name: string, override: JobOverride): void {
    this.latest(name).override = override;
  }

  /** Leaves the newest job of a VM out of lists; it can still be read by its id. */
  hide(vmName: string): void {
    this.latest(vmName).isHidden = true;
  }
}
