import { attemptWords } from '../bot/chat/attempt-words.ts';
import type { Command, Reply } from '../bot/chat/command.ts';
import { GATE_NAMES } from '../bot/chat/gate-names.ts';
import type { Press } from '../bot/chat/message.ts';
import { pickFailback } from '../bot/chat/pick-failback.ts';
import { readReason } from '../bot/chat/reason.ts';
import { refusal } from '../bot/chat/refusal.ts';
import { compose, paragraph, say } from '../bot/chat/say.ts';
import { shownName } from '../bot/chat/shorten.ts';
import { decideToAskNow, nextNumber } from '../bot/failback/ask-now.ts';
import { InputError } from '../bot/failback/errors.ts';
import type { Failback } from '../bot/failback/failback.ts';
import { gateAwaitedIn } from '../bot/failback/gates.ts';

export const askNow: Command = {
  name: 'ask-now',
  usage: '[FB-…] <reason>',
  summary:
    'Do not wait for the maintenance window: have the question asked now. For approvers, with a reason.',
  role: 'viewer',
  acts: true,

  async run(request, desk) {
    const { failback, rest } = await pickFailback(request, desk);
    const by = request.actor;
    const number = request.press?.number ?? nextNumber(failback);
    const reason = readReason(request.values['reason'] ?? rest.join(' '));
    const now = desk.clock.now();
    const decide = (current: Failback) => decideToAskNow(current, { by, number, reason }, now);
    const decision = decide(failback);
    if ('refused' in decision && decision.refused === 'reasonMissing')
      return askWhy(failback, request.press);
    const attempt = attemptWords('ask-now', number);
    const decided = await desk.failbacks.decide(failback.id, { by, attempt, at: now }, decide);
    if (decided?.refused) return refusal(decided.refused, decided.failback, desk.directory);
    return say({ bold: failback.id }, ': the bot asks now. Your reason is recorded.');
  },
};

function askWhy(failback: Failback, press: Press | undefined): Reply {
  const how = `Say why: /failback ask-now ${failback.id} <reason>`;
  if (press === undefined) throw new InputError('reason-missing', how);
  const gate = gateAwaitedIn(failback.stage);
  return {
    form: {
      command: 'ask-now',
      title: `Ask now, ${failback.id}`,
      intro: compose(
        paragraph({ bold: shownName(failback.target.name) }),
        gate &&
          paragraph(
            `The question about ${GATE_NAMES[gate]} is asked now, outside of the maintenance window. It still has to be approved.`,
          ),
      ).parts,
      fields: [{ kind: 'text', name: 'reason', label: 'Why? Everybody in the channel reads it.' }],
      submit: 'Ask now',
      press,
    },
    otherwise: say(how),
  };
}
