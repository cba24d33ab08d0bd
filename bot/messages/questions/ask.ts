import type { Directory } from '../../access/directory.ts';
import type { Line, Message, Part } from '../../chat/message/message.ts';
import { type Phrase, phrase, type Words } from '../../chat/message/phrase.ts';
import { bulletList, compose, note, paragraph, title } from '../../chat/message/say.ts';
import { shorten, shortWords } from '../../chat/message/shorten.ts';
import { beginsDowntime, isBoundToWindow } from '../../failback/next/schedule.ts';
import type { Synchronization } from '../../failback/ports/site-recovery.ts';
import type { Failback, Gate } from '../../failback/state/failback.ts';
import type { Check } from '../../failback/words/check.ts';
import { deciders, tooFewDeciders } from '../words/deciders.ts';
import { destinationWords } from '../words/destination-words.ts';
import { differenceWords } from '../words/difference-words.ts';
import { markPart } from '../words/do-not-start.ts';
import { duration } from '../words/duration.ts';
import { expiryWords } from '../words/expiry-words.ts';
import { againstAdvice, decidingReason } from '../words/outlook-lines.ts';
import { subjectWords } from '../words/subject-words.ts';
import { switchReminder } from '../words/switch-words.ts';
import { voteWords } from '../words/vote-words.ts';
import { windowWords } from '../words/window-words.ts';
import { gateButtons } from './buttons.ts';
import { expectedMinutes, gateWords } from './gate.ts';
import { proofPart } from './proof-part.ts';

/** A message must stay short enough to be read, and drawn, as a whole. */
const MAX_VALUE = 200;

/** All findings together; each is short when there are many. */
const MAX_FINDINGS = 1_200;

/** The names of the checks that somebody let pass. */
const MAX_NAMES = 60;

/** The open question, with what it leads to and who may decide. */
export function renderGate(gate: Gate, failback: Failback, directory: Directory): Message {
  const { title: question } = gateWords(gate.kind, failback);
  return compose(
    title(question),
    becauseOf(gate),
    markPart(failback),
    { kind: 'facts', facts: consequences(gate, failback) },
    askedNowOf(failback, directory),
    adviceOf(gate, failback),
    warningsOf(failback, directory),
    leftByHand(gate, failback),
    gate.kind === 'commit' ? proofPart(failback, directory) : undefined,
    paragraph(phrase('May decide: {people}', { people: deciders(failback, directory) })),
    tooFewDeciders(gate, failback, directory),
    bulletList(gate.votes.map((vote) => [voteWords(vote, directory)])),
    { kind: 'buttons', buttons: gateButtons(failback.id, gate.number) },
    note(smallPrint(gate, failback)),
  );
}

function smallPrint({ kind, number, digest }: Gate, failback: Failback): Words {
  const values = {
    id: failback.id,
    number: String(number),
    digest: digest.slice(0, 12),
    time: duration(failback.policy.grantMs),
  };
  if (kind === 'commit')
    return phrase(
      '{id}, question {number}. What is approved: {digest}. It is asked again if Azure or the VM on-premises shows anything else at the call, or if the call is not made within {time}.',
      values,
    );
  return isBoundToWindow(failback, kind)
    ? phrase(
        '{id}, question {number}. What is approved: {digest}. It is asked again if Azure shows anything else at the call, or if the call is not made within {time} and before the maintenance window closes.',
        values,
      )
    : phrase(
        '{id}, question {number}. What is approved: {digest}. It is asked again if Azure shows anything else at the call, or if the call is not made within {time}.',
        values,
      );
}

const nameOf = (
  by: { readonly person?: string; readonly userId: string },
  directory: Directory,
): string => directory.nameOf(by.person ?? by.userId);

function askedNowOf({ askedNow }: Failback, directory: Directory): Part | undefined {
  return (
    askedNow &&
    paragraph(
      { bold: phrase('Outside of the maintenance window.') },
      ' ',
      phrase('{name} had it asked now: {reason}', {
        name: nameOf(askedNow.by, directory),
        reason: askedNow.reason,
      }),
    )
  );
}

interface Consequence {
  readonly name: Words;
  readonly value: Line;
}

