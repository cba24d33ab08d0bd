import type { FailbackEvent } from './events.ts';
import { isEnd } from './stages.ts';

/** Whether this event ends its failback. The store frees the target by it, the fold reaches an end stage by it. */
export function endsFailback(event: FailbackEvent): boolean {
  switch (event.type) {
    case 'ended':
    case 'cancelled':
      return true;
    case 'checked':
      return event.checks.some((check) => check.outcome === 'blocked');
    case 'holdReleased':
      return isEnd(event.leadsTo);
    default:
      return false;
  }
}
