import type { Directory } from '../../access/directory.ts';
import type { Line, Message, Part } from '../../chat/message/message.ts';
import { phrase, type Words } from '../../chat/message/phrase.ts';
import { bulletList, compose, note, paragraph, title } from '../../chat/message/say.ts';
import { shorten } from '../../chat/message/shorten.ts';
import type { Failback } from '../../failback/state/failback.ts';
import { isHome, membersOf, type Run } from '../../failback/state/run.ts';
import { isEnd } from '../../failback/state/stages.ts';
import { minutes } from '../words/duration.ts';
import { downtimeOf, longest, memberLine, unprotectedTimeOf } from '../words/run-words.ts';
import { age, type Moment } from './board.ts';
import { owedLines } from './run-owed.ts';

/** The one message that shows where a run is: each VM in a line, wave after wave. */
export function renderRunBoard(run: Run, directory: Directory, moment: Moment): Message {
  const members = membersOf(run);
  return compose(
    title(
      phrase('{id}: {vms, plural, one {# VM} other {# VMs}}, Azure to on-premises', {
        id: run.id,
        vms: members.length,
      }),
    ),
    paragraph({ bold: runHeadline(run) }),
    ...owedParts(run, moment.now),
    ...run.waves.flatMap((wave, index) => waveParts(wave, index, { run, now: moment.now })),
    { kind: 'facts', facts: runClocks(run, moment.now) },
    note(
      ...originOf(members[0], directory),
      ' ',
      phrase('A VM by itself: /failback status and its id.'),
      members.every(({ stage }) => isEnd(stage)) ? '' : ' ',
      members.every(({ stage }) => isEnd(stage)) ? '' : age(moment, members),
    ),
  );
}

/** How far a run is. */
export function runHeadline(run: Run): Words {
  const members = membersOf(run);
  const home = members.filter(isHome).length;
  const onHold = members.filter(({ hold }) => hold !== undefined).length;
  const lost = members.filter(({ stage }) => isEnd(stage) && stage !== 'protected').length;
  return phrase(
    '{home} of {vms, plural, one {# VM} other {# VMs}} home.{onHold, plural, =0 {} other { On hold: #.}}{lost, plural, =0 {} other { Ended before home: #.}}',
    { home, vms: members.length, onHold, lost },
  );
}

function owedParts(run: Run, now: number): readonly Part[] {
  const lines = owedLines(run, now);
  return lines.length === 0 ? [] : [paragraph({ bold: phrase('Owed') }), bulletList(lines)];
}

function waveParts(
  wave: readonly Failback[],
  index: number,
  { run, now }: { readonly run: Run; readonly now: number },
): readonly Part[] {
  const lines = bulletList(wave.map((failback) => memberLine(failback, run, now)));
  const count = run.waves.length;
  return count === 1
    ? [lines]
    : [
        paragraph({ bold: phrase('Wave {number} of {count}', { number: index + 1, count }) }),
        lines,
      ];
}

/** The longest downtime, and the longest time without protection. */
export function runClocks(run: Run, now: number) {
  const members = membersOf(run);
  const down = longest(members.map((one) => downtimeOf(one, now)));
  const unprotected = longest(members.map((one) => unprotectedTimeOf(one, now)));
  return [
    ...(down === undefined ? [] : [{ name: phrase('Longest downtime'), value: [minutes(down)] }]),
    ...(unprotected === undefined
      ? []
      : [{ name: phrase('Longest time not protected'), value: [minutes(unprotected)] }]),
  ];
}

function originOf(first: Failback | undefined, directory: Directory): Line {
  if (first === undefined) return [];
  const { requester, target } = first;
  return [
    phrase('Asked for by {person}, vault {vault}.', {
      person: directory.nameOf(requester.person ?? requester.userId),
      vault: shorten(target.vault, 120),
    }),
  ];
}
