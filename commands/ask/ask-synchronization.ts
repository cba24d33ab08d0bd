import type { Channel } from '../../bot/chat/channels.ts';
import type { Reply } from '../../bot/chat/command.ts';
import type { Field, Line } from '../../bot/chat/message/message.ts';
import { phrase } from '../../bot/chat/message/phrase.ts';
import { bulletList, compose, paragraph } from '../../bot/chat/message/say.ts';
import { shownName } from '../../bot/chat/message/shorten.ts';
import type { Outlook } from '../../bot/failback/outlook/outlook.ts';
import type { Destination } from '../../bot/failback/ports/destination.ts';
import type { Synchronization } from '../../bot/failback/ports/site-recovery.ts';
import { outlookLines } from '../../bot/messages/words/outlook-lines.ts';
import {
  SYNCHRONIZATION_CHOICES,
  SYNCHRONIZATION_KEYWORDS,
  SYNCHRONIZATIONS,
} from '../../bot/messages/words/synchronization-words.ts';
import { typedDestination } from '../../bot/messages/words/typed-run.ts';
import { keyOfChannel } from '../find/find-channel.ts';
import { optionOfDestination } from '../find/find-destination.ts';
import { type FoundItem, keyOf } from '../find/find-target.ts';

/** What stands in a form for "whichever is advised". */
const AS_ADVISED = 'asAdvised';

/** What stands in a form for "each VM in the way that is advised for it". */
export const EACH_AS_ADVISED = 'eachAsAdvised';

const LABEL = phrase('How the data travels');

/** Lets a person choose before the VM is known. Left to the advice, it is asked again where the advice is not the usual way. */
export const synchronizationField: Field = {
  kind: 'choice',
  name: 'synchronization',
  label: LABEL,
  options: [
    { value: AS_ADVISED, label: phrase('As advised: ask me where it matters') },
    ...SYNCHRONIZATIONS.map(optionOf),
  ],
  optional: true,
};

function optionOf(value: Synchronization) {
  return { value, label: SYNCHRONIZATION_CHOICES[value] };
}

/** Lets a person choose for several VMs, when the advice for each is on the table. */
export const eachSynchronizationField: Field = {
  kind: 'choice',
  name: 'synchronization',
  label: LABEL,
  options: [
    { value: EACH_AS_ADVISED, label: phrase('Each VM as advised') },
    ...SYNCHRONIZATIONS.map(optionOf),
  ],
};

/** What was chosen in a form; undefined where it was left to the advice. */
export const chosenSynchronization = (value: string | undefined): Synchronization | undefined =>
  SYNCHRONIZATIONS.find((kind) => kind === value);

/** What is settled already: which VM or plan, where to, and in which channel. */
interface Settled {
  readonly what: Option;
  /** How it is typed behind `start`. */
  readonly typed: string;
  readonly destination: Destination;
  readonly home: Channel;
}

/** Asks how the data of one VM shall travel, with the advice, its reasons and the estimates. */
export function askSynchronization(
  { found, ...place }: Pick<Settled, 'destination' | 'home'> & { readonly found: FoundItem },
  outlook: Outlook,
): Reply {
  const { name } = found.item;
  const what = { value: keyOf(found), label: name };
  return askHow({ what, typed: shownName(name), ...place }, outlookLines(outlook));
}

/** Asks how the data shall travel, with what is advised. */
export function askHow(settled: Settled, lines: readonly Line[]): Reply {
  const { what, destination, home } = settled;
  return {
    form: {
      command: 'start',
      title: phrase('Start a failback'),
      intro: [bulletList(lines)],
      fields: [
        only('vm', phrase('VM to bring home'), what),
        only('destination', phrase('Where to'), optionOfDestination(destination)),
        only('channel', phrase('Channel for its board'), {
          value: keyOfChannel(home),
          label: home.name,
        }),
        {
          kind: 'choice',
          name: 'synchronization',
          label: LABEL,
          options: SYNCHRONIZATIONS.map(optionOf),
        },
      ],
      submit: phrase('Check and ask'),
    },
    otherwise: compose(
      paragraph(phrase('Nothing was started. Say how the data shall travel:')),
      bulletList(lines),
      bulletList(SYNCHRONIZATIONS.map((kind) => [{ verbatim: typedLine(settled, kind) }])),
    ),
  };
}

type Option = Extract<Field, { kind: 'choice' }>['options'][number];

/** What is settled already travels with the form as its only choice. */
export const only = (name: string, label: Field['label'], option: Option): Field => ({
  kind: 'choice',
  name,
  label,
  options: [option],
});

const typedLine = ({ typed, destination, home }: Settled, kind: Synchronization): string =>
  [
    '/failback start',
    typed,
    SYNCHRONIZATION_KEYWORDS[kind],
    typedDestination(destination),
    `in ${home.name}`,
  ]
    .filter((word) => word !== '')
    .join(' ');
