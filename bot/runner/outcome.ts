import type { FailbackEvent } from '../failback/events.ts';

/** What a step brought: events to store, or when to try again. */
export interface Outcome {
  readonly events: readonly FailbackEvent[];
  readonly wakeAt?: number;
  /** The step has stored its events itself: the next one may follow at once. */
  readonly again?: true;
}
