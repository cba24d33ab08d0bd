import type { Command } from '../bot/chat/command.ts';
import { pickFailback } from '../bot/chat/pick-failback.ts';
import { readReason } from '../bot/chat/reason.ts';
import { refusal } from '../bot/chat/refusal.ts';
import { say } from '../bot/chat/say.ts';
import { cancel as decideToCancel } from '../bot/failback/decide.ts';
import { whatIsLeft } from '../bot/failback/what-is-left.ts';

export const cancel: Command = {
  name: 'cancel',
  usage: '[FB-…] [reason]',
  summary: 'Cancel a failback before the planned failover is started.',
  role: 'viewer',
  acts: true,

  async run(request, desk) {
    const { failback, rest } = await pickFailback(request, desk);
    const reason = readReason(rest.join(' '));
    const decided = await desk.failbacks.decide(
      failback.id,
      { by: request.actor, attempt: 'cancel', at: desk.clock.now() },
      (current) => decideToCancel(current, request.actor, reason),
    );
    if (decided?.refused) return refusal(decided.refused, decided.failback, desk.directory);
    return say({ bold: failback.id }, `: cancelled. ${whatIsLeft(decided?.failback ?? failback)}`);
  },
};
