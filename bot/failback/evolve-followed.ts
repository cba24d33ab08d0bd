import { unmarked } from './evolve-marks.ts';
import type { Failback } from './failback.ts';
import { followedCall } from './followed-call.ts';
import type { HoldChoice } from './holds.ts';
import { moveTo, without } from './move-to.ts';
import type { Stage } from './stages.ts';

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
