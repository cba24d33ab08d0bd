import type { Call, Failback } from '../state/failback.ts';
import type { HoldChoice } from '../state/holds.ts';
import type { Stage } from '../state/stages.ts';
import { unmarked } from './marks.ts';
import { moveTo, without } from './move-to.ts';

/** Somebody else's planned failover is ours from now on. What was not seen of its clocks is not known. */
export function takenOver(
  failback: Failback,
  { leadsTo, takesOver }: HoldChoice,
  at: number,
): Failback {
  const { jobId, synchronization = failback.synchronization, downFrom } = takesOver ?? {};
  const fresh = without(
    without(without(without(failback, 'call'), 'grant'), 'job'),
    'failoverJobId',
  );
  const isDown = leadsTo === 'completing' || leadsTo === 'transferring';
  const isHome = leadsTo === 'verifying';
  const moved: Failback = {
    ...moveTo(isHome ? unmarked(fresh) : fresh, leadsTo, at),
    isTouched: true,
    synchronization,
    ...(jobId !== undefined && { failoverJobId: jobId }),
    ...(isDown && { downFrom: failback.downFrom ?? downFrom ?? at }),
    ...(isHome && failback.downFrom !== undefined && { downUntil: at }),
  };
  return leadsTo === 'completing' ? { ...moved, call: followedCall(moved, at) } : moved;
}

/** Somebody else has brought it further: the clocks run as if the bot had made the call. */
export function followed(failback: Failback, leadsTo: Stage, at: number): Failback {
  if (leadsTo === 'awaitingCompletion') return waitedAfterAll(failback, at);
  const moved = moveTo(failback, leadsTo, at);
  if (leadsTo === 'completing') {
    return { ...moved, call: followedCall(failback, at), downFrom: moved.downFrom ?? at };
  }
  if (leadsTo === 'verifying') {
    return { ...unmarked(moved), downFrom: moved.downFrom ?? at, downUntil: at };
  }
  return { ...without(moved, 'call'), unprotectedFrom: moved.unprotectedFrom ?? at };
}

/** A job that waits for complete failover synchronizes before the failover, whatever was asked for: the Azure VM runs. */
const waitedAfterAll = (failback: Failback, at: number): Failback =>
  moveTo(
    without({ ...failback, synchronization: 'beforeFailover' }, 'call'),
    'awaitingCompletion',
    at,
  );
/** The complete failover of a job that goes on already, as if the bot had called for it. */
export const followedCall = (failback: Failback, at: number): Call => ({
  operation: 'completeFailover',
  requestId: '',
  attempt: 0,
  knownJobIds: [],
  status: 'taken',
  at,
  ...(failback.failoverJobId !== undefined && { jobId: failback.failoverJobId }),
});
