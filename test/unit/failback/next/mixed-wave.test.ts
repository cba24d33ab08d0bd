import { describe, expect, it } from 'vitest';
import { nextStep } from '../../../../bot/failback/next/next-step.ts';
import type { Failback } from '../../../../bot/failback/state/failback.ts';
import { DAYS } from '../../../../bot/failback/state/maintenance-window.ts';
import type { Run } from '../../../../bot/failback/state/run.ts';
import { runOf, vmOf } from '../../../support/catalogue/run-story.ts';
import { NIGHT, type Story, storyAt } from '../../../support/failback-story.ts';

/** The stories are told at three in the morning. */
const LATER = { windows: [{ days: DAYS, from: '22:00', to: '23:00', timeZone: 'UTC' }] };
const TEN_AT_NIGHT = NIGHT + 19 * 3_600_000;

/** A wave of which db comes by a full download, and the others keep running while their data travels. */
function waveOf(db: Story, others: Readonly<Record<string, Story>>): Run {
  const run = runOf({ db, ...others });
  // Its downtime is the download.
  const stageOf = ({ stage }: Failback) => (stage === 'completing' ? 'transferring' : stage);
  const change = (one: Failback): Failback =>
    one.target.name === 'db'
      ? { ...one, synchronization: 'fullDownload', stage: stageOf(one) }
      : one;
  return { ...run, waves: run.waves.map((wave) => wave.map(change)) };
}

const stepOf = (run: Run, vm: string, now = NIGHT) => nextStep(vmOf(run, vm), now, run);
const asking = () => storyAt('awaitingDirection', LATER);

describe('a wave of which one VM comes by a full download', () => {
  it('is asked about its direction in two parts: the downtime of that VM belongs into the window', () => {
    const run = waveOf(asking(), { web: asking(), app: asking() });

    expect(stepOf(run, 'db')).toEqual({ do: 'wait', until: TEN_AT_NIGHT });
    expect(stepOf(run, 'web')).toEqual({ do: 'openGate', gate: 'direction', together: true });
    expect(stepOf(run, 'db', TEN_AT_NIGHT)).toMatchObject({ do: 'openGate', gate: 'direction' });
  });

  it('without a window is asked as one', () => {
    const run = waveOf(storyAt('awaitingDirection'), { web: storyAt('awaitingDirection') });

    for (const vm of ['db', 'web'])
      expect(stepOf(run, vm)).toEqual({ do: 'openGate', gate: 'direction', together: true });
  });

  it('does not keep complete failover waiting while that VM is downloaded, but the commit', () => {
    const run = waveOf(storyAt('completing'), {
      web: storyAt('awaitingCompletion'),
      app: storyAt('awaitingCompletion'),
      mail: storyAt('awaitingCommit'),
    });

    expect(stepOf(run, 'web')).toEqual({ do: 'openGate', gate: 'complete', together: true });
    expect(stepOf(run, 'mail')).toEqual({ do: 'wait' });
  });
});
