import type { CommandRequest, Reply } from '../../../bot/chat/command.ts';
import type { CommandContext } from '../../../bot/chat/command-context.ts';
import { InputError } from '../../../bot/chat/input-error.ts';
import { phrase } from '../../../bot/chat/message/phrase.ts';
import { shorten } from '../../../bot/chat/message/shorten.ts';
import { readReason } from '../../../bot/chat/reason.ts';
import { releaseWaveHold } from '../../../bot/failback/runs/answer-wave.ts';
import type { WaveHold } from '../../../bot/failback/runs/wave-question.ts';
import { openQuestions, type WaveAsked } from '../find/pick-wave-question.ts';
import { answerWave, recordOutdated } from './answer-wave.ts';
import { waveAnswerMessage } from './wave-answer-message.ts';

/** Chooses the same way out for every VM of a wave on hold. */
export async function chooseForWave(
  { run, question, rest }: WaveAsked<'hold'>,
  request: CommandRequest,
  desk: CommandContext,
): Promise<Reply> {
  const [typed, ...words] = rest;
  const name = request.press?.choice ?? typed?.toLowerCase() ?? '';
  const act = `choose ${shorten(name, 40)}`;
  if (question === undefined) return recordOutdated(run, `${act} ${run.id}`, request, desk);
  if (name === '') throw choiceMissing(question);
  const reason = readReason(request.values['reason'] ?? words.join(' '));
  const answer = { name, ...(reason !== undefined && { reason }) };
  const now = desk.clock.now();
  const answered = await answerWave(run, act, request, desk, (newest) => {
    const same = openQuestions(newest, 'hold', now).find(
      ({ number }) => number === question.number,
    );
    return same === undefined ? [] : releaseWaveHold(same, request.actor, answer);
  });
  if ('otherwise' in answered) return answered.otherwise;
  return waveAnswerMessage(run.id, answered.outcomes, (reached) =>
    phrase('your choice is recorded for {vms, plural, one {# VM} other {# VMs}}.', {
      vms: reached.length,
    }),
  );
}

function choiceMissing({ run, wave, open }: WaveHold): InputError {
  const names = open[0]?.hold?.choices.map(({ name }) => name).join(', ') ?? '';
  return new InputError(
    'choice-missing',
    phrase('Say which: {command} and one of {names}.', {
      command: `/failback choose ${run} wave-${wave}`,
      names,
    }),
  );
}
