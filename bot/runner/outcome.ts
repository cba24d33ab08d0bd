import type { FailbackEvent } from '../failback/events.ts';
import type { FreshLook } from './vault.ts';

/** What a step brought: events to store, or when to try again. */
export interface Outcome {
  /** What was just read of Azure, for the question that may follow at once: it is not read again for that. */
  readonly look?: FreshLook;
  readonly events: readonly FailbackEvent[];
  readonly wakeAt?: number;
  /** The step has stored its events itself: the next one may follow at once. */
  readonly again?: true;
}

/** What a step brought that was taken for several VMs at once. */
export function together(outcomes: readonly Outcome[]): Outcome {
  const moments = outcomes.flatMap(({ wakeAt }) => (wakeAt === undefined ? [] : [wakeAt]));
  return {
    events: outcomes.flatMap(({ events }) => events),
    ...(moments.length > 0 && { wakeAt: Math.min(...moments) }),
  };
}
