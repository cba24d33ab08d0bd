import type { Reply, Request } from '../../bot/chat/command.ts';
import type { Desk } from '../../bot/chat/desk.ts';
import { InputError } from '../../bot/chat/input-error.ts';
import type { Press } from '../../bot/chat/message.ts';
import { phrase } from '../../bot/chat/phrase.ts';
import { readReason } from '../../bot/chat/reason.ts';
import { say } from '../../bot/chat/say.ts';
import { castWaveVote } from '../../bot/failback/answer-wave.ts';
import type { WaveGate } from '../../bot/failback/wave-question.ts';
import { declineForm } from '../../bot/publisher/decline-form.ts';
import { waveGateWords } from '../../bot/publisher/wave-words.ts';
import { answerWave, recordOutdated } from './answer-wave.ts';
import { openQuestions, type WaveAsked } from './pick-wave-question.ts';
import { waveAnswerMessage } from './wave-answer-message.ts';

/** Declines a wave's question for every VM, with one reason. */
export async function declineWave(
  { run, question, rest }: WaveAsked<'gate'>,
  request: Request,
  desk: Desk,
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
