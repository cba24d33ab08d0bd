import type { Directory } from '../access/directory.ts';
import type { Line } from '../chat/message.ts';
import { againstAdvice, decidingReason } from '../chat/outlook-lines.ts';
import { shorten } from '../chat/shorten.ts';
import type { Failback } from '../failback/failback.ts';
import type { GateKind } from '../failback/gates.ts';
import { gb } from '../failback/gigabytes.ts';
import type { WaveGate } from '../failback/wave-question.ts';
import { phrase, type Words } from '../failback/words.ts';
import { listedName } from './run-words.ts';

/** A server's name is shown in this many characters: the whole question has to fit into one message. */
const MAX_SERVER = 24;

/** One VM of a question to a wave, with what is particular about it. */
export function waveVmLine(
  { about, open }: Pick<WaveGate, 'about' | 'open'>,
  failback: Failback,
): Line {
  const list: readonly Words[] = [
    gb(failback.totalSizeMb),
    ...placeOf(failback),
    ...(about === 'direction' ? directionOf(failback, open) : []),
    ...(about === 'commit' ? [proofOf(failback)] : []),
    ...(failback.doNotStart ? [MARKED] : []),
  ];
  return [
    { bold: listedName(failback) },
    ` ${failback.id}: `,
    phrase('{all}', { all: { list, between: ', ' } }),
  ];
}

/** What an earlier failback left behind; its status says it at length. */
const MARKED = phrase('DO NOT START it');

const serverOf = ({ host }: Failback): readonly Words[] =>
  host === undefined ? [] : [shorten(host.name, MAX_SERVER)];

/** What is so for every VM of the list stands in the question itself. */
const directionOf = (failback: Failback, open: readonly Failback[]): readonly Words[] => [
  ...(isFullDownload(failback) && !open.every(isFullDownload)
    ? [phrase('full download: stops at once')]
    : []),
  ...warningsOf(failback),
];

const isFullDownload = ({ synchronization }: Failback) => synchronization === 'fullDownload';

function placeOf(failback: Failback): readonly Words[] {
  const { destination } = failback;
  if (destination.kind === 'alternateLocation')
    return [phrase('to {server}', { server: shorten(destination.server, MAX_SERVER) })];
  return [
    ...serverOf(failback),
    ...(destination.createsVm ? [phrase('made if it is not there')] : []),
  ];
}

function warningsOf({ checks }: Failback): readonly Words[] {
  const count = checks.filter(({ outcome }) => outcome !== 'ok' && outcome !== 'blocked').length;
  return count === 0
    ? []
    : [phrase('{count, plural, one {# warning} other {# warnings}}', { count })];
}

function proofOf({ override, proofs, host }: Failback): Words {
  if (override) return phrase('NOT proven to be well');
  return host === undefined || proofs.length === 0
    ? phrase('not checked by the bot')
    : phrase('proven well');
}

/** Of what is told besides the list, so many VMs are named: the question has to stay one that is read. */
const MAX_NOTES = 2;

/** Free text of a person is shown in this many characters. */
const MAX_REASON = 60;

/** What whoever decides has to know besides: what is against the advice, was let pass, or is asked outside of its window. */
export function waveNotes(
  about: GateKind,
  open: readonly Failback[],
  directory: Directory,
): readonly Line[] {
  const ofDirection = about === 'direction' ? open : [];
  const notes = [
    ...askedNowOf(open, directory),
    ...ofDirection.flatMap((failback) => passedOf(failback, directory)),
    ...ofDirection.flatMap(againstAdviceOf),
  ];
  const left = notes.length - MAX_NOTES;
  return left <= 0
    ? notes
    : [
        ...notes.slice(0, MAX_NOTES),
        [
          phrase('{count} more notes of this kind. The status of each VM has them.', {
            count: left,
          }),
        ],
      ];
}

function againstAdviceOf(failback: Failback): readonly Line[] {
  const { outlook, synchronization } = failback;
  if (outlook === undefined || outlook.advice.synchronization === synchronization) return [];
  return [
    [
      { bold: listedName(failback) },
      ': ',
      againstAdvice(synchronization),
      ' ',
      decidingReason(outlook.advice),
    ],
  ];
}

const passedOf = (failback: Failback, directory: Directory): readonly Line[] =>
  failback.overrides.map(({ by, reason }) => [
    { bold: listedName(failback) },
    ': ',
    phrase('{name} goes on although it is not supported: {reason}', {
      name: directory.nameOf(by.person ?? by.userId),
      reason: shorten(reason, MAX_REASON),
    }),
  ]);

/** One reason is told once, with the VMs for which it was given where it was not for all. */
function askedNowOf(open: readonly Failback[], directory: Directory): readonly Line[] {
  const groups = new Map<string, Failback[]>();
  for (const failback of open) {
    const { askedNow } = failback;
    if (askedNow === undefined) continue;
    const key = `${askedNow.by.person} ${askedNow.reason}`;
    groups.set(key, [...(groups.get(key) ?? []), failback]);
  }
  return [...groups.values()].map((group) => askedNowLine(group, open, directory));
}

function askedNowLine(
  group: readonly Failback[],
  open: readonly Failback[],
  directory: Directory,
): Line {
  const asked = group[0]?.askedNow;
  const name = asked === undefined ? '' : directory.nameOf(asked.by.person ?? asked.by.userId);
  return [
    ...(group.length === open.length ? [] : [group.map(listedName).join(', '), ': ']),
    { bold: phrase('Outside of the maintenance window.') },
    ' ',
    phrase('{name} had it asked now: {reason}', {
      name,
      reason: shorten(asked?.reason ?? '', MAX_REASON),
    }),
  ];
}
