import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextStep } from '../../../../bot/failback/next/next-step.ts';
import { held, lookAgain } from '../../../../bot/failback/state/holds.ts';
import {
  isGoingOn,
  isHome,
  membersOf,
  type Run,
  waveOf,
} from '../../../../bot/failback/state/run.ts';
import { comesBefore, isEnd } from '../../../../bot/failback/state/stages.ts';
import { runOf } from '../../../support/catalogue/run-story.ts';
import { mina, NIGHT, type Story, storyAt } from '../../../support/failback-story.ts';

/** More runs are tried with, say, FAILBACK_LIVES=5000. */
const RUNS = Number(process.env['FAILBACK_LIVES'] ?? 60) * 5;

const STAGES = [
  'checking',
  'awaitingDirection',
  'starting',
  'synchronizing',
  'awaitingCompletion',
  'completing',
  'verifying',
  'awaitingCommit',
  'committing',
  'reversing',
] as const;

/** A VM anywhere on its way, sometimes on hold, sometimes at an early end. */
const story: fc.Arbitrary<() => Story> = fc
  .tuple(fc.constantFrom(...STAGES), fc.constantFrom('goes', 'goes', 'goes', 'held', 'cancelled'))
  .map(([stage, how]) => () => {
    if (how === 'cancelled')
      return storyAt('awaitingDirection').tell({ type: 'cancelled', by: mina });
    const told = storyAt(stage);
    return how === 'held' ? told.tell(held('askedFor', [], [lookAgain(stage)])) : told;
  });

const wave = (letter: string) =>
  fc
    .array(story, { minLength: 1, maxLength: 4 })
    .map((stories) =>
      Object.fromEntries(stories.map((tell, index) => [`${letter}-${index}`, tell()])),
    );

const runs: fc.Arbitrary<Run> = fc
  .tuple(wave('first'), wave('second'), wave('third'))
  .map((waves) => runOf(...waves));

const check = (holds: (run: Run) => void) => fc.assert(fc.property(runs, holds), { numRuns: RUNS });

describe('in any run', () => {
  it('a wave is not checked before every VM of the wave before is home', () => {
    check((run) => {
      for (const one of membersOf(run)) {
        if (nextStep(one, NIGHT, run).do !== 'check') continue;
        const before = run.waves[(one.wave?.number ?? 1) - 2] ?? [];
        expect(before.every(isHome)).toBe(true);
      }
    });
  });

  it('a question is not opened for a VM that is ahead of another one of its wave', () => {
    check((run) => {
      for (const one of membersOf(run)) {
        if (nextStep(one, NIGHT, run).do !== 'openGate') continue;
        const slower = waveOf(one, run).filter(
          (other) => isGoingOn(other) && comesBefore(other.stage, one.stage),
        );
        expect(slower).toEqual([]);
      }
    });
  });

  it('somebody has to act, or something is under way: nobody waits for ever', () => {
    check((run) => {
      const open = membersOf(run).filter(({ stage }) => !isEnd(stage));
      const isStuck =
        open.length > 0 &&
        open.every((one) => {
          const step = nextStep(one, NIGHT, run);
          return one.hold === undefined && step.do === 'wait' && step.until === undefined;
        });
      expect(isStuck).toBe(false);
    });
  });
});
