import type { Failback } from '../state/failback.ts';
import type { Stage } from '../state/stages.ts';

const HOUR_MS = 3_600_000;

/**
 * How long a job may show nothing new before a person is asked, by stage. Chosen with room: data synchronization runs at "a few
 * GBs per minute" (https://learn.microsoft.com/azure/site-recovery/hyper-v-azure-failback); the other jobs were recorded
 * in minutes.
 */
const PATIENCE_MS: Partial<Record<Stage, number>> = {
  synchronizing: 12 * HOUR_MS,
  transferring: 12 * HOUR_MS,
  completing: 2 * HOUR_MS,
  committing: 2 * HOUR_MS,
  reversing: 2 * HOUR_MS,
};

/** For how long the job has shown nothing new, where that is too long; since somebody said to wait, at most. */
export function stuckForMs(
  { stage, stageSince, jobChangedAt = stageSince, call }: Failback,
  now: number,
): number | undefined {
  const patience = PATIENCE_MS[stage];
  const quiet = now - Math.max(stageSince, jobChangedAt, call?.at ?? 0);
  return patience !== undefined && quiet >= patience ? quiet : undefined;
}
