import type { Answered } from '../failback/runs/answer-wave.ts';
import { type Attempt, attemptRefused } from '../failback/state/attempt.ts';
import type { RefusalCode } from '../failback/state/decided.ts';
import type { FailbackEvent } from '../failback/state/events.ts';
import type { Failback } from '../failback/state/failback.ts';
import { type FailbackRepository, isMovedOn } from './failback-repository.ts';

/** What became of one answer for one of the failbacks it was for. */
export interface DecisionOutcome {
  readonly failback: Failback;
  readonly refused?: RefusalCode;
}

/**
 * Lets a person decide about several failbacks at once: everything is stored as one, or nothing. `answer` reads the newest
 * state and decides on it, again when one of them moved on meanwhile.
 */
export async function decideTogether(
  failbacks: FailbackRepository,
  attempt: Attempt,
  answer: () => Promise<readonly Answered[]>,
): Promise<readonly DecisionOutcome[]> {
  for (;;) {
    const answered = await answer();
    try {
      const stored = await failbacks.appendAll(changesOf(answered, attempt), attempt.at);
      return answered.map(({ failback, decided }) => ({
        failback: stored.find(({ id }) => id === failback.id) ?? failback,
        ...('refused' in decided && { refused: decided.refused }),
      }));
    } catch (error) {
      if (!isMovedOn(error)) throw error;
    }
  }
}

interface Change {
  readonly failback: Failback;
  readonly events: readonly FailbackEvent[];
}

/** A refusal is recorded where it was met; when all refuse, once. */
function changesOf(answered: readonly Answered[], attempt: Attempt): readonly Change[] {
  const changes = answered.map(
    ({ failback, decided }): Change => ({
      failback,
      events: 'refused' in decided ? [attemptRefused(attempt, decided.refused)] : decided.events,
    }),
  );
  const areAllRefused = answered.every(({ decided }) => 'refused' in decided);
  return areAllRefused ? changes.slice(0, 1) : changes;
}
