import type { CommandRequest, Reply } from '../../../bot/chat/command.ts';
import type { CommandContext } from '../../../bot/chat/command-context.ts';
import type { Press } from '../../../bot/chat/message/message.ts';
import { phrase } from '../../../bot/chat/message/phrase.ts';
import { say } from '../../../bot/chat/message/say.ts';
import { readReason } from '../../../bot/chat/reason.ts';
import { decideToAskNow, nextNumber } from '../../../bot/failback/decide/ask-now.ts';
import { type WaitingWave, waitingWaves } from '../../../bot/failback/runs/ask-run-now.ts';
import { askWhyNow } from '../../../bot/messages/questions/ask-now-form.ts';
import { listedName } from '../../../bot/messages/words/run-words.ts';
import type { PickedRun } from '../find/pick-run.ts';
import { readWave } from '../find/read-wave.ts';
import { answerWave, recordOutdated } from './answer-wave.ts';
import { waveAnswerMessage } from './wave-answer-message.ts';

/** Has a wave's question asked now, outside of the maintenance windows: for all of its VMs that wait, as one. */
export async function askRunNow(
  { run, rest }: PickedRun,
  request: CommandRequest,
  desk: CommandContext,
): Promise<Reply> {
  const { wave, words } = readWave(rest);
  const now = desk.clock.now();
  const meant = meantBy(request.press, wave);
  const group = waitingWaves(run, now).find(meant);
  if (group === undefined && request.press !== undefined)
    return recordOutdated(run, `ask-now ${run.id}`, request, desk);
  if (group === undefined)
    return say(
      { bold: run.id },
      ': ',
      phrase('nothing of it waits for a maintenance window, so nothing was done.'),
    );
  const reason = readReason(request.values['reason'] ?? words.join(' '));
  const votes = decide(group, request, reason, now);
  if (votes.some(({ decided }) => 'refused' in decided && decided.refused === 'reasonMissing'))
    return askWhy(group, request.press);
  const answered = await answerWave(run, 'ask-now', request, desk, (newest) => {
    const same = waitingWaves(newest, now).find(({ number }) => number === group.number);
    return same === undefined ? [] : decide(same, request, reason, now);
  });
  if ('otherwise' in answered) return answered.otherwise;
  return waveAnswerMessage(run.id, answered.outcomes, (reached) =>
    phrase('the bot asks now about {vms}. Your reason is recorded.', {
      vms: { list: reached.map(listedName) },
    }),
  );
}

/** A button means those who waited when it was drawn; what is typed means the wave, or whichever is asked first. */
const meantBy =
  (press: Press | undefined, wave: number | undefined) =>
  (group: WaitingWave): boolean =>
    press === undefined ? wave === undefined || group.wave === wave : press.number === group.number;

const decide = (
  { waiting }: WaitingWave,
  { actor: by }: CommandRequest,
  reason: string | undefined,
  now: number,
) =>
  waiting.map((failback) => ({
    failback,
    decided: decideToAskNow(failback, { by, number: nextNumber(failback), reason }, now),
  }));

const askWhy = ({ run, wave, gate, waiting }: WaitingWave, press: Press | undefined): Reply =>
  askWhyNow({
    id: run,
    vms: phrase('{all}', { all: { list: waiting.map(listedName) } }),
    gate,
    how: phrase('Say why: {command} and the reason.', {
      command: `/failback ask-now ${run} wave-${wave}`,
    }),
    press,
  });
