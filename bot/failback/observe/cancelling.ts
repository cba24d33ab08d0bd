import { jobEvidence } from '../holds/job-evidence.ts';
import type { Job } from '../ports/site-recovery.ts';
import { isSameSight, type JobPhase, judgeJob, sightOf } from '../site-recovery/jobs.ts';
import type { FailbackEvent } from '../state/events.ts';
import type { Failback } from '../state/failback.ts';
import { evidenceOf, follow, held, letFinish, startOver } from '../state/holds.ts';
import { coded } from '../words/coded.ts';

/** What was seen of the job that is being cancelled. While that lasts nothing else is asked of Azure. */
export function observeCancelling(
  failback: Failback,
  job: Job,
  now: number,
): readonly FailbackEvent[] {
  const { phase } = judgeJob(job, failback.accepted);
  const sight = sightOf(job, phase);
  const observed: readonly FailbackEvent[] = [{ type: 'jobObserved', job: sight }];
  // Told again where a hold came between: it is what ends the stage.
  if (phase === 'cancelled') return [...observed, ...endOf(failback)];
  const stop = judge(failback, job, phase, now);
  const changed = isSameSight(failback.job, sight) ? [] : observed;
  return stop === undefined ? changed : [...changed, stop];
}

function endOf({ cancelling }: Failback): readonly FailbackEvent[] {
  if (cancelling?.andThen !== 'end') return [];
  const summary = coded('jobCancelled', { reason: cancelling.reason });
  return [{ type: 'ended', end: 'cancelled', summary }];
}

function judge(
  failback: Failback,
  job: Job,
  phase: JobPhase,
  now: number,
): FailbackEvent | undefined {
  switch (phase) {
    case 'succeeded':
      return held('cancelTooLate', jobEvidence(job), [
        follow('verifying', coded('followToCommit')),
      ]);
    case 'failed':
      return held('jobFailed', jobEvidence(job), [startOver]);
    case 'cancelling':
    case 'cancelled':
      return undefined;
    case 'running':
    case 'waiting':
    case 'atAction':
    case 'unknown':
      return isSettled(failback, now) ? cancelledInVain(failback, job) : undefined;
  }
}

const isSettled = ({ call, policy }: Failback, now: number) =>
  call?.status === 'taken' && now - call.at >= policy.settleMs;

const cancelledInVain = ({ cancelling, stage }: Failback, job: Job) =>
  held(
    'callRepeatedInVain',
    [...jobEvidence(job), ...evidenceOf({ seen: coded('cancelledInVain') })],
    [letFinish(cancelling?.from ?? stage)],
  );
