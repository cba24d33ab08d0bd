import type { Directory } from '../../access/directory.ts';
import type { Line, Message } from '../../chat/message/message.ts';
import { phrase } from '../../chat/message/phrase.ts';
import { bulletList, compose, note, paragraph, title } from '../../chat/message/say.ts';
import { DO_NOT_START } from '../../failback/readiness/readiness.ts';
import { isMarked } from '../../failback/state/coming-home.ts';
import type { Failback } from '../../failback/state/failback.ts';
import { membersOf, type Run } from '../../failback/state/run.ts';
import { comesBefore, isEnd } from '../../failback/state/stages.ts';
import { age, type Moment } from '../board/board.ts';
import { runClocks, runHeadline } from '../board/run-board.ts';
import { namesOf, owedGroups, owedLines } from '../board/run-owed.ts';
import { decisionLine } from '../words/refusal.ts';
import { listedName, placeWords } from '../words/run-words.ts';
import { windowLine } from '../words/window-words.ts';
import { irrevocable, whoMayDecide } from './handover-words.ts';

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
    bulletList(owedLines(run, moment.now)),
    {
      kind: 'facts',
      facts: [...deciding(run, directory, moment.now), ...runClocks(run, moment.now)],
    },
    bulletList(placeLines(run)),
    ...windowPart(members, moment.now),
    undone.length === 0
      ? paragraph(phrase('Nothing was started in Azure so far.'))
      : paragraph({ bold: phrase('Cannot be undone any more') }),
    bulletList(undone),
    bulletList(decided(members, directory)),
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
