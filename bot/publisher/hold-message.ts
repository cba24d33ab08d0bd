import type { Directory } from '../access/directory.ts';
import type { Button, Line, Message } from '../chat/message.ts';
import { compose, list, note, paragraph, title } from '../chat/say.ts';
import { shorten, shownName } from '../chat/shorten.ts';
import type { Fact } from '../failback/facts.ts';
import type { Failback, Hold } from '../failback/failback.ts';
import { DO_NOT_START } from '../failback/readiness.ts';
import { choiceLabel } from './choice-label.ts';
import { decidersLine } from './deciders.ts';
import { factWords } from './fact-words.ts';
import { HOLD_WORDS } from './hold-words.ts';

/** Long enough for what Azure says of an error, short enough to leave room for the ways out. */
const MAX_EVIDENCE = 300;

/** The bot stopped: what it saw, and the safe ways out. */
export function renderHold(hold: Hold, failback: Failback, directory: Directory): Message {
  const { id, target, doNotStart } = failback;
  return compose(
    title(`On hold: ${shownName(target.name)}`),
    paragraph(HOLD_WORDS[hold.reason]),
    doNotStart ? paragraph({ bold: DO_NOT_START }) : undefined,
    { kind: 'facts', facts: [...askedBy(hold, directory), ...hold.evidence.map(evidence)] },
    list(hold.choices.map((choice) => choiceLine(choice, id))),
    paragraph(
      'May choose: ',
      ...decidersLine(failback, directory),
      '. An operator may let go, too.',
    ),
    { kind: 'buttons', buttons: hold.choices.map((choice) => choiceButton(choice, hold, id)) },
    note(`${id}, question ${hold.number}. The bot does nothing until somebody chooses.`),
  );
}

type Choice = Hold['choices'][number];

const choiceLine = (choice: Choice, id: string): Line => [
  { bold: choiceLabel(choice) },
  `: ${choice.means} Or type `,
  { code: `/failback choose ${id} ${choice.name}` },
];

const choiceButton = (choice: Choice, { number }: Hold, failback: string): Button => ({
  label: choiceLabel(choice),
  style: choice.name === 'abandon' ? 'danger' : 'plain',
  press: { command: 'choose', failback, number, choice: choice.name },
});

const askedBy = ({ by }: Hold, directory: Directory) =>
  by === undefined
    ? []
    : [{ name: 'Asked for by', value: [directory.nameOf(by.person ?? by.userId)] }];

function evidence({ name, value }: Fact) {
  return { name, value: [shorten(factWords(name, value), MAX_EVIDENCE)] };
}
