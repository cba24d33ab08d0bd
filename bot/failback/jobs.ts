import type { GatedOperation } from './gates.ts';
import type { Job, JobTask, ServiceIssue } from './ports/site-recovery.ts';

/** What a job's state means for the failback. */
export type JobPhase =
  | 'running'
  | 'waiting'
  | 'cancelling'
  | 'succeeded'
  | 'failed'
  | 'cancelled'
  | 'unknown';

/** What is kept of a job: only what a person or the next step needs. */
export interface JobSight {
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
}

/** A phase; for an unknown one, the key under which a person may declare it to be expected. */
export interface JobJudgement {
  readonly phase: JobPhase;
  readonly unknown?: string;
}

/** Scenario names of the jobs that our calls start. Resuming starts none. */
export const SCENARIOS: Readonly<
  Record<Exclude<GatedOperation, 'completeFailover'>, readonly string[]>
> = {
  plannedFailover: ['Failback'],
  commit: ['CommitFailover'],
  reverseReplicate: ['ReprotectReplicationGroup', 'ReverseReplication'],
};

/** The task that waits for complete failover. Its name was recorded for recovery plans only. */
const WAIT_FOR_COMPLETION = 'WaitForUserInputForFailback';

/** The task by which Azure starts the VM at its new place. Recorded for a failover to Azure; for a failback inferred. */
const START_VM = 'VmFoStartVmOnSecondary';

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

const ACTIVE_STATES = new Set(['inprogress', 'suspended']);
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
      return isWaitingForCompletion(job)
        ? { phase: 'waiting' }
        : unknown(`waits for: ${job.stateDescription || 'something'}`, accepted, 'running');
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

function judgeRunning(job: Job, accepted: readonly string[]): JobJudgement {
  if (isWaitingForCompletion(job)) return { phase: 'waiting' };
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
  if (SETTLED_STATES.has(state)) return false;
  // A group's and a VM's own line are called "Unknown" by the service itself: their children are judged instead.
  const isNamed = task.name !== '' && task.name !== 'Unknown';
  return !ACTIVE_STATES.has(state) || (isNamed && !KNOWN_TASKS.has(task.name));
}

const taskKey = (task: JobTask) => `task: ${task.name || task.friendlyName} (${task.state})`;

/**
 * A failback waits for complete failover when its waiting task is active and the job may be resumed. Neither the state
 * `Suspended` nor the task alone is enough: the waiting job itself was never recorded.
 */
function isWaitingForCompletion(job: Job): boolean {
  return (
    SCENARIOS.plannedFailover.includes(job.scenario) &&
    flatten(job.tasks).some(
      (task) => task.name === WAIT_FOR_COMPLETION && ACTIVE_STATES.has(task.state.toLowerCase()),
    ) &&
    isOffered(job, 'Resume')
  );
}

/** Whether Azure itself is starting the VM, or has. */
export function isStartingVm(job: Job): boolean {
  return flatten(job.tasks).some(
    ({ name, state }) =>
      name === START_VM && [...ACTIVE_STATES, 'succeeded'].includes(state.toLowerCase()),
  );
}

function flatten(tasks: readonly JobTask[]): readonly JobTask[] {
  return tasks.flatMap((task) => [task, ...flatten(task.children)]);
}

/** The tasks that take the Azure VM down and start the one on-premises: after them there is no waiting any more. */
const DOWNTIME_TASKS = new Set(['VmShutdownVmOnPrimary', 'VmFailover', 'VmFoStartVmOnSecondary']);

/** Whether the job has begun to take the Azure VM down. */
export function hasBegunDowntime(job: Job): boolean {
  return flatten(job.tasks).some(
    ({ name, state }) =>
      DOWNTIME_TASKS.has(name) && !['notstarted', 'other'].includes(state.toLowerCase()),
  );
}

/** The state of the task of this name, in lower case; undefined where the job has none. */
export function stateOfTask(job: Job, name: string): string | undefined {
  return flatten(job.tasks)
    .find((task) => task.name === name)
    ?.state.toLowerCase();
}

/** Whether Azure offers to do this with the job: `Cancel`, `Resume` or `Restart`. */
export function isOffered(job: Job, action: string): boolean {
  return job.allowedActions.some((name) => name.toLowerCase() === action.toLowerCase());
}

/** What is kept of a job in the ledger. */
export function sightOf(job: Job, phase: JobPhase): JobSight {
  const active = flatten(job.tasks).findLast((task) => ACTIVE_STATES.has(task.state.toLowerCase()));
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
  };
}

/** Whether two sights say the same to a person and to the next step. */
export function isSameSight(a: JobSight | undefined, b: JobSight): boolean {
  return (
    a !== undefined &&
    a.jobId === b.jobId &&
    a.state === b.state &&
    a.stateDescription === b.stateDescription &&
    a.phase === b.phase &&
    a.task === b.task &&
    a.issues.length === b.issues.length
  );
}
