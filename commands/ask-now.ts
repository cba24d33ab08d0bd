import type { Command, Reply } from '../bot/chat/command.ts';
import type { Press } from '../bot/chat/message/message.ts';
import { phrase } from '../bot/chat/message/phrase.ts';
import { say } from '../bot/chat/message/say.ts';
import { shownName } from '../bot/chat/message/shorten.ts';
import { readReason } from '../bot/chat/reason.ts';
import { decideToAskNow, nextNumber } from '../bot/failback/decide/ask-now.ts';
import type { Failback } from '../bot/failback/state/failback.ts';
import { gateAwaitedIn } from '../bot/failback/state/gates.ts';
import { askWhyNow } from '../bot/messages/questions/ask-now-form.ts';
import { refusal } from '../bot/messages/words/refusal.ts';
import { pickFailback } from './find/pick-failback.ts';
import { askRunNow } from './run/answer/ask-run-now.ts';
import { pickRun } from './run/find/pick-run.ts';

export const askNow: Command = {
  name: 'ask-now',
  usage: phrase('[FB-… or RUN-…] <reason>'),
  summary: phrase(
    'Do not wait for the maintenance window: have the question asked now. For approvers, with a reason.',
  ),
  role: 'viewer',
  acts: true,

  async run(request, desk) {
    const run = await pickRun(request, desk);
    if (run !== undefined) return askRunNow(run, request, desk);
    const { failback, rest } = await pickFailback(request, desk);
    const by = request.actor;
    const number = request.press?.number ?? nextNumber(failback);
    const reason = readReason(request.values['reason'] ?? rest.join(' '));
    const now = desk.clock.now();
    const decide = (current: Failback) => decideToAskNow(current, { by, number, reason }, now);
    const decision = decide(failback);
    if ('refused' in decision && decision.refused === 'reasonMissing')
      return askWhy(failback, request.press);
    const decided = await desk.failbacks.decide(
      failback.id,
      { by, attempt: 'ask-now', question: number, at: now },
      decide,
    );
    if (decided?.refused) return refusal(decided.refused, decided.failback, desk.directory);
    return say(
      phrase('{id}: the bot asks now. Your reason is recorded.', { id: { bold: failback.id } }),
    );
  },
};

const askWhy = ({ id, stage, target }: Failback, press: Press | undefined): Reply =>
  askWhyNow({
    id,
    vms: shownName(target.name),
    gate: gateAwaitedIn(stage),
    how: phrase('Say why: /failback ask-now {id} <reason>', { id }),
    press,
  });
