import { sameId } from '../ports/site-recovery.ts';
import { isOffered } from '../site-recovery/job-tasks.ts';
import { judgeJob } from '../site-recovery/jobs.ts';
import type { Call, Failback } from '../state/failback.ts';
import { coded } from '../words/coded.ts';
import { namedState, type Statement } from '../words/statement.ts';
import type { AzureSnapshot, CallJudgement } from './azure-snapshot.ts';

const GONE = coded('failoverJobNotKnown');

/** Why the failed job may not be restarted now; undefined when it may. */
export function obstacleToRestart({ item, job }: AzureSnapshot): Statement | undefined {
  if (item === undefined) return coded('itemNotKnown');
  if (job === undefined) return GONE;
  if (item.runningScenario) return coded('itemBusy', { scenario: item.runningScenario.name });
  return isOffered(job, 'Restart')
    ? undefined
    : coded('restartNotOffered', { state: namedState(job.state) });
}

/** A restart is a job of its own, and carries our request id; the failed job runs again because of it, or of somebody else. */
export function judgeRestart(
  failback: Failback,
  { requestId }: Call,
  { job, jobs = [] }: AzureSnapshot,
  isSettled: boolean,
): CallJudgement {
  const ours = jobs.find((one) => one.requestId !== undefined && sameId(one.requestId, requestId));
  if (ours) {
    return {
      verdict: 'taken',
      jobId: ours.id,
      evidence: coded('jobCarriesRequestId', { jobId: ours.id }),
    };
  }
  if (job === undefined) return { verdict: 'unclear', evidence: GONE };
  const evidence = coded('jobInState', { state: namedState(job.state) });
  if (judgeJob(job, failback.accepted).phase !== 'failed') {
    return { verdict: 'taken', jobId: job.id, evidence };
  }
  if (!isSettled) return { verdict: 'lookAgain' };
  return isOffered(job, 'Restart')
    ? { verdict: 'notTaken', evidence }
    : { verdict: 'unclear', evidence };
}
