import type { CommandRequest, Reply } from '../../../bot/chat/command.ts';
import type { CommandContext } from '../../../bot/chat/command-context.ts';
import { InputError } from '../../../bot/chat/input-error.ts';
import type { Press } from '../../../bot/chat/message/message.ts';
import { phrase } from '../../../bot/chat/message/phrase.ts';
import { say } from '../../../bot/chat/message/say.ts';
import { readReason } from '../../../bot/chat/reason.ts';
import { castWaveVote } from '../../../bot/failback/runs/answer-wave.ts';
import type { WaveGate } from '../../../bot/failback/runs/wave-question.ts';
import { declineForm } from '../../../bot/messages/questions/decline-form.ts';
import { waveGateWords } from '../../../bot/messages/waves/words.ts';
import { openQuestions, type WaveAsked } from '../find/pick-wave-question.ts';
import { answerWave, recordOutdated } from './answer-wave.ts';
import { waveAnswerMessage } from './wave-answer-message.ts';

/** Declines a wave's question for every VM, with one reason. */
export async function declineWave(
  { run, question, rest }: WaveAsked<'gate'>,
  request: CommandRequest,
  desk: CommandContext,
): Promise<Reply> {
  if (question === undefined) return recordOutdated(run, `decline ${run.id}`, request, desk);
  const reason = readReason(request.values['reason'] ?? rest.join(' '));
  const now = desk.clock.now();
  const ballot = {
    by: request.actor,
    vote: 'decline' as const,
    ...(reason !== undefined && { reason }),
  };
  const votes = castWaveVote(question, ballot, now);
  if (reason === undefined && votes.some(({ decided }) => 'events' in decided))
    return askWhy(question, request.press);
  const answered = await answerWave(run, 'decline', request, desk, (newest) => {
    const same = openQuestions(newest, 'gate', now).find(
      ({ number }) => number === question.number,
    );
    return same === undefined ? [] : castWaveVote(same, ballot, now);
  });
  if ('otherwise' in answered) return answered.otherwise;
  return waveAnswerMessage(run.id, answered.outcomes, (reached) =>
    phrase('declined for {vms, plural, one {# VM} other {# VMs}}. Your reason is recorded.', {
      vms: reached.length,
    }),
  );
}

function askWhy(question: WaveGate, press: Press | undefined): Reply {
  const { run, wave } = question;
  const how = phrase('Say why: {command} and the reason.', {
    command: `/failback decline ${run} wave-${wave}`,
  });
  if (press === undefined) throw new InputError('reason-missing', how);
  return { form: declineForm(run, waveGateWords(question).title, press), otherwise: say(how) };
}
