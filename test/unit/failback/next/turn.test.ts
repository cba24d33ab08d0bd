import { describe, expect, it } from 'vitest';
import { nextStep } from '../../../../bot/failback/next/next-step.ts';
import { turnOf } from '../../../../bot/failback/next/turn.ts';
import { isDoneWithout, waveBroken } from '../../../../bot/failback/next/wave-before.ts';
import { held, lookAgain } from '../../../../bot/failback/state/holds.ts';
import type { Run } from '../../../../bot/failback/state/run.ts';
import { runOf, vmOf } from '../../../support/catalogue/run-story.ts';
import { jun, mina, NIGHT, storyAt } from '../../../support/failback-story.ts';

const turn = (run: Run, vm: string) => turnOf(vmOf(run, vm), run);
const step = (run: Run, vm: string) => nextStep(vmOf(run, vm), NIGHT, run);
const missing = (run: Run, vm: string) => {
  const it = turn(run, vm);
  return it.is === 'broken' ? it.missing.map(({ target }) => target.name) : [];
};
const onHold = () => storyAt('synchronizing').tell(held('askedFor', [], [lookAgain('checking')]));
const cancelled = () => storyAt('awaitingDirection').tell({ type: 'cancelled', by: mina });

describe('a VM that comes home by itself', () => {
  it('waits for nobody', () => {
    expect(turnOf(storyAt('checking').failback, undefined)).toEqual({ is: 'on' });
  });
});

describe('the first wave', () => {
  it('waits for no other wave', () => {
    const run = runOf({ db: storyAt('checking') }, { web: storyAt('checking') });

    expect(step(run, 'db')).toEqual({ do: 'check' });
  });
});

describe('a later wave', () => {
  it.each(['checking', 'awaitingDirection', 'synchronizing', 'completing', 'verifying'] as const)(
    'is not even checked while a VM of the wave before is in %s',
    (stage) => {
      const run = runOf(
        { db: storyAt('awaitingCommit'), app: storyAt(stage) },
        { web: storyAt('checking') },
      );

      expect(step(run, 'web')).toEqual({ do: 'wait' });
    },
  );

  it.each(['awaitingCommit', 'committing', 'awaitingReverse', 'reversing'] as const)(
    'begins when every VM of the wave before is home, here in %s',
    (stage) => {
      const run = runOf(
        { db: storyAt(stage), app: storyAt('awaitingCommit') },
        { web: storyAt('checking') },
      );

      expect(step(run, 'web')).toEqual({ do: 'check' });
    },
  );

  it('begins when a VM of the wave before is home, though on hold', () => {
    const home = storyAt('awaitingCommit').tell(held('gateExpired', [], []));

    expect(turn(runOf({ db: home }, { web: storyAt('checking') }), 'web')).toEqual({ is: 'on' });
  });

  it('asks when a VM of the wave before ended otherwise or is on hold', () => {
    const run = runOf(
      { db: onHold(), app: cancelled(), log: storyAt('awaitingCommit') },
      { web: storyAt('checking') },
    );

    expect(missing(run, 'web')).toEqual(['db', 'app']);
    expect(step(run, 'web')).toMatchObject({ do: 'stopWave' });
  });

  it('does not ask before everything else of the wave before is home', () => {
    const run = runOf(
      { db: onHold(), app: storyAt('synchronizing') },
      { web: storyAt('checking') },
    );

    expect(turn(run, 'web')).toEqual({ is: 'waiting', for: 'waveBefore' });
  });

  it('begins without those that a person let it begin without, and asks about others', () => {
    const before = runOf({ db: onHold(), app: cancelled() }, { web: storyAt('checking') });
    const stopped = waveBroken([vmOf(before, 'db')]);
    const web = storyAt('checking').tell(stopped, {
      type: 'holdReleased',
      by: jun,
      choice: 'without',
      leadsTo: 'checking',
    });
    const run = runOf({ db: onHold(), app: cancelled() }, { web });

    expect(isDoneWithout(vmOf(run, 'web'), vmOf(run, 'db'))).toBe(true);
    expect(missing(run, 'web')).toEqual(['app']);
  });

  it('waits for a wave that itself is stopped before it began', () => {
    const db = cancelled();
    const first = runOf({ db });
    const app = storyAt('checking').tell(waveBroken([vmOf(first, 'db')]));
    const run = runOf({ db }, { app }, { web: storyAt('checking') });

    expect(turn(run, 'web')).toEqual({ is: 'waiting', for: 'waveBefore' });
  });
});

describe('a question of a wave', () => {
  it('waits for a VM of the wave that is not as far', () => {
    const run = runOf({ db: storyAt('awaitingCompletion'), app: storyAt('synchronizing') });

    expect(step(run, 'db')).toEqual({ do: 'wait' });
  });

  it.each([
    ['on hold', onHold],
    ['cancelled', cancelled],
  ])('does not wait for one that is %s', (_what, gone) => {
    const run = runOf({ db: storyAt('awaitingCompletion'), app: gone() });

    expect(step(run, 'db')).toEqual({ do: 'openGate', gate: 'complete' });
  });

  it('is asked together when all have come to it', () => {
    const run = runOf({ db: storyAt('awaitingCompletion'), app: storyAt('awaitingCompletion') });

    expect(step(run, 'db')).toEqual({ do: 'openGate', gate: 'complete', together: true });
  });

  it('is asked alone of one that is asked again because its facts changed, and waits for nobody', () => {
    const voided = storyAt('completing').tell({
      type: 'grantVoided',
      number: 2,
      why: 'changed',
      differences: [{ name: 'disks', asked: 'one', now: 'two' }],
    });
    const run = runOf({ db: voided, app: storyAt('awaitingCompletion') });

    expect(step(run, 'db')).toEqual({ do: 'openGate', gate: 'complete' });
  });

  it('is asked alone of one that comes when another was answered', () => {
    const asked = storyAt('awaitingCompletion').askTogether('complete');
    const voted = storyAt('awaitingCompletion')
      .askTogether('complete')
      .tell({ type: 'voteCast', by: jun, number: 2, vote: 'approve' });
    const late = storyAt('awaitingCompletion');

    expect(step(runOf({ db: asked, app: late }), 'app')).toMatchObject({ together: true });
    expect(step(runOf({ db: voted, app: late }), 'app')).not.toHaveProperty('together');
  });

  it('is not asked together with a VM of another wave', () => {
    const run = runOf({ db: storyAt('awaitingCommit') }, { web: storyAt('awaitingCommit') });

    expect(step(run, 'web')).toEqual({ do: 'openGate', gate: 'commit' });
  });
});
