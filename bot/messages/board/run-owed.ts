import type { Line } from '../../chat/message/message.ts';
import { phrase } from '../../chat/message/phrase.ts';
import { waitingWaves } from '../../failback/runs/ask-run-now.ts';
import { waveGates, waveHolds } from '../../failback/runs/wave-question.ts';
import type { Failback } from '../../failback/state/failback.ts';
import { membersOf, type Run } from '../../failback/state/run.ts';
import { isEnd } from '../../failback/state/stages.ts';
import { listedName } from '../words/run-words.ts';
import { owed } from './owed.ts';

/** So many lines are read before the VMs themselves. */
const MAX_LINES = 5;

/** So many names stand in one line. */
const MAX_NAMES = 3;

/** What people owe a run now, each open question once, whichever VMs it is about. Empty for a run that is over. */
export function owedLines(run: Run, now: number): readonly Line[] {
  const groups = owedGroups(run, now);
  if (groups.length === 0)
    return membersOf(run).every(({ stage }) => isEnd(stage))
      ? []
      : [[phrase('nothing; the bot goes on by itself')]];
  const left = groups.length - MAX_LINES;
  const lines = groups
    .slice(0, MAX_LINES)
    .flatMap((group) => (group[0] === undefined ? [] : [lineOf(group, group[0], now)]));
  return left > 0 ? [...lines, [phrase('and {left} more', { left })]] : lines;
}

/** The VMs of each open question: decisions and choices before what only waits for its time. */
export function owedGroups(run: Run, now: number): readonly (readonly Failback[])[] {
  const together = [...waveGates(run), ...waveHolds(run)].map(({ open }) => open);
  const alone = membersOf(run).filter(
    ({ gate, hold }) => (gate ?? hold) !== undefined && !(gate ?? hold)?.together,
  );
  return [
    ...together.filter((open) => open.length > 0),
    ...alone.map((one) => [one]),
    ...waitingWaves(run, now).map(({ waiting }) => waiting),
  ];
}

const lineOf = (group: readonly Failback[], first: Failback, now: number): Line => [
  { bold: namesOf(group) },
  ...(group.length === 1 ? [` (${first.id})`] : []),
  ': ',
  owed(first, now),
];

/** The names of VMs in one line. */
export function namesOf(group: readonly Failback[]) {
  const list = group.slice(0, MAX_NAMES).map(listedName);
  const left = group.length - list.length;
  return left > 0
    ? phrase('{names} and {left} more', { names: { list, between: ', ' }, left })
    : phrase('{all}', { all: { list } });
}
