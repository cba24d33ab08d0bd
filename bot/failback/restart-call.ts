import type { CallJudgement } from './call-judgement.ts';
import type { Call, Failback } from './failback.ts';
import { isOffered } from './job-tasks.ts';
import { judgeJob } from './jobs.ts';
import type { Look } from './look.ts';
import { sameId } from './ports/site-recovery.ts';
import { stateWords } from './state-words.ts';
import { phrase, type Words } from './words.ts';

const GONE = phrase('Azure does not know the planned failover job any more');

/** Why the failed job may not be restarted now; undefined when it may. */
export function obstacleToRestart({ item, job }: Look): Words | undefined {
  if (item === undefined) return phrase('Azure does not know the protected item any more');
  if (job === undefined) return GONE;
  if (item.runningScenario)
    return phrase('Azure is running {name} on it', { name: item.runningScenario.name });
  return isOffered(job, 'Restart')
    ? undefined
    : phrase('Azure does not offer to restart the planned failover job, it is {state}', {
        state: stateWords(job.state),
      });
}

/** A restart is a job of its own, and carries our request id; the failed job runs again because of it, or of somebody else. */
export function judgeRestart(
  failback: Failback,
  { requestId }: Call,
  { job, jobs = [] }: Look,
  isSettled: boolean,
): CallJudgement {
  const ours = jobs.find((one) => one.requestId !== undefined && sameId(one.requestId, requestId));
  if (ours) {
    return {
      verdict: 'taken',
      jobId: ours.id,
      evidence: phrase('job {id} carries our request id', { id: ours.id }),
    };
  }
  if (job === undefined) return { verdict: 'unclear', evidence: GONE };
  const evidence = phrase('the job is {state}', { state: stateWords(job.state) });
  if (judgeJob(job, failback.accepted).phase !== 'failed') {
    return { verdict: 'taken', jobId: job.id, evidence };
  }
  if (!isSettled) return { verdict: 'lookAgain' };
  return isOffered(job, 'Restart')
    ? { verdict: 'notTaken', evidence }
    : { verdict: 'unclear', evidence };
}
