import type { Failback } from '../failback/failback.ts';
import { GATES, gateOf, isChosen, type Operation, questionBefore } from '../failback/gates.ts';
import { askAgain, type HoldChoice, held, letFinish, startOver } from '../failback/holds.ts';
import { mayMove } from '../failback/stages.ts';
import type { Outcome } from './outcome.ts';
import type { Tools } from './tools.ts';
import type { FreshLook } from './vault.ts';

/** Azure may need a moment to offer what comes next; when it still does not, a person has to look. */
export function obstructed(
  { obstacle = 'unknown' }: FreshLook,
  failback: Failback,
  tools: Tools,
): Outcome {
  const now = tools.clock.now();
  if (now - failback.stageSince < failback.policy.settleMs)
    return { events: [], wakeAt: now + tools.fastMs };
  return { events: [held('notOffered', { Obstacle: obstacle }, [wayOut(failback)])] };
}

function wayOut(failback: Failback): HoldChoice {
  const { failoverJobId, stage, cancelling } = failback;
  if (stage === 'cancelling' && cancelling) return letFinish(cancelling.from);
  if (stage === 'restarting') return startOver;
  // Of a VM that was taken over at home no job is known, and it does not come home again.
  return failoverJobId === undefined && mayMove(stage, 'checking')
    ? startOver
    : askAgain(questionBefore(stage));
}

/** The question that may be asked again when a call can not be made or has failed. */
export function wayBack(operation: Operation, { cancelling, stage }: Failback): HoldChoice {
  if (operation === 'restartJob') return startOver;
  if (isChosen(operation)) return letFinish(cancelling?.from ?? stage);
  return operation === 'plannedFailover' ? startOver : askAgain(GATES[gateOf(operation)].awaits);
}
