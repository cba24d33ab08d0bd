import type { Directory } from '../../access/directory.ts';
import type { Button, Line, Message } from '../../chat/message/message.ts';
import { phrase } from '../../chat/message/phrase.ts';
import { bulletList, compose, note, paragraph, title } from '../../chat/message/say.ts';
import { shortWords } from '../../chat/message/shorten.ts';
import type { WaveHold } from '../../failback/runs/wave-question.ts';
import type { Failback } from '../../failback/state/failback.ts';
import type { HoldChoice } from '../../failback/state/holds.ts';
import { releaseWords } from '../questions/closed.ts';
import { choiceLabel } from '../words/choice-label.ts';
import { choiceWords } from '../words/choice-words.ts';
import { choosers } from '../words/deciders.ts';
import { evidenceWords } from '../words/evidence-words.ts';
import { HOLD_WORDS } from '../words/hold-words.ts';
import { listedName } from '../words/run-words.ts';
import { subjectWords } from '../words/subject-words.ts';

/** VMs of a wave stopped for the same reason: which, why, and the safe ways out for all of them. */
export function renderWaveHold(question: WaveHold, directory: Directory): Message {
  const { run, wave, about, open } = question;
  const [first] = open;
  if (first === undefined) return renderWaveHoldOver(question, directory);
  const choices = first.hold?.choices ?? [];
  return compose(
    title(phrase('On hold: wave {wave} of {run}', { wave, run })),
    paragraph(HOLD_WORDS[about]),
    bulletList(open.map((failback): Line => [{ bold: listedName(failback) }, ` ${failback.id}`])),
    { kind: 'facts', facts: evidenceOf(first) },
    bulletList(choices.map((choice) => [choiceWords(choice, run)])),
    paragraph(
      phrase('May choose: {people}. An operator may let go, too.', {
        people: choosers(first, directory),
      }),
    ),
    { kind: 'buttons', buttons: choices.map((choice) => choiceButton(choice, question)) },
    note(phrase('{run}, wave {wave}. One choice counts for each VM of the list.', { run, wave })),
  );
}

/** The same, when it is over for every VM. */
function renderWaveHoldOver(question: WaveHold, directory: Directory): Message {
  const { run, wave, about, over } = question;
  return compose(
    title(phrase('Was on hold: wave {wave} of {run}', { wave, run })),
    paragraph(HOLD_WORDS[about]),
    bulletList(
      over.map(
        ({ failback, how }): Line => [
          { bold: listedName(failback) },
          ': ',
          releaseWords(how, directory),
        ],
      ),
    ),
    note(phrase('{run}, wave {wave}. Nothing is left to decide here.', { run, wave })),
  );
}

/** A fact of the evidence is shown in this many characters: there is one for each VM of the wave before. */
const MAX_EVIDENCE = 60;

const evidenceOf = ({ hold }: Failback) =>
  (hold?.evidence ?? []).map((fact) => ({
    name: shortWords(subjectWords(fact), MAX_EVIDENCE),
    value: [shortWords(evidenceWords(fact), MAX_EVIDENCE)],
  }));

const choiceButton = (choice: HoldChoice, { run, number }: WaveHold): Button => ({
  label: choiceLabel(choice),
  style: choice.name === 'abandon' ? 'danger' : 'plain',
  press: { command: 'choose', failback: run, number, choice: choice.name },
});
