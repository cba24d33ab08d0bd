import type { Job, JobTask, TaskAction } from '../ports/site-recovery.ts';
import { flatten, isActive, isOffered } from './job-tasks.ts';

/** An action of a plan's own that waits for a person. */
export interface WaitingAction extends TaskAction {
  /** Azure's id of its task: two actions may have the same name. */
  readonly taskId: string;
}

/**
 * The action of the plan that a job waits at; undefined when it waits for nothing of the kind. A manual action is for a
 * person; a script or a runbook runs by itself, and waits only when its task says so. The job must offer to be resumed.
 */
export function actionWaitedFor(job: Job): WaitingAction | undefined {
  if (!isOffered(job, 'Resume')) return undefined;
  const task = flatten(job.tasks).find(isWaitingAction);
  return task?.action && { ...task.action, taskId: task.id };
}

function isWaitingAction(task: JobTask): boolean {
  if (task.action === undefined || !isActive(task)) return false;
  return task.action.kind === 'manual' || task.state.toLowerCase() === 'suspended';
}

/** Whether a task is a script or a runbook that runs by itself. */
export const isRunningScript = ({ action, state }: JobTask): boolean =>
  action !== undefined && action.kind !== 'manual' && state.toLowerCase() === 'inprogress';
