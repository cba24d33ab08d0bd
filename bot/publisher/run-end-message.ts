import { minutes } from '../chat/duration.ts';
import type { Message } from '../chat/message.ts';
import { compose, list, paragraph, title } from '../chat/say.ts';
import { membersOf, type Run } from '../failback/run.ts';
import { vmCount } from './run-board.ts';
import { downtimeOf, listedName, longest, memberLine, unprotectedTimeOf } from './run-words.ts';

/** The last word on a run, when nothing of it is open any more. */
export function renderRunEnd(run: Run): Message {
  const members = membersOf(run);
  const lost = members.filter(({ stage }) => stage !== 'protected');
  const endedAt = Math.max(...members.map((one) => one.endedAt ?? 0));
  return compose(
    title(
      lost.length === 0
        ? `${run.id}: all ${vmCount(members.length)} home and protected`
        : `${run.id}: ${members.length - lost.length} of ${vmCount(members.length)} home and protected`,
    ),
    list(lost.map((failback) => memberLine(failback, run, endedAt))),
    lost.length === 0
      ? undefined
      : paragraph(`To try again: /failback start ${lost.map(listedName).join(' ')}`),
    { kind: 'facts', facts: totals(run, endedAt) },
  );
}

function totals(run: Run, endedAt: number) {
  const members = membersOf(run);
  const began = Math.min(...members.map(({ entered }) => entered.checking ?? endedAt));
  const pairs: readonly [name: string, time: number | undefined][] = [
    ['In all', endedAt - began],
    ['Longest downtime', longest(members.map((one) => downtimeOf(one, endedAt)))],
    ['Longest time not protected', longest(members.map((one) => unprotectedTimeOf(one, endedAt)))],
  ];
  return pairs.flatMap(([name, time]) =>
    time === undefined ? [] : [{ name, value: [minutes(time)] }],
  );
}
