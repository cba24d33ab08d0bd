import type { Answered } from './answer-wave.ts';
import type { RefusalCode } from './decide.ts';
import type { Actor, FailbackEvent } from './events.ts';
import type { Failback } from './failback.ts';
import { type Failbacks, isMovedOn } from './failbacks.ts';
import type { Words } from './words.ts';

/** What became of one answer for one of the failbacks it was for. */
export interface Outcome {
  readonly failback: Failback;
  readonly refused?: RefusalCode;
}

interface Person {
  readonly by: Actor;
  readonly attempt: Words;
  readonly at: number;
}

/**
 * Lets a person decide about several failbacks at once: everything is stored as one, or nothing. `answer` reads the newest
 * state and decides on it, again when one of them moved on meanwhile.
 */
export async function decideTogether(
  failbacks: Failbacks,
  person: Person,
  answer: () => Promise<readonly Answered[]>,
): Promise<readonly Outcome[]> {
  for (;;) {
    const answered = await answer();
    try {
      const stored = await failbacks.appendAll(changesOf(answered, person), person.at);
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
function changesOf(answered: readonly Answered[], { by, attempt }: Person): readonly Change[] {
  const changes = answered.map(
    ({ failback, decided }): Change => ({
      failback,
      events:
        'refused' in decided
          ? [{ type: 'attemptRefused', by, attempt, why: decided.refused }]
          : decided.events,
    }),
  );
  const areAllRefused = answered.every(({ decided }) => 'refused' in decided);
  return areAllRefused ? changes.slice(0, 1) : changes;
}
