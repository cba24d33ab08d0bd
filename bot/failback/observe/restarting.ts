import { jobEvidence } from '../holds/job-evidence.ts';
import type { Job } from '../ports/site-recovery.ts';
import { isOffered } from '../site-recovery/job-tasks.ts';
import { isSameSight, type JobPhase, judgeJob, sightOf } from '../site-recovery/jobs.ts';
import type { EventOf, FailbackEvent } from '../state/events.ts';
import type { Failback } from '../state/failback.ts';
import { type HoldChoice, held, restart, startOver } from '../state/holds.ts';

/** What was seen of the failed job that is being restarted. That it runs again ends the stage. */
export function observeRestarting(
  failback: Failback,
  job: Job,
  now: number,
): readonly FailbackEvent[] {
  const { phase } = judgeJob(job, failback.accepted);
  const sight = sightOf(job, phase);
  const observed: readonly FailbackEvent[] = isSameSight(failback.job, sight)
    ? []
    : [{ type: 'jobObserved', job: sight }];
  const stop = judge(failback, job, phase, now);
  return stop === undefined ? observed : [...observed, stop];
}

function judge(
  { call, policy }: Failback,
  job: Job,
  phase: JobPhase,
  now: number,
): EventOf<'held'> | undefined {
  if (phase === 'cancelled') return held('jobCancelled', jobEvidence(job), [startOver]);
  const isSettled = call?.status === 'taken' && now - call.at >= policy.settleMs;
  return phase === 'failed' && isSettled
    ? held('jobFailed', jobEvidence(job), waysAfterFailure(job))
    : undefined;
}

/** A failed planned failover is restarted only where Azure offers it; to begin again is always safe. */
export const waysAfterFailure = (job: Job): readonly HoldChoice[] =>
  isOffered(job, 'Restart') ? [restart, startOver] : [startOver];
