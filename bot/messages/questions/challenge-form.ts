import type { Field, Form, Press } from '../../chat/message/message.ts';
import { phrase, type Words } from '../../chat/message/phrase.ts';
import type { Failback, Gate } from '../../failback/state/failback.ts';
import { challengeOf, LIVE_SIDE } from '../../failback/state/gates.ts';
import { gateWords } from './gate.ts';

/** Asks for what proves that the question was read: the live side among two, or the VM's name. */
export function challengeForm(gate: Gate, failback: Failback, press: Press): Form {
  const words = gateWords(gate.kind, failback);
  return {
    command: 'approve',
    title: phrase('Approve, {id}', { id: failback.id }),
    intro: [
      { kind: 'paragraph', line: [{ bold: words.title }] },
      { kind: 'paragraph', line: [words.goesDown] },
      { kind: 'paragraph', line: [words.irreversible] },
    ],
    fields: [answerField(gate, words.challenge ?? '')],
    submit: phrase('Approve'),
    press,
  };
}

/** The field for the answer. */
export function answerField(gate: Gate, label: Words): Field {
  if (challengeOf(gate.kind) !== 'liveSide') return { kind: 'text', name: 'typed', label };
  const sides = [
    { value: LIVE_SIDE, label: 'Azure' },
    { value: 'on-premises', label: phrase('On-premises') },
  ];
  // The order depends on the question, so that the hand does not learn it; the digest is as good as dice.
  const isTurned = Number.parseInt(gate.digest.slice(0, 1), 16) % 2 === 1;
  return { kind: 'choice', name: 'typed', label, options: isTurned ? [...sides].reverse() : sides };
}
