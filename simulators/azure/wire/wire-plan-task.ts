import type { SimulatedJob, StepTimes, VmStep } from '../jobs/simulated-job.ts';
import { NOT_SET, taskState, taskTimes, wireError } from './wire-job-parts.ts';
import type { WireNames } from './wire-names.ts';

/** A step of a plan's job that is about several VMs, as the service writes it: groups are called "Unknown" (recorded). */
export function wireGroupTask(
  names: WireNames,
  job: SimulatedJob,
  times: StepTimes,
  now: number,
): object {
  const { name, friendlyName, group } = times.step;
  const isShutdown = group?.inner !== undefined;
  const taskType = isShutdown
    ? 'RecoveryPlanShutdownGroupTaskDetails'
    : 'RecoveryPlanGroupTaskDetails';
  const children = isShutdown
    ? group.inner.map((inner, at) =>
        groupBody(job, times, now, {
          id: `Group${at + 1}`,
          friendlyName: inner.friendlyName,
          taskType: 'RecoveryPlanGroupTaskDetails',
          type: group.type,
          children: inner.vms.map((vm) => wireVmTask(names, job, times, now, vm)),
        }),
      )
    : (group?.vms ?? []).map((vm) => wireVmTask(names, job, times, now, vm));
  return groupBody(job, times, now, {
    id: name,
    friendlyName,
    taskType,
    type: group?.type ?? '',
    children,
  });
}

interface GroupBody {
  readonly id: string;
  readonly friendlyName: string;
  readonly taskType: string;
  readonly type: string;
  readonly children: readonly object[];
}

function groupBody(job: SimulatedJob, times: StepTimes, now: number, body: GroupBody): object {
  return {
    taskId: body.id,
    name: 'Unknown',
    ...taskTimes(times),
    allowedActions: [],
    friendlyName: body.friendlyName,
    ...taskState(job, times, now),
    taskType: body.taskType,
    customDetails: null,
    groupTaskCustomDetails: {
      name: body.id,
      groupId: body.id,
      rpGroupType: body.type,
      instanceType: body.taskType,
      childTasks: body.children,
    },
    errors: [],
  };
}

function wireVmTask(
  names: WireNames,
  job: SimulatedJob,
  times: StepTimes,
  now: number,
  { vm, jobId }: VmStep,
): object {
  const { plan } = job;
  const hasStarted = times.startedAt !== undefined;
  return {
    taskId: jobId,
    name: 'Unknown',
    ...taskTimes(times),
    allowedActions: [],
    friendlyName: vm.name,
    ...vmState(job, times, now, vm.name),
    taskType: 'VirtualMachineTaskDetails',
    customDetails: {
      skippedReason: 'None',
      skippedReasonString: null,
      jobTask: {
        // Empty until the child job starts (recorded).
        jobId: names.jobId(hasStarted ? jobId : ''),
        jobFriendlyName: hasStarted ? plan.friendlyName : 'Unknown',
        targetObjectId: vm.id,
        targetObjectName: vm.name,
        targetInstanceType: 'Vm',
        jobScenarioName: hasStarted ? plan.scenario : 'Unknown',
      },
      instanceType: 'VirtualMachineTaskDetails',
    },
    groupTaskCustomDetails: null,
    errors: [],
  };
}

/** A VM that went wrong is shown failed in the task that it went wrong in, and skipped in later ones: INFERRED. */
function vmState(job: SimulatedJob, times: StepTimes, now: number, vmName: string) {
  const failure = job.vmFailures.find(({ vm }) => vm.name === vmName);
  const { startedAt, endedAt = Number.POSITIVE_INFINITY } = times;
  if (failure === undefined || startedAt === undefined || failure.at >= endedAt)
    return taskState(job, times, now);
  return startedAt <= failure.at
    ? { state: 'Failed', stateDescription: 'Failed' }
    : { state: 'Other', stateDescription: 'Skipped' };
}

/** A VM's child job. Its own task list was never recorded and is left empty. */
export function wireChildJob(
  names: WireNames,
  { job, times, step }: ChildJob,
  now: number,
): object {
  const { vm } = step;
  const { plan } = job;
  const failure = job.vmFailures.find((one) => one.vm === vm);
  const { startTime, endTime } = taskTimes(times);
  return {
    id: names.jobId(step.jobId),
    name: step.jobId,
    type: 'Microsoft.RecoveryServices/vaults/replicationJobs',
    properties: {
      activityId: step.activityId,
      scenarioName: plan.scenario,
      friendlyName: plan.friendlyName,
      ...vmState(job, times, now, vm.name),
      allowedActions: [],
      tasks: [],
      errors: (failure?.errors ?? []).map((error) => wireError(error, failure?.at ?? now)),
      startTime,
      ...(endTime !== NOT_SET && { endTime }),
      targetObjectId: vm.id,
      targetObjectName: vm.name,
      targetInstanceType: 'Vm',
      customDetails: { instanceType: 'AsrJobDetails', affectedObjectDetails: {} },
    },
  };
}

export interface ChildJob {
  readonly job: SimulatedJob;
  readonly times: StepTimes;
  readonly step: VmStep;
}

/** The child jobs that a plan's job has started, newest first. */
export function childJobsOf(job: SimulatedJob, now: number): readonly ChildJob[] {
  return job
    .times(now)
    .filter(({ startedAt }) => startedAt !== undefined)
    .flatMap((times) => (times.step.group?.vms ?? []).map((step) => ({ job, times, step })))
    .toReversed();
}
