import type { Job, JobTask, ServiceIssue } from '../ports/site-recovery.ts';
import { flatten, isActive, isOffered } from './job-tasks.ts';
import type { ItemOperation } from './observed-item.ts';
import { actionWaitedFor, isRunningScript, type WaitingAction } from './plan-action.ts';

/** What a job's state means for the failback. */
export type JobPhase =
  | 'running'
  | 'waiting'
  /** At an action of a recovery plan that waits for a person. */
  | 'atAction'
  | 'cancelling'
  | 'succeeded'
  | 'failed'
  | 'cancelled'
  | 'unknown';

/** What is kept of a job: only what a person or the next step needs. */
export interface ObservedJob {
  readonly jobId: string;
  readonly scenario: string;
  readonly state: string;
  readonly stateDescription: string;
  readonly phase: JobPhase;
  /** The friendly name of the task that runs or waits. */
  readonly task?: string;
  readonly startedAt?: number;
  readonly endedAt?: number;
  readonly issues: readonly ServiceIssue[];
  /** What it waits for a person to do, of a plan's own. */
  readonly action?: WaitingAction;
}

/** A phase; for an unknown one, the key under which a person may declare it to be expected. */
export interface JobJudgement {
  readonly phase: JobPhase;
  readonly unknown?: string;
  readonly action?: WaitingAction;
}

/** Scenario names of the jobs that our calls start. Resuming starts none. */
export const SCENARIOS: Readonly<Record<ItemOperation, readonly string[]>> = {
  plannedFailover: ['Failback'],
  commit: ['CommitFailover'],
  reverseReplicate: ['ReprotectReplicationGroup', 'ReverseReplication'],
};

/** The task that waits for complete failover. Its name was recorded for recovery plans only. */
const WAIT_FOR_COMPLETION = 'WaitForUserInputForFailback';

/** The task by which Azure starts the VM at its new place. Recorded for a failover to Azure; for a failback inferred. */
const START_VM = 'VmFoStartVmOnSecondary';

/** The kind of the groups in which a plan starts its VMs (recorded: azure-sdk-for-net, RPFailback). */
export const START_GROUP = 'BootGroup';

/**
 * Tasks that a failback, a commit or a reverse replication is known to run. The list of a single item's failback was
 * not recorded: its names are those of a plan's failback and of an item's failover.
 */
const KNOWN_TASKS = new Set([
  'RpSrsPrerequisitesCheck',
  'VmPfoPrerequisitesCheck',
  'PrepareVmOnPremForFailback',
  'DataSync',
  'DataSyncAllActionGroup',
  WAIT_FOR_COMPLETION,
  'VmShutdownVmOnPrimary',
  'VmPrepareForFailover',
  'VmFailover',
  START_VM,
  'EndRecoveryPlanTask',
  'VmCommitPrerequisitesCheck',
  'VmCommit',
  'CreateProtectionTarget',
  'EnableProtection',
  'VmStartInitialReplication',
]);

const SETTLED_STATES = new Set([
  'notstarted',
  'other',
  'succeeded',
  'failed',
  'cancelled',
  'cancelling',
]);

/** Says what a job's state means. Whatever is not on the list is `unknown`, unless a person has accepted it. */
export function judgeJob(job: Job, accepted: readonly string[]): JobJudgement {
  switch (job.state.toLowerCase()) {
    case 'notstarted':
    case 'inprogress':
      return judgeRunning(job, accepted);
    case 'suspended':
      return (
        judgeWaiting(job) ??
        unknown(`waits for: ${job.stateDescription || 'something'}`, accepted, 'running')
      );
    case 'cancelling':
      return { phase: 'cancelling' };
    case 'succeeded':
      return job.stateDescription.toLowerCase() === 'partiallysucceeded'
        ? unknown('state: Succeeded, partially', accepted, 'succeeded')
        : { phase: 'succeeded' };
    case 'failed':
      return { phase: 'failed' };
    case 'cancelled':
      return { phase: 'cancelled' };
    default:
      return unknown(`state: ${job.state}`, accepted, 'running');
  }
}

