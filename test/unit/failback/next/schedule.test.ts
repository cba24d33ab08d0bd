import { describe, expect, it } from 'vitest';
import { nextStep } from '../../../../bot/failback/next/next-step.ts';
import { beginsDowntime, waitForWindow } from '../../../../bot/failback/next/schedule.ts';
import { DAYS } from '../../../../bot/failback/state/maintenance-window.ts';
import { NIGHT, storyAt } from '../../../support/failback-story.ts';

/** It is three o'clock. */
const windows = [{ days: DAYS, from: '05:00', to: '06:00', timeZone: 'UTC' }];
const FIVE = NIGHT + 2 * 3_600_000;

describe('the question that keeps to the maintenance windows', () => {
  const { failback } = storyAt('awaitingDirection', { windows });
  const full = { ...failback, synchronization: 'fullDownload' as const };

  it('is complete failover where the data is synchronized before', () => {
    expect(waitForWindow(failback, NIGHT)).toBeUndefined();
    expect(nextStep(failback, NIGHT)).toEqual({ do: 'openGate', gate: 'direction' });
    expect(beginsDowntime('complete', failback)).toBe(true);
  });

  it('is the direction of a full download, which takes the VM down at once', () => {
    expect(waitForWindow(full, NIGHT)).toEqual({ gate: 'direction', until: FIVE });
    expect(nextStep(full, NIGHT)).toEqual({ do: 'wait', until: FIVE });
    expect(nextStep(full, FIVE)).toEqual({ do: 'openGate', gate: 'direction' });
    expect(beginsDowntime('complete', full)).toBe(false);
  });

  it('is never the commit or reverse replicate', () => {
    const home = storyAt('awaitingCommit', { windows }).failback;

    expect(waitForWindow(home, NIGHT)).toBeUndefined();
    expect(beginsDowntime('reverse', full)).toBe(false);
  });
});
