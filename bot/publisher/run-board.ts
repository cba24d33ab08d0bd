import type { Directory } from '../access/directory.ts';
import { minutes } from '../chat/duration.ts';
import type { Message, Part } from '../chat/message.ts';
import { compose, list, note, paragraph, title } from '../chat/say.ts';
import { shorten } from '../chat/shorten.ts';
import type { Failback } from '../failback/failback.ts';
import { isHome, membersOf, type Run } from '../failback/run.ts';
import { isEnd } from '../failback/stages.ts';
import { age, type Moment } from './board.ts';
import { downtimeOf, longest, memberLine, unprotectedTimeOf } from './run-words.ts';

/** The one message that shows where a run is: each VM in a line, wave after wave. */
export function renderRunBoard(run: Run, directory: Directory, moment: Moment): Message {
  const members = membersOf(run);
  return compose(
    title(`${run.id}: ${vmCount(members.length)}, Azure to on-premises`),
    paragraph({ bold: runHeadline(run) }),
    ...run.waves.flatMap((wave, index) => waveParts(wave, index, { run, now: moment.now })),
    { kind: 'facts', facts: clocks(members, moment.now) },
    note(
      `${originOf(members[0], directory)} A VM by itself: /failback status and its id.`,
      members.every(({ stage }) => isEnd(stage)) ? '' : ` ${age(moment)}`,
    ),
  );
}

export const vmCount = (count: number): string => (count === 1 ? '1 VM' : `${count} VMs`);

/** How far a run is, in one sentence. */
export function runHeadline(run: Run): string {
  const members = membersOf(run);
  const home = members.filter(isHome).length;
  const onHold = members.filter(({ hold }) => hold !== undefined).length;
  const lost = members.filter(({ stage }) => isEnd(stage) && stage !== 'protected').length;
  return [
    `${home} of ${vmCount(members.length)} home.`,
    onHold === 0 ? '' : ` On hold: ${onHold}.`,
    lost === 0 ? '' : ` Ended before home: ${lost}.`,
  ].join('');
}

function waveParts(
  wave: readonly Failback[],
  index: number,
  { run, now }: { readonly run: Run; readonly now: number },
): readonly Part[] {
  const lines = list(wave.map((failback) => memberLine(failback, run, now)));
  const count = run.waves.length;
  return count === 1 ? [lines] : [paragraph({ bold: `Wave ${index + 1} of ${count}` }), lines];
}

function clocks(members: readonly Failback[], now: number) {
  const down = longest(members.map((one) => downtimeOf(one, now)));
  const unprotected = longest(members.map((one) => unprotectedTimeOf(one, now)));
  return [
    ...(down === undefined ? [] : [{ name: 'Longest downtime', value: [minutes(down)] }]),
    ...(unprotected === undefined
      ? []
      : [{ name: 'Longest time not protected', value: [minutes(unprotected)] }]),
  ];
}

function originOf(first: Failback | undefined, directory: Directory): string {
  if (first === undefined) return '';
  const { requester, target } = first;
  const name = directory.nameOf(requester.person ?? requester.userId);
  return `Asked for by ${name}, vault ${shorten(target.vault, 120)}.`;
}
