import type { Command, Reply } from '../bot/chat/command.ts';
import { InputError } from '../bot/chat/input-error.ts';
import { phrase, type Words } from '../bot/chat/message/phrase.ts';
import { say } from '../bot/chat/message/say.ts';
import { shorten, shownName } from '../bot/chat/message/shorten.ts';
import { readReason } from '../bot/chat/reason.ts';
import { releaseHold } from '../bot/failback/decide/decide.ts';
import type { Actor } from '../bot/failback/state/events.ts';
import type { Failback } from '../bot/failback/state/failback.ts';
import { refusal } from '../bot/messages/words/refusal.ts';
import { pickFailback } from './find/pick-failback.ts';
import { chooseForWave } from './run/answer/choose-for-wave.ts';
import { pickWaveQuestion } from './run/find/pick-wave-question.ts';

export const choose: Command = {
  name: 'choose',
  usage: phrase('[FB-… or RUN-…] <choice> [reason]'),
  summary: phrase('Answer a failback on hold with one of its choices.'),
  role: 'viewer',
  acts: true,

  async run(request, desk) {
    const asked = await pickWaveQuestion(request, desk, 'hold');
    if (asked !== undefined) return chooseForWave(asked, request, desk);
    const { failback, rest } = await pickFailback(request, desk);
    const number = request.press?.number ?? failback.hold?.number ?? 0;
    const choice = request.press?.choice ?? rest[0]?.toLowerCase() ?? '';
    if (choice === '' && failback.hold) {
      const names = failback.hold.choices.map(({ name }) => name).join(', ');
      throw new InputError(
        'choice-missing',
        phrase('Say which: /failback choose {id} and one of {names}.', { id: failback.id, names }),
      );
    }
    const reason = readReason(request.values['reason'] ?? rest.slice(1).join(' '));
    if (reason === undefined && isReasonMissing(failback, request.actor, number, choice)) {
      return askForReason(failback, number, choice);
    }
    const decided = await desk.failbacks.decide(
      failback.id,
      {
        by: request.actor,
        attempt: `choose ${shorten(choice, 40)}`,
        question: number,
        at: desk.clock.now(),
      },
      (current) =>
        releaseHold(current, request.actor, {
          number,
          name: choice,
          ...(reason !== undefined && { reason }),
        }),
    );
    if (decided?.refused) return refusal(decided.refused, decided.failback, desk.directory);
    return say(
      phrase('{id}: your choice is recorded. {meaning}', {
        id: { bold: failback.id },
        meaning: meaningOf(failback, choice),
      }),
    );
  },
};

/** Whether everything is right but for the reason: then it is asked for, and nobody is refused. */
function isReasonMissing(failback: Failback, by: Actor, number: number, name: string): boolean {
  const decided = releaseHold(failback, by, { number, name });
  return 'refused' in decided && decided.refused === 'reasonMissing';
}

function askForReason(failback: Failback, number: number, choice: string): Reply {
  const { id, target } = failback;
  return {
    form: {
      command: 'choose',
      title: phrase('Reason'),
      intro: [
        { kind: 'paragraph', line: [{ bold: `${id}: ${shownName(target.name)}` }] },
        { kind: 'paragraph', line: [meaningOf(failback, choice)] },
      ],
      fields: [{ kind: 'text', name: 'reason', label: phrase('Reason') }],
      submit: phrase('Choose'),
      press: { command: 'choose', failback: id, number, choice },
    },
    otherwise: say(phrase('Say why: /failback choose {id} {choice} <reason>', { id, choice })),
  };
}

/** What the choice does, as it was offered. */
const meaningOf = ({ hold }: Failback, choice: string): Words =>
  hold?.choices.find(({ name }) => name === choice)?.means ?? '';
