import type { Job } from '../ports/site-recovery.ts';
import { type JobPhase, judgeJob, sightOf } from '../site-recovery/jobs.ts';
import type { EventOf } from './events.ts';
import type { Failback } from './failback.ts';

/** So long after the bot has let go of a failback its job is still looked at. */
const LOOKED_AFTER_MS = 14 * 24 * 3_600_000;

const OVER: readonly JobPhase[] = ['succeeded', 'failed', 'cancelled'];

/**
 * Whether the bot has let go of it before its VMs were home, and how its planned failover ends is not known: whoever cancels
 * that job in the portal leaves disks that are half written.
 */
export function isAbandonedJob({ stage, failoverJobId, job, entered }: Failback): boolean {
  const wasHome = entered.verifying !== undefined || entered.committing !== undefined;
  const isOver = job !== undefined && OVER.includes(job.phase);
  return stage === 'abandoned' && failoverJobId !== undefined && !wasHome && !isOver;
}

/** Whether the job of a failback that the bot has let go of has to be looked at. */
export const isLookedAfter = (failback: Failback, now: number): boolean =>
  isAbandonedJob(failback) && now - (failback.endedAt ?? now) < LOOKED_AFTER_MS;

/** How the job of such a failback has ended; nothing as long as it goes on. */
export function observeAbandoned(failback: Failback, job: Job): readonly EventOf<'jobObserved'>[] {
  const { phase } = judgeJob(job, failback.accepted);
  return isAbandonedJob(failback) && OVER.includes(phase)
    ? [{ type: 'jobObserved', job: sightOf(job, phase) }]
    : [];
}
