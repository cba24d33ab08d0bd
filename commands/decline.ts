import type { Command } from '../bot/chat/command.ts';
import { pickFailback } from '../bot/chat/pick-failback.ts';
import { refusal } from '../bot/chat/refusal.ts';
import { say } from '../bot/chat/say.ts';
import { castVote } from '../bot/failback/decide.ts';
import { InputError } from '../bot/failback/errors.ts';

export const decline: Command = {
  name: 'decline',
  usage: '[FB-…] <reason>',
  summary: 'Decline the open question, with a reason.',
  role: 'viewer',
  acts: true,

  async run(request, desk) {
    const { failback, rest } = await pickFailback(request, desk);
    const number = request.press?.number ?? failback.gate?.number ?? 0;
    const reason = request.values['reason'] ?? rest.join(' ');
    const now = desk.clock.now();
    const ballot = { by: request.actor, number, vote: 'decline' as const, reason };
    const isPossible = 'events' in castVote(failback, ballot, now);
    if (reason === '' && isPossible) {
      if (request.press === undefined)
        throw new InputError(
          'reason-missing',
          `Say why: /failback decline ${failback.id} <reason>`,
        );
      return {
        form: {
          command: 'decline',
          title: `Decline ${failback.gate?.kind ?? ''}`,
          intro: [{ kind: 'paragraph', line: [`${failback.id}: ${failback.target.name}`] }],
          fields: [{ kind: 'text', name: 'reason', label: 'Reason' }],
          submit: 'Decline',
          press: request.press,
        },
        otherwise: say(`Say why: /failback decline ${failback.id} <reason>`),
      };
    }
    const decided = await desk.failbacks.decide(
      failback.id,
      { by: request.actor, attempt: `decline question ${number}`, at: now },
      (current) => castVote(current, ballot, now),
    );
    if (decided?.refused) return refusal(decided.refused, decided.failback, desk.directory);
    return say({ bold: failback.id }, ': declined. Your reason is recorded.');
  },
};
