import type { Command } from '../bot/chat/command.ts';
import { InputError } from '../bot/chat/input-error.ts';
import { phrase } from '../bot/chat/message/phrase.ts';
import { say } from '../bot/chat/message/say.ts';
import { readReason } from '../bot/chat/reason.ts';
import { askForHold } from '../bot/failback/decide/decide.ts';
import { refusal } from '../bot/messages/words/refusal.ts';
import { pickFailback } from './find/pick-failback.ts';
import { holdRun } from './run/answer/hold-run.ts';
import { pickRun } from './run/find/pick-run.ts';

export const hold: Command = {
  name: 'hold',
  usage: phrase('[FB-… or RUN-…] <reason>'),
  summary: phrase(
    'Stop the bot, not Azure: it does nothing more until somebody chooses how to go on.',
  ),
  role: 'viewer',
  acts: true,

  async run(request, desk) {
    const run = await pickRun(request, desk);
    if (run !== undefined) return holdRun(run, request, desk);
    const { failback, rest } = await pickFailback(request, desk);
    const reason = readReason(rest.join(' '));
    if (reason === undefined) {
      throw new InputError(
        'reason-missing',
        phrase('Say why: /failback hold {id} <reason>', { id: failback.id }),
      );
    }
    const decided = await desk.failbacks.decide(
      failback.id,
      { by: request.actor, attempt: 'hold', at: desk.clock.now() },
      (current) => askForHold(current, request.actor, reason),
    );
    if (decided?.refused) return refusal(decided.refused, decided.failback, desk.directory);
    return say(
      phrase(
        '{id}: on hold. What runs in Azure goes on; the message in the channel has the choices.',
        { id: { bold: failback.id } },
      ),
    );
  },
};
