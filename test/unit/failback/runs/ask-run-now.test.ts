import { describe, expect, it } from 'vitest';
import { type WaitingWave, waitingWaves } from '../../../../bot/failback/runs/ask-run-now.ts';
import { DAYS } from '../../../../bot/failback/state/maintenance-window.ts';
import type { Run } from '../../../../bot/failback/state/run.ts';
import { runOf } from '../../../support/catalogue/run-story.ts';
import { jun, NIGHT, storyAt } from '../../../support/failback-story.ts';

/** The stories are told at three in the morning. */
const LATER = { windows: [{ days: DAYS, from: '22:00', to: '23:00', timeZone: 'UTC' }] };
const TEN_AT_NIGHT = NIGHT + 19 * 3_600_000;

const ready = () => storyAt('awaitingCompletion', LATER);
const askedNow = () => ready().tell({ type: 'askedNow', by: jun, reason: 'the link is free' });
const only = (run: Run): WaitingWave => waitingWaves(run, NIGHT)[0] as WaitingWave;
const names = ({ waiting }: WaitingWave) => waiting.map(({ target }) => target.name);

describe('what of a run waits for a maintenance window', () => {
  it('are the VMs of a wave that are ready, and not those that are asked, on their way or home', () => {
    const run = runOf({
      db: ready(),
      app: ready(),
      web: askedNow(),
      file: storyAt('synchronizing', LATER),
      mail: storyAt('awaitingCommit', LATER),
    });

    expect(waitingWaves(run, NIGHT)).toHaveLength(1);
    expect(only(run)).toMatchObject({ wave: 1, gate: 'complete', until: TEN_AT_NIGHT });
    expect(names(only(run))).toEqual(['db', 'app']);
  });

  it('is nothing where no window is kept to, or while it is open', () => {
    expect(waitingWaves(runOf({ db: storyAt('awaitingCompletion') }), NIGHT)).toEqual([]);
    expect(waitingWaves(runOf({ db: ready() }), TEN_AT_NIGHT)).toEqual([]);
  });

  it('is known by another number as soon as somebody is asked, or comes', () => {
    const both = only(runOf({ db: ready(), app: ready() }));
    const one = only(runOf({ db: ready(), app: askedNow() }));

    expect(one.number).not.toBe(both.number);
    expect(only(runOf({ db: ready(), app: ready() })).number).toBe(both.number);
  });
});
