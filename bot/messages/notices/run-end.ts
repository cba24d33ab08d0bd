import type { Message } from '../../chat/message/message.ts';
import { phrase, type Words } from '../../chat/message/phrase.ts';
import { bulletList, compose, paragraph, title } from '../../chat/message/say.ts';
import type { Failback } from '../../failback/state/failback.ts';
import { membersOf, type Run } from '../../failback/state/run.ts';
import { minutes } from '../words/duration.ts';
import {
  downtimeOf,
  listedName,
  longest,
  memberLine,
  unprotectedTimeOf,
} from '../words/run-words.ts';
import { type TypedVm, typedRun } from '../words/typed-run.ts';

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
    bulletList(lost.map((failback) => memberLine(failback, run, endedAt))),
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
