import type { CommandRequest } from '../../../bot/chat/command.ts';
import type { CommandContext } from '../../../bot/chat/command-context.ts';
import { InputError } from '../../../bot/chat/input-error.ts';
import type { Message } from '../../../bot/chat/message/message.ts';
import { phrase } from '../../../bot/chat/message/phrase.ts';
import { say } from '../../../bot/chat/message/say.ts';
import { readReason } from '../../../bot/chat/reason.ts';
import { askForHold } from '../../../bot/failback/decide/decide.ts';
import { isGoingOn, membersOf, type Run } from '../../../bot/failback/state/run.ts';
import { listedName } from '../../../bot/messages/words/run-words.ts';
import type { PickedRun } from '../find/pick-run.ts';
import { readWave } from '../find/read-wave.ts';
import { answerWave } from './answer-wave.ts';
import { waveAnswerMessage } from './wave-answer-message.ts';

/** Stops every VM of a run that goes on, or of one of its waves. Each wave then waits for one choice. */
export async function holdRun(
  { run, rest }: PickedRun,
  request: CommandRequest,
  desk: CommandContext,
): Promise<Message> {
  const { wave, words } = readWave(rest);
  const reason = readReason(words.join(' '));
  if (reason === undefined) throw reasonMissing(run);
  const stoppable = (newest: Run) =>
    membersOf(newest).filter(
      (one) => isGoingOn(one) && (wave === undefined || one.wave?.number === wave),
    );
  if (stoppable(run).length === 0)
    return say({ bold: run.id }, ': ', phrase('nothing of it goes on, so nothing was done.'));
  const answered = await answerWave(run, 'hold', request, desk, (newest) =>
    stoppable(newest).map((failback) => ({
      failback,
      decided: askForHold(failback, request.actor, reason, true),
    })),
  );
  if ('otherwise' in answered) return answered.otherwise;
  return waveAnswerMessage(run.id, answered.outcomes, (reached) =>
    phrase(
      'on hold: {vms}. What runs in Azure goes on; the messages in the channel have the choices, one for each wave.',
      { vms: { list: reached.map(listedName) } },
    ),
  );
}

const reasonMissing = ({ id }: Run) =>
  new InputError(
    'reason-missing',
    phrase('Say why: {command} and the reason.', { command: `/failback hold ${id}` }),
  );
