import type { JobError, SimulatedJob, StepTimes } from './simulated-job.ts';
import type { WireNames } from './wire-names.ts';

/** "Not set" in a task, written without a zone. */
const NOT_SET = '0001-01-01T00:00:00';

/** A job as the service writes it. In lists, its tasks are left out. */
export function wireJob(names: WireNames, job: SimulatedJob, now: number, inList: boolean) {
  const { plan, override } = job;
  const endedAt = job.endedAt(now);
  return {
    id: names.jobId(job.id),
    name: job.id,
    type: 'Microsoft.RecoveryServices/vaults/replicationJobs',
    properties: {
      activityId: job.activityId,
      scenarioName: plan.scenario,
      friendlyName: plan.friendlyName,
      ...stateOf(job, now),
      ...(override.state !== undefined && {
        state: override.state,
        stateDescription: override.state,
      }),
      ...(override.stateDescription !== undefined && {
        stateDescription: override.stateDescription,
      }),
      ...(override.allowedActions !== undefined && { allowedActions: override.allowedActions }),
      tasks: inList ? [] : job.times(now).map((times) => wireTask(job, times, now)),
      errors: (override.errors ?? job.errors).map((error) => wireError(error, endedAt ?? now)),
      startTime: time(plan.startedAt),
      ...(endedAt !== undefined && { endTime: time(endedAt) }),
      targetObjectId: plan.vm.id,
      targetObjectName: plan.vm.name,
      targetInstanceType: 'ProtectionEntity',
      customDetails: customDetails(job),
    },
  };
}

export function stateOf(job: SimulatedJob, now: number) {
  if (job.stop?.kind === 'cancelled') {
    const state = job.stop.endsAt <= now ? 'Cancelled' : 'Cancelling';
    return { state, stateDescription: state, allowedActions: [] as string[] };
  }
  // "Restart" on failed jobs is INFERRED.
  if (job.stop && job.endedAt(now) !== undefined)
    return { state: 'Failed', stateDescription: 'Failed', allowedActions: ['Restart'] };
  if (job.endedAt(now) !== undefined)
    return { state: 'Succeeded', stateDescription: 'Completed', allowedActions: [] };
  // The pair of a job that waits was recorded for a test failover only; this description is INFERRED from it.
  if (job.isWaiting(now)) {
    return {
      state: 'Suspended',
      stateDescription: 'WaitingForUserInput',
      allowedActions: ['Cancel', 'Resume'],
    };
  }
  return { state: 'InProgress', stateDescription: 'InProgress', allowedActions: ['Cancel'] };
}

function wireTask(job: SimulatedJob, times: StepTimes, now: number) {
  const { step, startedAt, endedAt } = times;
  const override = job.override.tasks?.[step.name];
  const state = override ?? taskState(job, times, now);
  return {
    taskId: `${job.id}-${step.name}`,
    name: step.name,
    startTime: startedAt === undefined ? NOT_SET : time(startedAt),
    endTime: endedAt === undefined ? NOT_SET : time(endedAt),
    allowedActions: [],
    friendlyName: step.friendlyName,
    state: state.state,
    stateDescription: state.stateDescription ?? state.state,
    taskType: 'TaskDetails',
    customDetails: { instanceType: 'TaskDetails' },
    groupTaskCustomDetails: null,
    errors: [],
  };
}

/** The waiting task's own state is INFERRED from the job's. */
function taskState(job: SimulatedJob, { step, startedAt, endedAt }: StepTimes, now: number) {
  if (step.skipped) return { state: 'Other', stateDescription: 'Skipped' };
  if (endedAt !== undefined) return { state: 'Succeeded', stateDescription: 'Completed' };
  if (startedAt === undefined) return { state: 'NotStarted', stateDescription: 'NotStarted' };
  if (job.stop) return { state: stateOf(job, now).state };
  if (step.waits) return { state: 'Suspended' };
  return { state: 'InProgress', stateDescription: 'InProgress' };
}

function wireError(error: JobError, at: number) {
  return {
    errorLevel: 'Error',
    creationTime: time(at),
    taskId: '',
    serviceErrorDetails: {
      code: error.code,
      message: error.message,
      possibleCauses: error.possibleCauses ?? '',
      recommendedAction: error.recommendedAction ?? '',
      activityId: '',
    },
    providerErrorDetails: null,
  };
}

/** In a failback "primary" is Azure. */
function customDetails({ plan }: SimulatedJob) {
  return {
    instanceType: 'AsrJobDetails',
    affectedObjectDetails: {
      primaryVmId: plan.vm.id,
      primaryVmName: plan.vm.name,
      recoveryVmId: '',
      recoveryVmName: plan.vm.name,
      ...(plan.scenario === 'Failback' && {
        primaryFabricProviderId: 'Azure',
        recoveryFabricProviderId: 'HyperVSite',
      }),
    },
  };
}

const time = (at: number) => new Date(at).toISOString();
