import type { RefusalCode } from './decided.ts';
import type { Actor, EventOf } from './events.ts';

/** What somebody tried, and when. */
export interface Attempt {
  readonly by: Actor;
  /** What was typed, or what a button stands for. */
  readonly attempt: string;
  /** The number of the question that it is about; 0 or absent where none is open. */
  readonly question?: number;
  readonly at: number;
}

/** The event of an attempt that had no effect. */
export const attemptRefused = (
  { by, attempt, question = 0 }: Attempt,
  why: RefusalCode,
): EventOf<'attemptRefused'> => ({
  type: 'attemptRefused',
  by,
  attempt,
  ...(question > 0 && { question }),
  why,
});
