import { wayBack } from '../../failback/holds/way-back.ts';
import type { Failback } from '../../failback/state/failback.ts';
import { evidenceOf, held } from '../../failback/state/holds.ts';
import type { FreshSnapshot } from '../../looks/look-fresh.ts';
import type { StepOutcome } from '../scheduling/outcome.ts';
import type { Tools } from './tools.ts';

/** Azure may need a moment to offer what comes next; when it still does not, a person has to look. */
export function obstructed(
  { obstacle = 'unknown' }: FreshSnapshot,
  failback: Failback,
  tools: Tools,
): StepOutcome {
  const now = tools.clock.now();
  if (now - failback.stageSince < failback.policy.settleMs)
    return { events: [], wakeAt: now + tools.fastMs };
  return { events: [held('notOffered', evidenceOf({ obstacle }), [wayBack(failback)])] };
}
