import type { SimulatedJob, Step, StepTimes } from '../jobs/simulated-job.ts';
import { stateOf, taskState, taskTimes, time, wireError } from './wire-job-parts.ts';
import type { WireNames } from './wire-names.ts';
import { wireGroupTask } from './wire-plan-task.ts';

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
      tasks: inList ? [] : job.times(now).map((times) => wireTask(names, job, times, now)),
      errors: (override.errors ?? job.errors).map((error) => wireError(error, endedAt ?? now)),
      startTime: time(plan.startedAt),
      ...(endedAt !== undefined && { endTime: time(endedAt) }),
      targetObjectId: (plan.vm ?? plan.recoveryPlan).id,
      targetObjectName: (plan.vm ?? plan.recoveryPlan).name,
      targetInstanceType: plan.vm ? 'ProtectionEntity' : 'RecoveryPlan',
      customDetails: customDetails(job),
    },
  };
}

function wireTask(names: WireNames, job: SimulatedJob, times: StepTimes, now: number): object {
  const { step } = times;
  if (step.group) return wireGroupTask(names, job, times, now);
  const override = job.override.tasks?.[step.name];
  const state = override ?? taskState(job, times, now);
  return {
    taskId: `${job.id}-${step.name}`,
    name: step.name,
    ...taskTimes(times),
    allowedActions: [],
    friendlyName: step.friendlyName,
    state: state.state,
    stateDescription: state.stateDescription ?? state.state,
    ...details(step),
    groupTaskCustomDetails: null,
    errors: [],
  };
}

const ACTION_TASKS = {
  manual: 'ManualActionTaskDetails',
  script: 'ScriptActionTaskDetails',
  runbook: 'AutomationRunbookTaskDetails',
};

/** An action's task follows the model of the specification; none was recorded. */
function details({ action }: Step) {
  if (action === undefined)
    return { taskType: 'TaskDetails', customDetails: { instanceType: 'TaskDetails' } };
  const { name, kind = 'manual', instructions } = action;
  const taskType = ACTION_TASKS[kind];
  return {
    taskType,
    customDetails: {
      instanceType: taskType,
      name,
      ...(kind === 'manual' && { instructions: instructions ?? '', observation: '' }),
    },
  };
}

/** In a failback "primary" is Azure. */
function customDetails({ plan }: SimulatedJob) {
  return {
    instanceType: 'AsrJobDetails',
    affectedObjectDetails: {
      ...(plan.vm && {
        primaryVmId: plan.vm.id,
        primaryVmName: plan.vm.name,
        recoveryVmId: '',
        recoveryVmName: plan.vm.name,
      }),
      ...(plan.scenario === 'Failback' && {
        primaryFabricProviderId: 'Azure',
        recoveryFabricProviderId: 'HyperVSite',
      }),
    },
  };
}
