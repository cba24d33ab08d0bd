import type { Command, Reply } from '../bot/chat/command.ts';
import { InputError } from '../bot/chat/input-error.ts';
import type { Press } from '../bot/chat/message/message.ts';
import { phrase } from '../bot/chat/message/phrase.ts';
import { say } from '../bot/chat/message/say.ts';
import { readReason } from '../bot/chat/reason.ts';
import { castVote } from '../bot/failback/decide/decide.ts';
import type { Failback } from '../bot/failback/state/failback.ts';
import { declineForm } from '../bot/messages/questions/decline-form.ts';
import { gateWords } from '../bot/messages/questions/gate.ts';
import { refusal } from '../bot/messages/words/refusal.ts';
import { pickFailback } from './find/pick-failback.ts';
import { declineWave } from './run/answer/decline-wave.ts';
import { pickWaveQuestion } from './run/find/pick-wave-question.ts';

export const decline: Command = {
  name: 'decline',
  usage: phrase('[FB-… or RUN-…] <reason>'),
  summary: phrase('Decline the open question, with a reason.'),
  role: 'viewer',
  acts: true,

  async run(request, desk) {
    const asked = await pickWaveQuestion(request, desk, 'gate');
    if (asked !== undefined) return declineWave(asked, request, desk);
    const { failback, rest } = await pickFailback(request, desk);
    const number = request.press?.number ?? failback.gate?.number ?? 0;
    const reason = readReason(request.values['reason'] ?? rest.join(' '));
    const now = desk.clock.now();
    const ballot = {
      by: request.actor,
      number,
      vote: 'decline' as const,
      ...(reason !== undefined && { reason }),
    };
    const isPossible = 'events' in castVote(failback, ballot, now);
    if (reason === undefined && isPossible) return askWhy(failback, request.press);
    const decided = await desk.failbacks.decide(
      failback.id,
      { by: request.actor, attempt: 'decline', question: number, at: now },
      (current) => castVote(current, ballot, now),
    );
    if (decided?.refused) return refusal(decided.refused, decided.failback, desk.directory);
    return say(phrase('{id}: declined. Your reason is recorded.', { id: { bold: failback.id } }));
  },
};

function askWhy(failback: Failback, press: Press | undefined): Reply {
  const { id } = failback;
  const how = phrase('Say why: /failback decline {id} <reason>', { id });
  if (press === undefined) throw new InputError('reason-missing', how);
  const question = failback.gate && gateWords(failback.gate.kind, failback).title;
  return { form: declineForm(id, question, press), otherwise: say(how) };
}