/** What a job waits for a person to do; undefined when it is not known to wait. */
function judgeWaiting(job: Job): JobJudgement | undefined {
  if (isWaitingForCompletion(job)) return { phase: 'waiting' };
  const action = SCENARIOS.plannedFailover.includes(job.scenario)
    ? actionWaitedFor(job)
    : undefined;
  return action && { phase: 'atAction', action };
}

function judgeRunning(job: Job, accepted: readonly string[]): JobJudgement {
  const waiting = judgeWaiting(job);
  if (waiting !== undefined) return waiting;
  const strange = flatten(job.tasks).find(
    (task) => isStrange(task) && !accepted.includes(taskKey(task)),
  );
  return strange === undefined
    ? { phase: 'running' }
    : { phase: 'unknown', unknown: taskKey(strange) };
}

function unknown(key: string, accepted: readonly string[], otherwise: JobPhase): JobJudgement {
  return accepted.includes(key) ? { phase: otherwise } : { phase: 'unknown', unknown: key };
}

function isStrange(task: JobTask): boolean {
  const state = task.state.toLowerCase();
  if (SETTLED_STATES.has(state) || isRunningScript(task)) return false;
  // A group's and a VM's own line are called "Unknown" by the service itself: their children are judged instead.
  const isNamed = task.name !== '' && task.name !== 'Unknown';
  return !isActive(task) || (isNamed && !KNOWN_TASKS.has(task.name));
}

const taskKey = (task: JobTask) => `task: ${task.name || task.friendlyName} (${task.state})`;

/**
 * A failback waits for complete failover when its waiting task is active and the job may be resumed. Neither the state
 * `Suspended` nor the task alone is enough: the waiting job itself was never recorded.
 */
function isWaitingForCompletion(job: Job): boolean {
  return (
    SCENARIOS.plannedFailover.includes(job.scenario) &&
    flatten(job.tasks).some((task) => task.name === WAIT_FOR_COMPLETION && isActive(task)) &&
    isOffered(job, 'Resume')
  );
}

/** Whether Azure itself is starting the VM, or has. */
export function isStartingVm(job: Job): boolean {
  return flatten(job.tasks).some(
    (task) =>
      (task.name === START_VM || task.groupType === START_GROUP) &&
      (isActive(task) || task.state.toLowerCase() === 'succeeded'),
  );
}

/** The tasks that take the Azure VM down and start the one on-premises: after them there is no waiting any more. */
const DOWNTIME_TASKS = new Set(['VmShutdownVmOnPrimary', 'VmFailover', START_VM]);

/** The groups of a recovery plan that do the same. */
const DOWNTIME_GROUPS = new Set(['Shutdown', 'RpFailoverTask', START_GROUP]);

/** Whether the job has begun to take the Azure VM down. */
export function hasBegunDowntime(job: Job): boolean {
  return flatten(job.tasks).some(
    ({ name, groupType = '', state }) =>
      (DOWNTIME_TASKS.has(name) || DOWNTIME_GROUPS.has(groupType)) &&
      !['notstarted', 'other'].includes(state.toLowerCase()),
  );
}

/** The state of the task of this name, in lower case; undefined where the job has none. */
export function stateOfTask(job: Job, name: string): string | undefined {
  return flatten(job.tasks)
    .find((task) => task.name === name)
    ?.state.toLowerCase();
}

/** What is kept of a job in the ledger. */
export function sightOf(job: Job, phase: JobPhase, action?: WaitingAction): ObservedJob {
  const active = flatten(job.tasks).findLast(isActive);
  return {
    jobId: job.id,
    scenario: job.scenario,
    state: job.state,
    stateDescription: job.stateDescription,
    phase,
    ...(active && { task: active.friendlyName || active.name }),
    ...(job.startedAt !== undefined && { startedAt: job.startedAt }),
    ...(job.endedAt !== undefined && { endedAt: job.endedAt }),
    issues: job.errors,
    ...(action && { action }),
  };
}

/** Whether two sights say the same to a person and to the next step. */
export function isSameSight(a: ObservedJob | undefined, b: ObservedJob): boolean {
  return (
    a !== undefined &&
    a.jobId === b.jobId &&
    a.state === b.state &&
    a.stateDescription === b.stateDescription &&
    a.phase === b.phase &&
    a.task === b.task &&
    a.action?.taskId === b.action?.taskId &&
    a.issues.length === b.issues.length
  );
}
