import type { Failback } from '../failback/failback.ts';
import { evidenceOf, held } from '../failback/holds.ts';
import { wayBack } from '../failback/way-back.ts';
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
  return { events: [held('notOffered', evidenceOf({ obstacle }), [wayBack(failback)])] };
}
