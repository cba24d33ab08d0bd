import type { Failback } from '../state/failback.ts';
import { gateAwaitedIn } from '../state/gates.ts';
import { isGoingOn, isHome, type Run, waveOf } from '../state/run.ts';
import { comesBefore, isEnd } from '../state/stages.ts';
import { isDoneWithout } from './wave-before.ts';

/** What the other VMs of its run mean for the next step of a failback. */
export type Turn =
  | { readonly is: 'on' }
  /** Others come first, and are on their way. */
  | { readonly is: 'waiting'; readonly for: 'waveBefore' | 'ownWave' }
  /** Others should come first and do not go on by themselves. */
  | { readonly is: 'broken'; readonly missing: readonly Failback[] };

const ON: Turn = { is: 'on' };

/**
 * Whether a failback may take its next step. A wave begins when every VM of the wave before is home; its questions are asked
 * when all of its VMs that go on have come to them, so that one answer is for all.
 */
export function turnOf(failback: Failback, run: Run | undefined): Turn {
  if (run === undefined || failback.gate || failback.hold || isEnd(failback.stage)) return ON;
  if (failback.stage === 'checking') return turnToBegin(failback, run);
  const isWaiting = isToBeAsked(failback) && isAheadOfItsWave(failback, run);
  return isWaiting ? { is: 'waiting', for: 'ownWave' } : ON;
}

/** Whether it stands where it may have to wait for others of its run. */
export function mayWaitForOthers({ stage, gate, hold }: Failback): boolean {
  if (gate !== undefined || hold !== undefined) return false;
  return stage === 'checking' || gateAwaitedIn(stage) !== undefined;
}

function turnToBegin(failback: Failback, { waves }: Run): Turn {
  const before = waves[(failback.wave?.number ?? 1) - 2] ?? [];
  if (before.some((one) => !isHome(one) && !isStuck(one)))
    return { is: 'waiting', for: 'waveBefore' };
  const missing = before.filter((one) => !isHome(one) && !isDoneWithout(failback, one));
  return missing.length === 0 ? ON : { is: 'broken', missing };
}

/** Ended, or stopped by something of its own. One that only waits for another wave is not stuck. */
const isStuck = ({ stage, hold }: Failback) =>
  isEnd(stage) || (hold !== undefined && hold.reason !== 'waveBroken');

/** Whether a question comes next that this failback was not asked yet. Asked again, it does not wait for anybody. */
function isToBeAsked({ stage, decisions }: Failback): boolean {
  const kind = gateAwaitedIn(stage);
  return kind !== undefined && !decisions.some((decision) => decision.kind === kind);
}

const isAheadOfItsWave = (failback: Failback, run: Run) =>
  waveOf(failback, run).some((one) => isGoingOn(one) && comesBefore(one.stage, failback.stage));
