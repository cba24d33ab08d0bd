import type { Command, Reply } from '../bot/chat/command.ts';
import type { Field, Form, Press } from '../bot/chat/message/message.ts';
import { phrase, type Words } from '../bot/chat/message/phrase.ts';
import { compose, paragraph, say } from '../bot/chat/message/say.ts';
import { shorten } from '../bot/chat/message/shorten.ts';
import { castVote, isAnswerOwed } from '../bot/failback/decide/decide.ts';
import type { Failback, Gate } from '../bot/failback/state/failback.ts';
import { challengeForm } from '../bot/messages/questions/challenge-form.ts';
import { gateWords } from '../bot/messages/questions/gate.ts';
import { refusal } from '../bot/messages/words/refusal.ts';
import { pickFailback } from './find/pick-failback.ts';
import { approveWave } from './run/answer/approve-wave.ts';
import { pickWaveQuestion } from './run/find/pick-wave-question.ts';

/** What is typed is kept for ever: in more characters than any VM's name has. */
const MAX_TYPED = 200;

export const approve: Command = {
  name: 'approve',
  usage: phrase('[FB-… or RUN-…] [what the question asks you to type]'),
  summary: phrase('Approve the open question. Whoever asked for the failback cannot.'),
  role: 'viewer',
  acts: true,

  async run(request, desk) {
    const asked = await pickWaveQuestion(request, desk, 'gate');
    if (asked !== undefined) return approveWave(asked, request, desk);
    const { failback, rest } = await pickFailback(request, desk);
    const number = request.press?.number ?? failback.gate?.number ?? 0;
    const typed = shorten(request.values['typed'] ?? rest.join(' '), MAX_TYPED) || undefined;
    const now = desk.clock.now();
    const ballot = {
      by: request.actor,
      number,
      vote: 'approve' as const,
      ...(typed !== undefined && { typed }),
    };
    if (typed === undefined && isAnswerOwed(failback, ballot, now))
      return askForAnswer(failback, number);
    const decided = await desk.failbacks.decide(
      failback.id,
      { by: request.actor, attempt: 'approve', question: number, at: now },
      (current) => castVote(current, ballot, now),
    );
    if (decided?.refused) return refusal(decided.refused, decided.failback, desk.directory);
    return answer(decided?.failback ?? failback);
  },
};

function askForAnswer(failback: Failback, number: number): Reply {
  const gate = failback.gate as Gate;
  const press: Press = { command: 'approve', failback: failback.id, number };
  const form: Form = challengeForm(gate, failback, press);
  return {
    form,
    otherwise: compose(
      paragraph({ bold: gateWords(gate.kind, failback).title }),
      ...form.fields.map((field) => paragraph(question(field))),
      paragraph(
        phrase('Type {command} with the answer behind it.', {
          command: { verbatim: `/failback approve ${failback.id}` },
        }),
      ),
    ),
  };
}

const question = (field: Field): Words =>
  field.kind === 'text'
    ? phrase('To approve, answer this: {question}', { question: field.label })
    : phrase('To approve, answer this: {question} Answers: {answers}.', {
        question: field.label,
        answers: { list: field.options.map(({ value }) => value) },
      });

function answer(failback: Failback): Reply {
  const { gate } = failback;
  const id = { bold: failback.id };
  if (gate === undefined)
    return say(phrase('{id}: your approval is recorded. The bot goes on.', { id }));
  const { votes, needed } = gate;
  return say(
    phrase('{id}: your approval is recorded, {count} of {needed}. It waits for another approver.', {
      id,
      count: votes.length,
      needed,
    }),
  );
}
