import type { FailbackEvent } from '../../failback/state/events.ts';
import type { FreshSnapshot } from '../../looks/look-fresh.ts';

/** What a step brought: events to store, or when to try again. */
export interface StepOutcome {
  /** What was just read of Azure, for the question that may follow at once: it is not read again for that. */
  readonly look?: FreshSnapshot;
  readonly events: readonly FailbackEvent[];
  readonly wakeAt?: number;
  /** The step has stored its events itself: the next one may follow at once. */
  readonly again?: true;
}

/** What a step brought that was taken for several VMs at once. */
export function together(outcomes: readonly StepOutcome[]): StepOutcome {
  const moments = outcomes.flatMap(({ wakeAt }) => (wakeAt === undefined ? [] : [wakeAt]));
  return {
    events: outcomes.flatMap(({ events }) => events),
    ...(moments.length > 0 && { wakeAt: Math.min(...moments) }),
  };
}
