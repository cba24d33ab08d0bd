import type { ActionKind } from '../../../bot/failback/ports/recovery-plans.ts';
import type {
  Job,
  JobTask,
  ServiceIssue,
  TaskAction,
} from '../../../bot/failback/ports/site-recovery.ts';
import type { WireJob, WireJobError, WireTask } from './job-schemas.ts';
import { parseWireTime } from './wire-time.ts';

/** One job of the wire as the bot's own record; `childErrors` are those of its child jobs. */
export function jobOf(job: WireJob, childErrors: readonly ServiceIssue[] = []): Job {
  const { properties } = job;
  const requestId = requestIdOf(properties.activityId);
  return {
    id: job.name,
    scenario: properties.scenarioName,
    friendlyName: properties.friendlyName ?? '',
    state: properties.state,
    stateDescription: properties.stateDescription ?? '',
    allowedActions: properties.allowedActions,
    targetId: properties.targetObjectId ?? '',
    targetName: properties.targetObjectName ?? '',
    targetType: properties.targetInstanceType ?? '',
    ...(requestId !== undefined && { requestId }),
    ...timesOf(properties),
    tasks: properties.tasks.map(taskOf),
    errors: distinct([...errorsOf(job), ...childErrors]),
  };
}

/** The errors of the job itself and of all its tasks; those of a plan's VM with its name. */
export function errorsOf({ properties }: WireJob): readonly ServiceIssue[] {
  const vm = properties.targetInstanceType === 'Vm' ? properties.targetObjectName : undefined;
  return [
    ...properties.errors.map((error) => withVm(issueOf(error), vm)),
    ...flattenTasks(properties.tasks).flatMap((task) =>
      task.errors.map((error) =>
        withVm(issueOf(error), task.customDetails?.jobTask?.targetObjectName || vm),
      ),
    ),
  ];
}

const withVm = (issue: ServiceIssue, vm: string | null | undefined): ServiceIssue =>
  vm ? { ...issue, vm } : issue;

/** A job's tasks and their children, in order. */
export function flattenTasks(tasks: readonly WireTask[]): readonly WireTask[] {
  return tasks.flatMap((task) => [
    task,
    ...flattenTasks(task.groupTaskCustomDetails?.childTasks ?? []),
  ]);
}

/** The id that the starting call was sent with: the first half of `{guid} ActivityId: {guid}`. */
function requestIdOf(activityId: string | null | undefined): string | undefined {
  return /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}) ActivityId: [0-9a-f-]{36}$/i.exec(
    activityId ?? '',
  )?.[1];
}

function taskOf(task: WireTask): JobTask {
  const groupType = task.groupTaskCustomDetails?.rpGroupType;
  return {
    id: task.taskId ?? '',
    name: task.name ?? '',
    friendlyName: task.friendlyName ?? '',
    state: task.state,
    stateDescription: task.stateDescription ?? '',
    ...timesOf(task),
    ...(groupType && { groupType }),
    ...subjectOf(task),
    errors: task.errors.map(issueOf),
    children: (task.groupTaskCustomDetails?.childTasks ?? []).map(taskOf),
  };
}

/** The VM or the action that a plan's task is about. */
function subjectOf(task: WireTask): Pick<JobTask, 'vm' | 'action'> {
  const { jobTask } = task.customDetails ?? {};
  const action = actionOf(task);
  return {
    ...(jobTask?.targetObjectId && {
      vm: { id: jobTask.targetObjectId, name: jobTask.targetObjectName ?? '' },
    }),
    ...(action && { action }),
  };
}

/** https://learn.microsoft.com/rest/api/site-recovery/replication-jobs/get */
const ACTION_KINDS: Readonly<Record<string, ActionKind>> = {
  ManualActionTaskDetails: 'manual',
  ScriptActionTaskDetails: 'script',
  AutomationRunbookTaskDetails: 'runbook',
};

/** Told by the task's own type: published examples write the details of ordinary tasks as those of a manual action. */
function actionOf({ taskType, customDetails, friendlyName }: WireTask): TaskAction | undefined {
  const kind = ACTION_KINDS[taskType || (customDetails?.instanceType ?? '')];
  if (kind === undefined) return undefined;
  const { name, instructions } = customDetails ?? {};
  return {
    kind,
    name: name || (friendlyName ?? ''),
    ...(instructions && { instructions }),
  };
}

interface Times {
  readonly startTime?: string | null | undefined;
  readonly endTime?: string | null | undefined;
}

function timesOf(wire: Times): { startedAt?: number; endedAt?: number } {
  const startedAt = parseWireTime(wire.startTime);
  const endedAt = parseWireTime(wire.endTime);
  return {
    ...(startedAt !== undefined && { startedAt }),
    ...(endedAt !== undefined && { endedAt }),
  };
}

/** The service's own words come first; the provider's on the host say what really went wrong where there are none. */
function issueOf({
  errorLevel,
  serviceErrorDetails: own,
  providerErrorDetails: host,
}: WireJobError): ServiceIssue {
  const possibleCauses = own?.possibleCauses || host?.possibleCauses;
  const recommendedAction = own?.recommendedAction || host?.recommendedAction;
  return {
    level: errorLevel ?? '',
    code: own?.code || String(host?.errorCode ?? ''),
    message: [own?.message, host?.errorMessage].filter(Boolean).join(' '),
    ...(possibleCauses && { possibleCauses }),
    ...(recommendedAction && { recommendedAction }),
  };
}

/** A job and its child jobs often report the same error. */
function distinct(issues: readonly ServiceIssue[]): readonly ServiceIssue[] {
  return [
    ...new Map(
      issues.map((issue) => [`${issue.code} ${issue.message} ${issue.vm ?? ''}`, issue]),
    ).values(),
  ];
}
