import { describe, expect, it } from 'vitest';
import {
  wayBack,
  wayBackFromJob,
  wayBackFromNowhere,
} from '../../../../bot/failback/holds/way-back.ts';
import { Story, storyAt } from '../../../support/failback-story.ts';

describe('the way back', () => {
  it.each([
    ['awaitingDirection', 'checking', 'checking'],
    ['starting', 'checking', 'checking'],
    ['completing', 'awaitingCompletion', 'checking'],
    ['transferring', 'transferring', 'checking'],
    ['resuming', 'awaitingAction', 'checking'],
    ['committing', 'verifying', 'verifying'],
    ['reversing', 'awaitingReverse', 'awaitingReverse'],
  ] as const)(
    'in %s leads to %s when a call came to nothing, to %s when the job did',
    (stage, fromCall, fromJob) => {
      const { failback } = storyAt(stage);

      expect(wayBack(failback).leadsTo).toBe(fromCall);
      expect(wayBackFromJob(failback).leadsTo).toBe(fromJob);
    },
  );

  it('begins anew without the VM only where nothing was started', () => {
    expect(wayBackFromNowhere(new Story().failback).leadsTo).toBe('checking');
    expect(wayBackFromNowhere(storyAt('synchronizing').failback).leadsTo).toBe('synchronizing');
  });
});
