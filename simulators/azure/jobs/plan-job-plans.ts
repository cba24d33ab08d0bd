import { randomUUID } from 'node:crypto';
import type { PlanActionOptions, SimulatedPlan } from '../recovery-plan.ts';
import type { VirtualMachine } from '../virtual-machine.ts';
import type { JobPlan, Step, VmStep } from './simulated-job.ts';
import type { Timings } from './timings.ts';

export interface PlanJobStart {
  readonly recoveryPlan: SimulatedPlan;
  readonly requestId: string;
  readonly startedAt: number;
  readonly timings: Timings;
  /** VMs that went wrong on the way: nothing more is done with them. */
  readonly hasFailed: (vm: VirtualMachine) => boolean;
}

/**
 * Failback of a plan, in the recorded order of its tasks (azure-sdk-for-net, RPFailback). `isDelta` is the wire's
 * `ForDownTime`; else synchronization and waiting are skipped, as recorded. Where the plan's own actions stand between
 * the groups, and that all groups shut down at the same time, is INFERRED from how a plan is written.
 */
export function planFailbackPlan(start: PlanJobStart, isDelta: boolean): JobPlan {
  const { recoveryPlan: plan, timings } = start;
  const before = new Map(plan.vms.map((vm) => [vm, vm.state]));
  return {
    ...start,
    scenario: 'Failback',
    friendlyName: 'Planned failover',
    steps: [
      task(
        'RpSrsPrerequisitesCheck',
        'Prerequisites check for the recovery plan',
        timings.prerequisitesMs,
      ),
      task(
        'PrepareVmOnPremForFailback',
        'Preparing the on-premises virtual machine',
        timings.prepareMs,
      ),
      { ...synchronizing(start), skipped: !isDelta },
      {
        ...task('WaitForUserInputForFailback', 'Waiting for user input', 0),
        waits: true,
        skipped: !isDelta,
      },
      ...plan.beforeShutdown.map(actionStep),
      shuttingDown(start),
      failingOver(start),
      ...plan.groups.flatMap((group, at) => [
        ...group.before.map(actionStep),
        booting(start, at),
        ...group.after.map(actionStep),
      ]),
      task('EndRecoveryPlanTask', 'Finalizing the recovery plan', timings.prerequisitesMs),
    ],
    succeeded: () => {
      for (const vm of sound(start)) vm.state = 'failedBack';
    },
    stopped: () => {
      for (const vm of sound(start)) vm.state = before.get(vm) ?? vm.state;
    },
  };
}

/** Commit of a plan, group after group (recorded: RPFailoverCommit). */
export function planCommitPlan(start: PlanJobStart): JobPlan {
  return {
    ...start,
    scenario: 'CommitFailover',
    friendlyName: 'Commit',
    steps: perGroup(start, 'Commit', 'CommitGroup', start.timings.commitMs, (vm) => {
      vm.azureVm = 'deleted';
      vm.state = 'failbackCommitted';
    }),
    succeeded: () => undefined,
    stopped: () => undefined,
  };
}

/** Reverse replication of a plan (recorded: RPReprotect). Each VM's initial replication is completed by another job. */
export function planReversePlan(
  start: PlanJobStart,
  complete: (vm: VirtualMachine, at: number) => void,
): JobPlan {
  const { timings } = start;
  return {
    ...start,
    scenario: 'ReverseReplication',
    friendlyName: 'Reverse replication',
    steps: perGroup(
      start,
      'Reverse replicate',
      'ReverseReplicateGroup',
      timings.reverseMs,
      complete,
    ),
    succeeded: () => undefined,
    stopped: () => undefined,
  };
}

function perGroup(
  start: PlanJobStart,
  verb: string,
  type: string,
  durationMs: number,
  done: (vm: VirtualMachine, at: number) => void,
): readonly Step[] {
  return start.recoveryPlan.groups.map(({ vms }, at) => ({
    ...task(`Group${at + 1}`, `Group ${at + 1}: ${verb} (${vms.length})`, durationMs),
    group: { type, vms: vms.map((vm) => vmStep(vm, start)) },
    end: (time) => {
      for (const vm of vms) if (!start.hasFailed(vm)) done(vm, time);
    },
  }));
}

function synchronizing(start: PlanJobStart): Step {
  return {
    ...task('DataSyncAllActionGroup', 'Data synchronization', start.timings.synchronizationMs),
    group: allVms(start, 'RpFailbackDataSyncTask'),
    ...copying(start),
  };
}

function shuttingDown(start: PlanJobStart): Step {
  const { groups } = start.recoveryPlan;
  const inner = groups.map(({ vms }, at) => ({
    friendlyName: `Shutdown: Group ${at + 1} (${vms.length})`,
    vms: vms.map((vm) => vmStep(vm, start)),
  }));
  return {
    ...task(
      'ShutdownAllActionGroup',
      `All groups shutdown (${groups.length})`,
      start.timings.shutdownMs,
    ),
    group: { type: 'Shutdown', vms: inner.flatMap(({ vms }) => vms), inner },
    end: (at) => {
      for (const vm of sound(start)) vm.stopInAzure(at);
    },
  };
}

function failingOver(start: PlanJobStart): Step {
  return {
    ...task('FailoverAllActionGroup', 'Recovery plan failover', start.timings.failoverMs),
    group: allVms(start, 'RpFailoverTask'),
    ...copying(start),
  };
}

function booting(start: PlanJobStart, at: number): Step {
  const vms = start.recoveryPlan.groups[at]?.vms ?? [];
  return {
    ...task(`Group${at + 1}`, `Group ${at + 1}: Start (${vms.length})`, start.timings.startVmMs),
    group: { type: 'BootGroup', vms: vms.map((vm) => vmStep(vm, start)) },
    end: (time) => {
      for (const vm of vms) if (!start.hasFailed(vm)) vm.startOnPremises(time);
    },
  };
}

/** A script runs by itself; a manual action waits for a person. */
function actionStep(action: PlanActionOptions): Step {
  const { name, kind = 'manual', waits = kind === 'manual' } = action;
  return { ...task(name, name, waits ? 0 : 1_000), action, ...(waits && { waits }) };
}

const task = (name: string, friendlyName: string, durationMs: number): Step => ({
  name,
  friendlyName,
  durationMs,
});

const allVms = (start: PlanJobStart, type: string) => ({
  type,
  vms: start.recoveryPlan.vms.map((vm) => vmStep(vm, start)),
});

/** That a child job carries the request id of the call that started its plan is INFERRED: it is the harder case. */
const vmStep = (vm: VirtualMachine, { requestId }: PlanJobStart): VmStep => ({
  vm,
  jobId: randomUUID(),
  activityId: `${requestId} ActivityId: ${randomUUID()}`,
});

const sound = ({ recoveryPlan, hasFailed }: PlanJobStart) =>
  recoveryPlan.vms.filter((vm) => !hasFailed(vm));

function copying(start: PlanJobStart): Pick<Step, 'begin' | 'progress'> {
  return {
    begin: (at) => {
      for (const vm of sound(start)) vm.beginCopy(at);
    },
    progress: (fraction) => {
      for (const vm of sound(start)) vm.copyUpTo(fraction);
    },
  };
}
