import type { Command } from '../bot/chat/command.ts';
import { phrase } from '../bot/chat/message/phrase.ts';
import { say } from '../bot/chat/message/say.ts';
import { readReason } from '../bot/chat/reason.ts';
import { askToCancelOrEnd as decideToCancel } from '../bot/failback/decide/decide.ts';
import { whatIsLeft } from '../bot/failback/evolve/what-is-left.ts';
import { refusal } from '../bot/messages/words/refusal.ts';
import { pickFailback } from './find/pick-failback.ts';
import { cancelRun } from './run/answer/cancel-run.ts';
import { pickRun } from './run/find/pick-run.ts';

/** Data travels: to cancel has consequences, and is for somebody else to decide. */
const ASKED = phrase(
  'Cancelling now would leave the on-premises disks half written, so an approver who did not ask for the failback has to choose: let it finish, cancel and mark the VM, or cancel and run again. The message in the channel has the choices. Until then the job in Azure goes on.',
);

export const cancel: Command = {
  name: 'cancel',
  usage: phrase('[FB-… or RUN-…] [reason]'),
  summary: phrase('Cancel a failback. While data travels, an approver is asked first.'),
  role: 'viewer',
  acts: true,

  async run(request, desk) {
    const run = await pickRun(request, desk);
    if (run !== undefined) return cancelRun(run, request, desk);
    const { failback, rest } = await pickFailback(request, desk);
    const reason = readReason(rest.join(' '));
    const decided = await desk.failbacks.decide(
      failback.id,
      { by: request.actor, attempt: 'cancel', at: desk.clock.now() },
      (current) => decideToCancel(current, request.actor, reason),
    );
    if (decided?.refused) return refusal(decided.refused, decided.failback, desk.directory);
    const now = decided?.failback ?? failback;
    const id = { bold: failback.id };
    return now.hold === undefined
      ? say(phrase('{id}: cancelled. {left}', { id, left: whatIsLeft(now) }))
      : say(phrase('{id}: nothing is cancelled yet. {why}', { id, why: ASKED }));
  },
};
