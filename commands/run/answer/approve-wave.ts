import type { CommandRequest, Reply } from '../../../bot/chat/command.ts';
import type { CommandContext } from '../../../bot/chat/command-context.ts';
import type { Press } from '../../../bot/chat/message/message.ts';
import { phrase, type Words } from '../../../bot/chat/message/phrase.ts';
import { compose, paragraph } from '../../../bot/chat/message/say.ts';
import { shorten } from '../../../bot/chat/message/shorten.ts';
import { isAnswerOwed } from '../../../bot/failback/decide/decide.ts';
import { castWaveVote } from '../../../bot/failback/runs/answer-wave.ts';
import type { WaveGate } from '../../../bot/failback/runs/wave-question.ts';
import type { Failback } from '../../../bot/failback/state/failback.ts';
import { waveChallengeForm } from '../../../bot/messages/waves/challenge-form.ts';
import { waveGateWords } from '../../../bot/messages/waves/words.ts';
import { openQuestions, type WaveAsked } from '../find/pick-wave-question.ts';
import { answerWave, recordOutdated } from './answer-wave.ts';
import { waveAnswerMessage } from './wave-answer-message.ts';

/** What is typed is kept for ever: in more characters than any answer has. */
const MAX_TYPED = 200;

/** One vote about every VM of a wave's question. */
export async function approveWave(
  { run, question, rest }: WaveAsked<'gate'>,
  request: CommandRequest,
  desk: CommandContext,
): Promise<Reply> {
  if (question === undefined) return recordOutdated(run, `approve ${run.id}`, request, desk);
  const typed = shorten(request.values['typed'] ?? rest.join(' '), MAX_TYPED) || undefined;
  const now = desk.clock.now();
  const ballot = {
    by: request.actor,
    vote: 'approve' as const,
    ...(typed !== undefined && { typed }),
  };
  const isOwed = (failback: Failback) =>
    isAnswerOwed(failback, { ...ballot, number: failback.gate?.number ?? 0 }, now);
  if (typed === undefined && question.open.some(isOwed)) return askForAnswer(question);
  const answered = await answerWave(run, 'approve', request, desk, (newest) => {
    const same = openQuestions(newest, 'gate', now).find(
      ({ number }) => number === question.number,
    );
    return same === undefined ? [] : castWaveVote(same, ballot, now);
  });
  if ('otherwise' in answered) return answered.otherwise;
  return waveAnswerMessage(run.id, answered.outcomes, approved);
}

function askForAnswer(question: WaveGate): Reply {
  const { run, number } = question;
  const press: Press = { command: 'approve', failback: run, number };
  return {
    form: waveChallengeForm(question, press),
    otherwise: compose(
      paragraph({ bold: waveGateWords(question).title }),
      paragraph(waveGateWords(question).challenge ?? ''),
      paragraph(
        phrase('To approve, type {command} with the answer behind it.', {
          command: { verbatim: `/failback approve ${run} wave-${question.wave}` },
        }),
      ),
    ),
  };
}

function approved(reached: readonly Failback[]): Words {
  const vms = reached.length;
  const waiting = reached.find(({ gate }) => gate !== undefined)?.gate;
  return waiting === undefined
    ? phrase(
        'your approval is recorded for {vms, plural, one {# VM} other {# VMs}}. The bot goes on.',
        { vms },
      )
    : phrase(
        'your approval is recorded for {vms, plural, one {# VM} other {# VMs}}, {votes} of {needed}. It waits for another approver.',
        { vms, votes: waiting.votes.length, needed: waiting.needed },
      );
}
