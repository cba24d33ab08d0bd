import { minutes } from '../chat/duration.ts';
import type { Message } from '../chat/message.ts';
import { phrase, type Words } from '../chat/phrase.ts';
import { compose, list, paragraph, title } from '../chat/say.ts';
import { type TypedVm, typedRun } from '../chat/typed-run.ts';
import type { Failback } from '../failback/failback.ts';
import { membersOf, type Run } from '../failback/run.ts';
import { downtimeOf, listedName, longest, memberLine, unprotectedTimeOf } from './run-words.ts';

/** The last word on a run, when nothing of it is open any more. */
export function renderRunEnd(run: Run): Message {
  const members = membersOf(run);
  const lost = members.filter(({ stage }) => stage !== 'protected');
  const endedAt = Math.max(...members.map((one) => one.endedAt ?? 0));
  return compose(
    title(
      lost.length === 0
        ? phrase('{id}: all {vms, plural, one {# VM} other {# VMs}} home and protected', {
            id: run.id,
            vms: members.length,
          })
        : phrase('{id}: {home} of {vms, plural, one {# VM} other {# VMs}} home and protected', {
            id: run.id,
            home: members.length - lost.length,
            vms: members.length,
          }),
    ),
    list(lost.map((failback) => memberLine(failback, run, endedAt))),
    lost.length === 0
      ? undefined
      : paragraph(
          phrase('To try again: {command}', {
            command: typedRun(lostOf(run)),
          }),
        ),
    { kind: 'facts', facts: totals(run, endedAt) },
  );
}

/** Those that did not come home, as they were asked for. */
const lostOf = ({ waves }: Run): readonly (readonly TypedVm[])[] =>
  waves
    .map((wave) => wave.filter(({ stage }) => stage !== 'protected').map(typed))
    .filter((wave) => wave.length > 0);

const typed = (failback: Failback): TypedVm => ({
  name: listedName(failback),
  destination: failback.destination,
  ...(failback.synchronization === 'fullDownload' && { synchronization: 'fullDownload' }),
});

function totals(run: Run, endedAt: number) {
  const members = membersOf(run);
  const began = Math.min(...members.map(({ entered }) => entered.checking ?? endedAt));
  const pairs: readonly [name: Words, time: number | undefined][] = [
    [phrase('In all'), endedAt - began],
    [phrase('Longest downtime'), longest(members.map((one) => downtimeOf(one, endedAt)))],
    [
      phrase('Longest time not protected'),
      longest(members.map((one) => unprotectedTimeOf(one, endedAt))),
    ],
  ];
  return pairs.flatMap(([name, time]) =>
    time === undefined ? [] : [{ name, value: [minutes(time)] }],
  );
}
