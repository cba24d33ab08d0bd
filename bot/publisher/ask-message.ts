import type { Directory } from '../access/directory.ts';
import { markPart } from '../chat/do-not-start.ts';
import { duration } from '../chat/duration.ts';
import type { Button, Line, Message, Part } from '../chat/message.ts';
import { decidingReason } from '../chat/outlook-lines.ts';
import { compose, list, note, paragraph, title } from '../chat/say.ts';
import { shorten } from '../chat/shorten.ts';
import { windowWords } from '../chat/window-words.ts';
import type { Check } from '../failback/check.ts';
import type { Failback, Gate } from '../failback/failback.ts';
import type { Synchronization } from '../failback/ports/site-recovery.ts';
import { beginsDowntime, isBoundToWindow } from '../failback/schedule.ts';
import { type Phrase, phrase } from '../failback/words.ts';
import { decidersLine } from './deciders.ts';
import { missing } from './describe-host-event.ts';
import { destinationWords } from './destination-words.ts';
import { differenceWords } from './difference-words.ts';
import { expiryWords } from './expiry-words.ts';
import { expectedMinutes, gateWords } from './gate-words.ts';

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
    proofOf(gate, failback, directory),
    paragraph('May decide: ', ...decidersLine(failback, directory)),
    list(gate.votes.map(({ by, at }) => [nameOf(by, directory), ' approved, ', { time: at }])),
    { kind: 'buttons', buttons: gateButtons(gate, failback) },
    note(
      `${failback.id}, question ${gate.number}. What is approved: ${gate.digest.slice(0, 12)}. It is asked again if Azure shows anything else at the call, or if the call is not made within ${duration(failback.policy.grantMs)}${isBoundToWindow(failback, gate.kind) ? ' and before the maintenance window closes' : ''}.`,
    ),
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
      { bold: 'Outside of the maintenance window. ' },
      `${nameOf(askedNow.by, directory)} had it asked now: ${askedNow.reason}`,
    )
  );
}

/** What is known of the VM before it is deleted in Azure. */
function proofOf({ kind }: Gate, failback: Failback, directory: Directory): Part | undefined {
  if (kind !== 'commit') return undefined;
  const { override, proofs, host } = failback;
  if (override) {
    return list([
      [
        { bold: 'Not proven that the on-premises VM is well. ' },
        shorten(missing(proofs), MAX_VALUE),
      ],
      [`${nameOf(override.by, directory)} let the commit be asked for: ${override.reason}`],
    ]);
  }
  if (host === undefined || proofs.length === 0) {
    return paragraph(
      { bold: 'The on-premises VM was not checked by the bot. ' },
      'Look for yourself whether it is well: after the commit there is no other copy.',
    );
  }
  return paragraph(`Proven on-premises: ${proofs.map(({ name }) => name).join(', ')}.`);
}

interface Consequence {
  readonly name: string;
  readonly value: Line;
}

function consequences(gate: Gate, failback: Failback): readonly Consequence[] {
  const words = gateWords(gate.kind, failback);
  const server = gate.facts.find(({ name }) => name === 'On-premises server')?.value;
  return [
    ...(words.instructions === undefined
      ? []
      : [{ name: 'To be done first', value: [words.instructions] }]),
    { name: 'What happens', value: [words.calls] },
    ...(server === undefined
      ? []
      : [{ name: 'On-premises server', value: [shorten(server, MAX_VALUE)] }]),
    ...(gate.kind === 'direction'
      ? [{ name: 'Where to', value: [destinationWords(failback.destination)] }]
      : []),
    { name: 'Goes down', value: [words.goesDown] },
    ...windowFact(gate, failback),
    { name: 'Cannot be undone', value: [words.irreversible] },
    { name: 'Expected', value: [expectedMinutes(gate.kind, failback)] },
    { name: 'Approvals', value: [`${gate.votes.length} of ${gate.needed}`] },
    { name: 'Expires', value: [{ time: gate.expiresAt }, `. ${expiryWords(gate, failback)}`] },
  ];
}

/** When the downtime may begin, where the question itself does not begin it. */
function windowFact({ kind }: Gate, failback: Failback): readonly Consequence[] {
  const { windows = [] } = failback.policy;
  return kind === 'direction' && windows.length > 0 && !beginsDowntime(kind, failback)
    ? [{ name: 'Goes down later', value: ['In the maintenance window: ', windowWords(windows)] }]
    : [];
}

function becauseOf({ because }: Gate): Part | undefined {
  if (because.length === 0) return undefined;
  return list([
    ['Asked again: this is not as it was at the last question.'],
    ...because
      .map(differenceWords)
      .map(
        ({ name, asked, now }): Line => [`${name}: was `, { bold: asked }, ', is ', { bold: now }],
      ),
  ]);
}

/** Whether the way that was asked for is the one that is advised, and why: it is decided with the direction. */
function adviceOf({ kind }: Gate, { outlook, synchronization }: Failback): Part | undefined {
  if (kind !== 'direction' || outlook === undefined) return undefined;
  const { advice } = outlook;
  const isAdvised = advice.synchronization === synchronization;
  const verdict = (isAdvised ? AS_ADVISED : AGAINST_ADVICE)[synchronization];
  return paragraph({ bold: verdict }, ' ', decidingReason(advice));
}

const AS_ADVISED: Readonly<Record<Synchronization, Phrase>> = {
  beforeFailover: phrase('As advised: synchronization before failover.'),
  fullDownload: phrase('As advised: full download.'),
};

const AGAINST_ADVICE: Readonly<Record<Synchronization, Phrase>> = {
  beforeFailover: phrase(
    'Not as advised: a full download is advised, asked for is synchronization before failover.',
  ),
  fullDownload: phrase(
    'Not as advised: synchronization before failover is advised, asked for is a full download.',
  ),
};

/** The findings that were not ok, where they are decided on, and who let pass what is not supported. */
function warningsOf(failback: Failback, directory: Directory): Part | undefined {
  const { stage, checks, overrides } = failback;
  if (stage !== 'awaitingDirection') return undefined;
  const told = checks.filter(({ outcome }) => outcome !== 'ok' && outcome !== 'blocked');
  const room = Math.min(MAX_VALUE, Math.floor(MAX_FINDINGS / (told.length + overrides.length)));
  return list([
    ...told.map(
      ({ name, outcome, finding }): Line => [
        `${MARKS[outcome]}, `,
        { bold: name },
        `: ${shorten(finding, room)}`,
      ],
    ),
    ...overrides.map(({ by, reason, checks: passed }): Line => {
      const what = shorten(passed.join(', '), MAX_NAMES);
      return [
        `${nameOf(by, directory)} goes on although it is not supported (${what}): ${shorten(reason, room)}`,
      ];
    }),
  ]);
}

const MARKS: Readonly<Record<Check['outcome'], string>> = {
  ok: 'In order',
  blocked: 'In the way',
  notSupported: 'Not supported',
  warning: 'Warning',
  notChecked: 'Not checked',
};

function gateButtons({ number }: Gate, { id }: Failback): readonly Button[] {
  return [
    { label: 'Approve', style: 'primary', press: { command: 'approve', failback: id, number } },
    { label: 'Decline', style: 'danger', press: { command: 'decline', failback: id, number } },
  ];
}
