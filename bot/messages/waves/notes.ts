import type { Directory } from '../../access/directory.ts';
import type { Line } from '../../chat/message/message.ts';
import { phrase } from '../../chat/message/phrase.ts';
import { shorten } from '../../chat/message/shorten.ts';
import type { Failback } from '../../failback/state/failback.ts';
import type { GateKind } from '../../failback/state/gates.ts';
import { againstAdvice, decidingReason } from '../words/outlook-lines.ts';
import { listedName } from '../words/run-words.ts';

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
