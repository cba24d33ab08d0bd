import type { ObservedJob } from '../site-recovery/jobs.ts';
import { isAbandonedJob } from '../state/abandoned.ts';
import { hasLeftAction } from '../state/data-travelling.ts';
import type { Failback } from '../state/failback.ts';
import { isBeforeHome } from '../state/stages.ts';
import { followed } from './followed.ts';
import { markedInconsistent, unmarked } from './marks.ts';
import { moveTo, startedOver, without } from './move-to.ts';
import { backFromAction, isAtNewAction } from './plan.ts';

/** It was approved, and somebody else was faster than the bot's own call: the downtime has begun all the same. */
const isResumedElsewhere = ({ stage, downFrom }: Failback, { phase }: ObservedJob): boolean =>
  stage === 'completing' &&
  downFrom === undefined &&
  ['running', 'atAction', 'succeeded'].includes(phase);

/** A job that was cancelled while data travelled leaves the on-premises disks inconsistent. */
function withJob(failback: Failback, job: ObservedJob, at: number): Failback {
  const isCancelled =
    job.phase === 'cancelled' && (isBeforeHome(failback.stage) || isAbandonedJob(failback));
  return {
    ...(isCancelled ? markedInconsistent(failback) : failback),
    ...(isResumedElsewhere(failback, job) && { downFrom: at }),
    job,
    jobChangedAt: at,
  };
}

/** The job is not as it was seen last: the stage follows it. */
export function jobObserved(failback: Failback, job: ObservedJob, at: number): Failback {
  if (hasLeftAction(failback, job)) return jobObserved(backFromAction(failback, at), job, at);
  const next = withJob(failback, job, at);
  if (failback.hold) return next;
  if (job.phase === 'cancelled' && mustRunAgain(failback)) return startedOver(next, at);
  if (failback.stage === 'restarting') return restarted(next, job, at);
  if (job.phase === 'waiting' && failback.stage === 'synchronizing')
    return moveTo(next, 'awaitingCompletion', at);
  if (isAtNewAction(failback, job)) return moveTo(next, 'awaitingAction', at);
  if (job.phase !== 'succeeded') return next;
  if (failback.stage === 'completing' || failback.stage === 'transferring')
    return moveTo({ ...unmarked(next), downUntil: endOf(job, next, at) }, 'verifying', at);
  if (failback.stage === 'committing')
    return moveTo(without(next, 'call'), stageAfterCommit(failback), at);
  return next;
}

/** A person has chosen to restart the failed job. */
export function restarting(failback: Failback, at: number): Failback {
  const { stage, restartingFrom } = failback;
  const from = stage === 'restarting' ? restartingFrom : stage;
  const idle = without(without(without(failback, 'call'), 'grant'), 'job');
  return moveTo({ ...idle, ...(from && { restartingFrom: from }) }, 'restarting', at);
}

/** The job runs again: the failback is where it was when the job failed, or where the job has come to since. */
function restarted(failback: Failback, { phase }: ObservedJob, at: number): Failback {
  const { restartingFrom: from = 'synchronizing' } = failback;
  const idle = without(failback, 'call');
  if (phase === 'waiting') return moveTo(idle, 'awaitingCompletion', at);
  if (phase === 'succeeded') return followed(idle, 'verifying', at);
  if (phase !== 'running' && phase !== 'unknown') return failback;
  if (from === 'completing') return followed(idle, 'completing', at);
  return moveTo(idle, from === 'transferring' ? 'transferring' : 'synchronizing', at);
}

const mustRunAgain = ({ stage, cancelling }: Failback) =>
  stage === 'cancelling' && cancelling?.andThen === 'again';

/** When the VM was up again: the job's own end, where the bot looked late, but never before the downtime began. */
const endOf = ({ endedAt }: ObservedJob, { downFrom }: Failback, at: number) =>
  endedAt !== undefined && endedAt <= at && endedAt >= (downFrom ?? at) ? endedAt : at;

/** What comes after the commit: a question, when the policy asks one. */
export function stageAfterCommit(failback: Failback): 'awaitingReverse' | 'reversing' {
  return failback.policy.askBeforeReverse ? 'awaitingReverse' : 'reversing';
}
