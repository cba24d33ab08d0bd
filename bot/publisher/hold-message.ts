import type { Directory } from '../access/directory.ts';
import { markPart } from '../chat/do-not-start.ts';
import type { Button, Line, Message } from '../chat/message.ts';
import { phrase } from '../chat/phrase.ts';
import { compose, list, note, paragraph, title } from '../chat/say.ts';
import { shortWords, shownName } from '../chat/shorten.ts';
import { subjectWords } from '../chat/subject-words.ts';
import type { Failback, Hold } from '../failback/failback.ts';
import { choiceLabel } from './choice-label.ts';
import { choiceWords } from './choice-words.ts';
import { choosers } from './deciders.ts';
import { evidenceWords } from './evidence-words.ts';
import { HOLD_WORDS } from './hold-words.ts';

/** Long enough for what Azure says of an error, short enough to leave room for the ways out. */
const MAX_EVIDENCE = 300;
const MAX_EVIDENCE_IN_ALL = 1_500;

/** Of a plan each VM with its server is a fact of its own. */
const MAX_FACT_NAME = 80;

/** The bot stopped: what it saw, and the safe ways out. */
export function renderHold(hold: Hold, failback: Failback, directory: Directory): Message {
  const { id, target } = failback;
  return compose(
    title(phrase('On hold: {vm}', { vm: shownName(target.name) })),
    paragraph(HOLD_WORDS[hold.reason]),
    markPart(failback),
    { kind: 'facts', facts: [...askedBy(hold, directory), ...evidenceOf(hold)] },
    list(hold.choices.map((choice) => choiceLine(choice, id))),
    paragraph(
      phrase('May choose: {people}. An operator may let go, too.', {
        people: choosers(failback, directory),
      }),
    ),
    { kind: 'buttons', buttons: hold.choices.map((choice) => choiceButton(choice, hold, id)) },
    note(
      phrase('{id}, question {number}. The bot does nothing until somebody chooses.', {
        id,
        number: String(hold.number),
      }),
    ),
  );
}

type Choice = Hold['choices'][number];

const choiceLine = (choice: Choice, id: string): Line => [choiceWords(choice, id)];

const choiceButton = (choice: Choice, { number }: Hold, failback: string): Button => ({
  label: choiceLabel(choice),
  style: DANGERS.includes(choice.name) ? 'danger' : 'plain',
  press: { command: 'choose', failback, number, choice: choice.name },
});

const DANGERS: readonly string[] = ['abandon', 'cancel', 'cancel-again'];

const askedBy = ({ by }: Hold, directory: Directory) =>
  by === undefined
    ? []
    : [{ name: phrase('Asked for by'), value: [directory.nameOf(by.person ?? by.userId)] }];

/** Many facts share the room: a message that is cut would hide the ways out. */
function evidenceOf({ evidence }: Hold) {
  const room = Math.min(
    MAX_EVIDENCE,
    Math.floor(MAX_EVIDENCE_IN_ALL / Math.max(1, evidence.length)),
  );
  return evidence.map((fact) => ({
    name: shortWords(subjectWords(fact), MAX_FACT_NAME),
    value: [shortWords(evidenceWords(fact), room)],
  }));
}
