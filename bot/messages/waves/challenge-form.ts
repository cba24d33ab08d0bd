import type { Form, Press } from '../../chat/message/message.ts';
import { phrase } from '../../chat/message/phrase.ts';
import type { WaveGate } from '../../failback/runs/wave-question.ts';
import { answerField } from '../questions/challenge-form.ts';
import { listedName } from '../words/run-words.ts';
import { waveGateWords } from './words.ts';

/** As `challengeForm`, for a question to a wave: the live side among two, or the run and the number of VMs. */
export function waveChallengeForm(question: WaveGate, press: Press): Form {
  const words = waveGateWords(question);
  const gate = question.open[0]?.gate;
  if (gate === undefined) throw new Error(`${question.run} is asked nothing`);
  return {
    command: 'approve',
    title: phrase('Approve, {id}', { id: question.run }),
    intro: [
      { kind: 'paragraph', line: [{ bold: words.title }] },
      { kind: 'paragraph', line: [question.open.map(listedName).join(', ')] },
      { kind: 'paragraph', line: [words.goesDown] },
      { kind: 'paragraph', line: [words.irreversible] },
    ],
    fields: [answerField(gate, words.challenge ?? '')],
    submit: phrase('Approve'),
    press,
  };
}
