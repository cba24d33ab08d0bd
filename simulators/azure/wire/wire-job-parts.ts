import type { JobError, SimulatedJob, StepTimes } from '../jobs/simulated-job.ts';

/** "Not set" in a task, written without a zone. */
export const NOT_SET = '0001-01-01T00:00:00';

export function stateOf(job: SimulatedJob, now: number) {
  if (job.stop?.kind === 'cancelled') {
    const state = job.stop.endsAt <= now ? 'Cancelled' : 'Cancelling';
    return { state, stateDescription: state, allowedActions: [] as string[] };
  }
  // "Restart" on failed jobs is INFERRED.
  if (job.stop && job.endedAt(now) !== undefined)
    return { state: 'Failed', stateDescription: 'Failed', allowedActions: ['Restart'] };
  if (job.endedAt(now) !== undefined) {
    // The description is documented; that a plan of which some VMs went wrong ends with it is INFERRED.
    const stateDescription = job.vmFailures.length > 0 ? 'PartiallySucceeded' : 'Completed';
    return { state: 'Succeeded', stateDescription, allowedActions: [] };
  }
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

/** The waiting task's own state is INFERRED from the job's. */
export function taskState(job: SimulatedJob, { step, startedAt, endedAt }: StepTimes, now: number) {
  if (step.skipped) return { state: 'Other', stateDescription: 'Skipped' };
  if (endedAt !== undefined) return { state: 'Succeeded', stateDescription: 'Completed' };
  if (startedAt === undefined) return { state: 'NotStarted', stateDescription: 'NotStarted' };
  if (job.stop) return { state: stateOf(job, now).state };
  if (step.waits) return { state: 'Suspended' };
  return { state: 'InProgress', stateDescription: 'InProgress' };
}

export function wireError(error: JobError, at: number) {
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

export function taskTimes({ startedAt, endedAt }: StepTimes) {
  return {
    startTime: startedAt === undefined ? NOT_SET : time(startedAt),
    endTime: endedAt === undefined ? NOT_SET : time(endedAt),
  };
}

export const time = (at: number) => new Date(at).toISOString();
