import type { CommandRequest } from '../../../bot/chat/command.ts';
import type { CommandContext } from '../../../bot/chat/command-context.ts';
import type { Message } from '../../../bot/chat/message/message.ts';
import { phrase } from '../../../bot/chat/message/phrase.ts';
import { bulletList, compose, paragraph, say } from '../../../bot/chat/message/say.ts';
import { readReason } from '../../../bot/chat/reason.ts';
import { askToCancelOrEnd, isUntouched } from '../../../bot/failback/decide/decide.ts';
import { membersOf, type Run } from '../../../bot/failback/state/run.ts';
import { isEnd } from '../../../bot/failback/state/stages.ts';
import { listedName, placeWords } from '../../../bot/messages/words/run-words.ts';
import type { PickedRun } from '../find/pick-run.ts';
import { answerWave } from './answer-wave.ts';
import { waveAnswerMessage } from './wave-answer-message.ts';

/** Cancels what a run has not started yet. What runs in Azure already is a decision about each VM. */
export async function cancelRun(
  { run, rest }: PickedRun,
  request: CommandRequest,
  desk: CommandContext,
): Promise<Message> {
  const reason = readReason(rest.join(' '));
  if (notStarted(run).length === 0) return nothingToCancel(run);
  const answered = await answerWave(run, 'cancel', request, desk, (newest) =>
    notStarted(newest).map((failback) => ({
      failback,
      decided: askToCancelOrEnd(failback, request.actor, reason),
    })),
  );
  if ('otherwise' in answered) return answered.otherwise;
  const message = waveAnswerMessage(run.id, answered.outcomes, (reached) =>
    phrase('cancelled before anything was started: {vms}.', {
      vms: reached.map(listedName).join(', '),
    }),
  );
  const now = (await desk.failbacks.run(run.id)) ?? run;
  return compose(...message.parts, ...goingOn(now).parts);
}

const notStarted = (run: Run) =>
  membersOf(run).filter((one) => !isEnd(one.stage) && isUntouched(one));

function nothingToCancel(run: Run): Message {
  const open = goingOn(run);
  return compose(
    ...say(
      { bold: run.id },
      ': ',
      phrase('nothing is left that was not started, so nothing was done.'),
    ).parts,
    ...open.parts,
  );
}

/** What goes on in Azure, and how it is stopped. */
function goingOn(run: Run): Message {
  const open = membersOf(run).filter(({ stage }) => !isEnd(stage));
  if (open.length === 0) return { parts: [] };
  return compose(
    paragraph(phrase('These go on. To cancel one of them: /failback cancel and its id.')),
    bulletList(
      open.map((failback) => [
        { bold: listedName(failback) },
        ` ${failback.id}: `,
        placeWords(failback, run),
      ]),
    ),
  );
}
