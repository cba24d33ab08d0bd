import { SCENARIOS } from '../site-recovery/jobs.ts';
import type { Call, Failback } from '../state/failback.ts';
import { stageAfterStart } from '../state/stages.ts';
import { moveTo, without } from './move-to.ts';
import { backFromAction } from './plan.ts';

/** Azure has taken the call: from here on its job is watched, and the stage's clock runs. */
export function taken(failback: Failback, jobId: string | undefined, at: number): Failback {
  const call = openCall(failback);
  const next: Failback = {
    ...without(failback, 'grant'),
    isTouched: true,
    call: { ...call, status: 'taken', at, ...(jobId !== undefined && { jobId }) },
  };
  switch (call.operation) {
    case 'plannedFailover':
      return started({ ...next, ...(jobId !== undefined && { failoverJobId: jobId }) }, call, at);
    case 'completeFailover':
      return { ...next, downFrom: next.downFrom ?? at };
    case 'completeAction':
      return backFromAction({ ...next, ...doneAction(failback) }, at);
    case 'commit':
      return { ...without(next, 'job'), unprotectedFrom: next.unprotectedFrom ?? at };
    case 'reverseReplicate':
      return without(next, 'job');
    case 'cancelJob':
    case 'restartJob':
      return next;
  }
}

/** A full download stops the Azure VM at once: the downtime runs from when the call may first have arrived. */
function started(failback: Failback, call: Call, at: number): Failback {
  const { synchronization, downFrom } = failback;
  const moved = moveTo(failback, stageAfterStart(synchronization), at);
  return synchronization === 'fullDownload' ? { ...moved, downFrom: downFrom ?? call.at } : moved;
}

const doneAction = ({ job }: Failback) => job?.action && { doneAction: job.action.taskId };

/** The open call, with what became of it. */
export function setCall(failback: Failback, change: Partial<Call>): Failback {
  return { ...failback, call: { ...openCall(failback), ...change } };
}

/** Azure has taken a call whose job has still to be found. */
export function acceptedUnseen(failback: Failback, at: number): Failback {
  const seen = setCall(failback, { status: 'uncertain', at, isAccepted: true });
  return { ...seen, isTouched: true };
}

/** Whether the open call is one that starts a job of its own. */
export const startsJob = ({ call }: Failback) => call !== undefined && call.operation in SCENARIOS;

function openCall(failback: Failback): Call {
  if (failback.call === undefined) throw new Error(`${failback.id} has no open call`);
  return failback.call;
}
