import { attemptWords } from '../bot/chat/attempt-words.ts';
import type { Command } from '../bot/chat/command.ts';
import { pickFailback } from '../bot/chat/pick-failback.ts';
import { refusal } from '../bot/chat/refusal.ts';
import { say } from '../bot/chat/say.ts';
import { shorten } from '../bot/chat/shorten.ts';
import { releaseHold } from '../bot/failback/decide.ts';
import { InputError } from '../bot/failback/errors.ts';
import type { Failback } from '../bot/failback/failback.ts';

export const choose: Command = {
  name: 'choose',
  usage: '[FB-…] <choice>',
  summary: 'Answer a failback on hold with one of its choices.',
  role: 'viewer',
  acts: true,

  async run(request, desk) {
    const { failback, rest } = await pickFailback(request, desk);
    const number = request.press?.number ?? failback.hold?.number ?? 0;
    const choice = request.press?.choice ?? rest[0]?.toLowerCase() ?? '';
    if (choice === '' && failback.hold) {
      const names = failback.hold.choices.map(({ name }) => name).join(', ');
      throw new InputError(
        'choice-missing',
        `Say which: /failback choose ${failback.id} and one of ${names}.`,
      );
    }
    const decided = await desk.failbacks.decide(
      failback.id,
      {
        by: request.actor,
        attempt: attemptWords(`choose ${shorten(choice, 40)}`, number),
        at: desk.clock.now(),
      },
      (current) => releaseHold(current, request.actor, number, choice),
    );
    if (decided?.refused) return refusal(decided.refused, decided.failback, desk.directory);
    return say({ bold: failback.id }, `: your choice is recorded. ${meaningOf(failback, choice)}`);
  },
};

/** What the choice does, as it was offered. */
const meaningOf = ({ hold }: Failback, choice: string): string =>
  hold?.choices.find(({ name }) => name === choice)?.means ?? '';