function consequences(gate: Gate, failback: Failback): readonly Consequence[] {
  const words = gateWords(gate.kind, failback);
  const server = gate.facts.find(({ name }) => name === 'onPremisesServer')?.value;
  return [
    ...(words.instructions === undefined
      ? []
      : [{ name: phrase('To be done first'), value: [words.instructions] }]),
    { name: phrase('What happens'), value: [words.calls] },
    ...(server === undefined
      ? []
      : [
          {
            name: phrase('On-premises server'),
            value: [shortWords(server, MAX_VALUE)],
          },
        ]),
    ...(gate.kind === 'direction'
      ? [{ name: phrase('Where to'), value: [destinationWords(failback.destination)] }]
      : []),
    { name: phrase('Goes down'), value: [words.goesDown] },
    ...windowFact(gate, failback),
    { name: phrase('Cannot be undone'), value: [words.irreversible] },
    { name: phrase('Expected'), value: [expectedMinutes(gate.kind, failback)] },
    {
      name: phrase('Approvals'),
      value: [phrase('{count} of {needed}', { count: gate.votes.length, needed: gate.needed })],
    },
    {
      name: phrase('Expires'),
      value: [{ time: gate.expiresAt }, '. ', expiryWords(gate, failback)],
    },
  ];
}

/** When the downtime may begin, where the question itself does not begin it. */
function windowFact({ kind }: Gate, failback: Failback): readonly Consequence[] {
  const { windows = [] } = failback.policy;
  return kind === 'direction' && windows.length > 0 && !beginsDowntime(kind, failback)
    ? [
        {
          name: phrase('Goes down later'),
          value: [
            phrase('In the maintenance window: {windows}', { windows: windowWords(windows) }),
          ],
        },
      ]
    : [];
}

function becauseOf({ because }: Gate): Part | undefined {
  if (because.length === 0) return undefined;
  return bulletList([
    [phrase('Asked again: this is not as it was at the last question.')],
    ...because.map(differenceWords).map(
      ({ name, asked, now }): Line => [
        phrase('{name}: was {asked}, is {now}', {
          name,
          asked: { bold: asked },
          now: { bold: now },
        }),
      ],
    ),
  ]);
}

/** Whether the way that was asked for is the one that is advised, and why: it is decided with the direction. */
function adviceOf({ kind }: Gate, { outlook, synchronization }: Failback): Part | undefined {
  if (kind !== 'direction' || outlook === undefined) return undefined;
  const { advice } = outlook;
  const isAdvised = advice.synchronization === synchronization;
  const verdict = isAdvised ? AS_ADVISED[synchronization] : againstAdvice(synchronization);
  return paragraph({ bold: verdict }, ' ', decidingReason(advice));
}

const AS_ADVISED: Readonly<Record<Synchronization, Phrase>> = {
  beforeFailover: phrase('As advised: synchronization before failover.'),
  fullDownload: phrase('As advised: full download.'),
};

/** What somebody has to do before the downtime begins, where it is decided. */
function leftByHand({ kind }: Gate, failback: Failback): Part | undefined {
  const reminder = beginsDowntime(kind, failback) ? switchReminder(failback) : undefined;
  return reminder === undefined
    ? undefined
    : paragraph({ bold: phrase('To be done first') }, ': ', reminder);
}

/** The findings that were not ok, where they are decided on, and who let pass what is not supported. */
function warningsOf(failback: Failback, directory: Directory): Part | undefined {
  const { stage, checks, overrides } = failback;
  if (stage !== 'awaitingDirection') return undefined;
  const told = checks.filter(({ outcome }) => outcome !== 'ok' && outcome !== 'blocked');
  const room = Math.min(MAX_VALUE, Math.floor(MAX_FINDINGS / (told.length + overrides.length)));
  return bulletList([
    ...told.map(
      ({ outcome, finding, ...about }): Line => [
        MARKS[outcome],
        ', ',
        { bold: subjectWords(about) },
        ': ',
        shortWords(finding, room),
      ],
    ),
    ...overrides.map(({ by, reason, checks: passed }): Line => {
      const checked = { list: passed.map(subjectWords) };
      return [
        phrase('{name} goes on although it is not supported ({checks}): {reason}', {
          name: nameOf(by, directory),
          checks: shortWords(checked, MAX_NAMES),
          reason: shorten(reason, room),
        }),
      ];
    }),
  ]);
}

const MARKS: Readonly<Record<Check['outcome'], Words>> = {
  ok: phrase('In order'),
  blocked: phrase('In the way'),
  notSupported: phrase('Not supported'),
  warning: phrase('Warning'),
  notChecked: phrase('Not checked'),
};
