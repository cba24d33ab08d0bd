import type { Job, JobTask } from '../ports/site-recovery.ts';

/** A job's tasks and their children, in order. */
export function flatten(tasks: readonly JobTask[]): readonly JobTask[] {
  return tasks.flatMap((task) => [task, ...flatten(task.children)]);
}

const ACTIVE_STATES = new Set(['inprogress', 'suspended']);

export const isActive = ({ state }: JobTask): boolean => ACTIVE_STATES.has(state.toLowerCase());

/** Whether Azure offers to do this with the job: `Cancel`, `Resume` or `Restart`. */
export function isOffered(job: Job, action: string): boolean {
  return job.allowedActions.some((name) => name.toLowerCase() === action.toLowerCase());
}
