import type { Directory } from '../access/directory.ts';
import type { Line, Message } from '../chat/message.ts';
import { phrase } from '../chat/phrase.ts';
import { decisionLine } from '../chat/refusal.ts';
import { compose, list, note, paragraph, title } from '../chat/say.ts';
import { windowLine } from '../chat/window-words.ts';
import { isMarked } from '../failback/coming-home.ts';
import type { Failback } from '../failback/failback.ts';
import { DO_NOT_START } from '../failback/readiness.ts';
import { membersOf, type Run } from '../failback/run.ts';
import { comesBefore, isEnd } from '../failback/stages.ts';
import { age, type Moment } from './board.ts';
import { irrevocable, whoMayDecide } from './handover-words.ts';
import { runClocks, runHeadline } from './run-board.ts';
import { namesOf, owedGroups, owedLines } from './run-owed.ts';
import { listedName, placeWords } from './run-words.ts';

/** Of what was decided the newest: the rest is in the timeline. */
const MAX_DECISIONS = 4;

/** Everything that the next shift has to know of several VMs that come home together. */
export function renderRunHandover(run: Run, directory: Directory, moment: Moment): Message {
  const members = membersOf(run);
  const isOver = members.every(({ stage }) => isEnd(stage));
  const undone = irrevocableLines(members);
  return compose(
    title(
      phrase('Handover of {id}: {vms, plural, one {# VM} other {# VMs}}', {
        id: run.id,
        vms: members.length,
      }),
    ),
    paragraph({ bold: runHeadline(run) }),
    isOver ? undefined : paragraph({ bold: phrase('Owed') }),
    list(owedLines(run, moment.now)),
    {
      kind: 'facts',
      facts: [...deciding(run, directory, moment.now), ...runClocks(run, moment.now)],
    },
    list(placeLines(run)),
    ...windowPart(members, moment.now),
    undone.length === 0
      ? paragraph(phrase('Nothing was started in Azure so far.'))
      : paragraph({ bold: phrase('Cannot be undone any more') }),
    list(undone),
    list(decided(members, directory)),
    isOver ? undefined : note(age(moment, members)),
  );
}

/** Where the VMs are: those at the same place in one line. */
function placeLines(run: Run): readonly Line[] {
  const lines = membersOf(run).map((failback) => ({
    failback,
    line: [
      placeWords(failback, run),
      ...(isMarked(failback) ? [' ', { bold: DO_NOT_START }] : []),
    ] satisfies Line,
  }));
  return grouped(lines, ({ line }) => JSON.stringify(line)).map(
    (group): Line => [
      { bold: group.map(({ failback }) => listedName(failback)).join(', ') },
      ': ',
      ...(group[0]?.line ?? []),
    ],
  );
}

/** Things of the same key together, in the order in which the first of each came. */
function grouped<T>(things: readonly T[], keyOf: (thing: T) => string): readonly (readonly T[])[] {
  const groups = new Map<string, T[]>();
  for (const thing of things) {
    const key = keyOf(thing);
    groups.set(key, [...(groups.get(key) ?? []), thing]);
  }
  return [...groups.values()];
}

function deciding(run: Run, directory: Directory, now: number) {
  const [first] = owedGroups(run, now)[0] ?? [];
  if (first === undefined) return [];
  const people = whoMayDecide(first, directory);
  return [{ name: phrase('May decide'), value: [people === '' ? phrase('nobody') : people] }];
}

/** The windows of those whose downtime is still ahead. */
function windowPart(members: readonly Failback[], now: number) {
  const ahead = members.find(({ stage }) => !isEnd(stage) && comesBefore(stage, 'completing'));
  const line = ahead && windowLine(ahead.policy, now);
  return line === undefined ? [] : [paragraph(...line)];
}

/** Each thing once, with the VMs for which it is so. */
function irrevocableLines(members: readonly Failback[]): readonly Line[] {
  const lines = members.flatMap((failback) =>
    irrevocable(failback).map((line) => ({ failback, line })),
  );
  return grouped(lines, ({ line }) => JSON.stringify(line)).map(
    (group): Line => [
      { bold: namesOf(group.map(({ failback }) => failback)) },
      ': ',
      ...(group[0]?.line ?? []),
    ],
  );
}

/** What people have decided, each decision once for all VMs that it was about, the newest last. */
function decided(members: readonly Failback[], directory: Directory): readonly Line[] {
  const all = members.flatMap((failback) => failback.decisions.map((how) => ({ failback, how })));
  const groups = grouped(
    all.toSorted((a, b) => a.how.at - b.how.at),
    ({ failback, how }) => `${how.at} ${how.kind} ${how.outcome} ${how.together ?? failback.id}`,
  );
  return groups.slice(-MAX_DECISIONS).flatMap((group): readonly Line[] => {
    const [first] = group;
    if (first === undefined) return [];
    const vms = namesOf(group.map(({ failback }) => failback));
    return [[{ bold: vms }, ': ', ...decisionLine(first.how, directory)]];
  });
}
