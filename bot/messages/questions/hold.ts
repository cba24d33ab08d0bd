import type { Directory } from '../../access/directory.ts';
import type { Button, Line, Message } from '../../chat/message/message.ts';
import { phrase } from '../../chat/message/phrase.ts';
import { bulletList, compose, note, paragraph, title } from '../../chat/message/say.ts';
import { shortWords, shownName } from '../../chat/message/shorten.ts';
import type { Failback, Hold } from '../../failback/state/failback.ts';
import { choiceLabel } from '../words/choice-label.ts';
import { choiceWords } from '../words/choice-words.ts';
import { choosers } from '../words/deciders.ts';
import { markPart } from '../words/do-not-start.ts';
import { evidenceWords } from '../words/evidence-words.ts';
import { HOLD_WORDS } from '../words/hold-words.ts';
import { subjectWords } from '../words/subject-words.ts';

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
    bulletList(hold.choices.map((choice) => choiceLine(choice, id))),
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
