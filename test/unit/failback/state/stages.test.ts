import { describe, expect, it } from 'vitest';
import {
  ENDS,
  isBeforeHome,
  isEnd,
  mayMove,
  STAGES,
  type Stage,
} from '../../../../bot/failback/state/stages.ts';
import { STAGE_WORDS } from '../../../../bot/messages/dictionary/stages.ts';

const ALL = Object.keys(STAGES) as Stage[];

/** Written down a second time by hand: a change of the table has to be meant. */
const ALLOWED: Readonly<Record<Stage, string>> = {
  checking: 'awaitingSwitch awaitingDirection notReady cancelled abandoned',
  awaitingSwitch: 'creatingSwitch checking expired cancelled abandoned',
  creatingSwitch: 'checking awaitingSwitch cancelled abandoned',
  adopting:
    'synchronizing awaitingCompletion completing transferring verifying notReady cancelled abandoned',
  awaitingDirection: 'starting declined expired cancelled checking abandoned',
  starting: 'synchronizing transferring awaitingDirection checking cancelled abandoned',
  synchronizing:
    'awaitingCompletion awaitingAction completing transferring verifying restarting cancelling checking abandoned',
  awaitingCompletion:
    'completing transferring verifying synchronizing restarting cancelling checking abandoned',
  completing:
    'verifying awaitingCompletion awaitingAction synchronizing transferring restarting cancelling checking abandoned',
  transferring:
    'verifying awaitingCompletion awaitingAction synchronizing completing restarting cancelling checking abandoned',
  awaitingAction:
    'resuming synchronizing awaitingCompletion completing transferring cancelling checking abandoned',
  resuming:
    'synchronizing awaitingCompletion completing transferring awaitingAction cancelling checking abandoned',
  cancelling:
    'cancelled checking synchronizing awaitingCompletion awaitingAction completing transferring verifying abandoned',
  restarting:
    'synchronizing awaitingCompletion completing transferring verifying checking abandoned',
  verifying: 'awaitingCommit abandoned',
  awaitingCommit: 'committing verifying awaitingReverse reversing protected abandoned',
  committing: 'awaitingReverse reversing verifying abandoned',
  awaitingReverse: 'reversing protected abandoned',
  reversing: 'protected awaitingReverse abandoned',
  protected: '',
  notReady: '',
  declined: '',
  expired: '',
  cancelled: '',
  abandoned: '',
};

const pairs = ALL.flatMap((from) =>
  ALL.map((to) => ({ from, to, allowed: ALLOWED[from].split(' ').includes(to) })),
);

describe('the stage table', () => {
  it.each(pairs.filter(({ allowed }) => allowed))('lets $from move to $to', ({ from, to }) => {
    expect(mayMove(from, to)).toBe(true);
  });

  it.each(pairs.filter(({ allowed }) => !allowed))('refuses $from to $to', ({ from, to }) => {
    expect(mayMove(from, to)).toBe(false);
  });

  it('leads only to stages that it knows', () => {
    const targets = ALL.flatMap((stage) => STAGES[stage].leadsTo as readonly string[]);

    expect(targets.filter((target) => !(target in STAGES))).toEqual([]);
  });

  it('calls an end exactly what has no way on', () => {
    const withoutWay = ALL.filter((stage) => STAGES[stage].leadsTo.length === 0);

    expect([...ENDS].sort()).toEqual(withoutWay.sort());
    expect(ALL.filter(isEnd).sort()).toEqual([...ENDS].sort());
  });

  it.each(ALL.filter((stage) => !isEnd(stage)))('lets go of a failback in %s', (stage) => {
    expect(mayMove(stage, 'abandoned')).toBe(true);
  });

  it.each(['checking', 'awaitingCommit', 'reversing'] as const)('brings %s home', (stage) => {
    expect(reachable(stage)).toContain('protected');
  });

  it('can be entered everywhere from its two beginnings', () => {
    const all = new Set([...reachable('checking'), ...reachable('adopting')]);

    expect([...all].sort()).toEqual([...ALL].sort());
  });

  it('never goes back behind the commit', () => {
    const before: readonly Stage[] = ['checking', 'starting', 'synchronizing', 'completing'];

    expect(before.filter((stage) => reachable('awaitingReverse').has(stage))).toEqual([]);
  });

  it('knows where the job still writes the disks on-premises', () => {
    expect(ALL.filter(isBeforeHome)).toEqual([
      'synchronizing',
      'awaitingCompletion',
      'completing',
      'transferring',
      'awaitingAction',
      'resuming',
      'cancelling',
      'restarting',
    ]);
  });

  it('says in words what every stage means', () => {
    expect(ALL.filter((stage) => !/^[A-Z].+\.$/.test(STAGE_WORDS[stage].en))).toEqual([]);
  });
});

function reachable(from: Stage): ReadonlySet<Stage> {
  const seen = new Set<Stage>([from]);
  for (const stage of seen)
    for (const to of STAGES[stage].leadsTo as readonly Stage[]) seen.add(to);
  return seen;
}
