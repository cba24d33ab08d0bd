import { jobEvidence } from '../holds/job-evidence.ts';
import { takeOvers } from '../holds/take-over.ts';
import { type Job, sameId } from '../ports/site-recovery.ts';
import { judgeJob, SCENARIOS } from '../site-recovery/jobs.ts';
import type { EventOf } from '../state/events.ts';
import type { Failback } from '../state/failback.ts';
import { evidenceOf, type HoldReason, held, startOver } from '../state/holds.ts';
import { isBeforeHome } from '../state/stages.ts';
import { coded } from '../words/coded.ts';

/** The job of the failback has ended badly: only then is another one looked for. */
const ENDED: readonly HoldReason[] = ['jobFailed', 'jobCancelled', 'jobGone'];

/** Whether somebody else may have started the planned failover again while the bot asks what to do. */
export const mayBeRestarted = ({ hold, stage }: Failback): boolean =>
  hold !== undefined && ENDED.includes(hold.reason) && isBeforeHome(stage);

/** A hold in place of the open one when a planned failover runs again: the failed job itself, or a new one. */
export function observeRestarted(failback: Failback, job: Job): EventOf<'held'> | undefined {
  if (!mayBeRestarted(failback) || !SCENARIOS.plannedFailover.includes(job.scenario))
    return undefined;
  const { phase } = judgeJob(job, failback.accepted);
  if (phase !== 'running' && phase !== 'waiting') return undefined;
  const isOurs = sameId(job.id, failback.failoverJobId ?? '');
  const what = isOurs ? coded('jobRunsAgain') : coded('newFailoverJobRuns');
  return held(
    'restartedElsewhere',
    [...jobEvidence(job), ...evidenceOf({ seen: what })],
    [...takeOvers(job), startOver],
  );
}
