import type { SimulatedPlan } from '../recovery-plan.ts';
import type { VirtualMachine } from '../virtual-machine.ts';
import type { World } from '../world.ts';
import {
  type PlanJobStart,
  planCommitPlan,
  planFailbackPlan,
  planReversePlan,
} from './plan-job-plans.ts';
import type { JobPlan, SimulatedJob } from './simulated-job.ts';

/**
 * What the service does with a whole plan. That it turns down a plan of which some VMs are elsewhere is INFERRED: what it
 * really does with one was never published.
 */
export function startPlanFailback(
  world: World,
  plan: SimulatedPlan,
  requestId: string,
  isDelta: boolean,
): SimulatedJob {
  world.demand(plan.vms, ['Failback']);
  const job = begin(world, plan, requestId, (start) => planFailbackPlan(start, isDelta));
  for (const vm of plan.vms) {
    vm.onPremisesVm = 'off';
    vm.state = 'failingBack';
  }
  // The plan calls a failback PlannedFailover (recorded).
  remember(plan, job, 'PlannedFailover');
  return job;
}

export function startPlanCommit(
  world: World,
  plan: SimulatedPlan,
  requestId: string,
): SimulatedJob {
  world.demand(plan.vms, ['Commit']);
  const job = begin(world, plan, requestId, planCommitPlan);
  remember(plan, job, 'CommitFailover');
  return job;
}

export function startPlanReverse(
  world: World,
  plan: SimulatedPlan,
  requestId: string,
): SimulatedJob {
  world.demand(plan.vms, ['ReverseReplicate']);
  const completed = (vm: VirtualMachine, at: number) => {
    vm.state = 'protected';
    world.startInitialReplication(vm, at);
  };
  const job = begin(world, plan, requestId, (start) => planReversePlan(start, completed));
  remember(plan, job, 'ReverseReplication');
  return job;
}

function begin(
  world: World,
  recoveryPlan: SimulatedPlan,
  requestId: string,
  planOf: (start: PlanJobStart) => JobPlan,
): SimulatedJob {
  let job: SimulatedJob | undefined;
  const start: PlanJobStart = {
    recoveryPlan,
    requestId,
    startedAt: world.clock.now(),
    timings: world.timings,
    hasFailed: (vm) => job?.vmFailures.some((failure) => failure.vm === vm) ?? false,
  };
  job = world.begin(planOf(start));
  return job;
}

function remember(plan: SimulatedPlan, job: SimulatedJob, name: string): void {
  plan.lastScenario = { name, jobId: job.id, startedAt: job.plan.startedAt };
}
