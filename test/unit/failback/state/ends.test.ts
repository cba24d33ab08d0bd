import { describe, expect, it } from 'vitest';
import { endsFailback } from '../../../../bot/failback/state/ends.ts';
import type { FailbackEvent } from '../../../../bot/failback/state/events.ts';
import { isEnd } from '../../../../bot/failback/state/stages.ts';
import { ada, mina, Story, storyAt } from '../../../support/failback-story.ts';

const check = (outcome: 'ok' | 'blocked'): FailbackEvent => ({
  type: 'checked',
  checks: [{ name: 'activeLocation', outcome, finding: 'The VM runs somewhere.' }],
  totalSizeMb: 1,
});

describe('what ends a failback', () => {
  it('is a blocked check, and no other check', () => {
    expect(endsFailback(check('blocked'))).toBe(true);
    expect(endsFailback(check('ok'))).toBe(false);
  });

  it('is a cancellation, an end, and letting go of it on hold', () => {
    expect(endsFailback({ type: 'cancelled', by: mina })).toBe(true);
    expect(endsFailback({ type: 'ended', end: 'declined', summary: 'Declined.' })).toBe(true);
    expect(
      endsFailback({ type: 'holdReleased', by: ada, choice: 'abandon', leadsTo: 'abandoned' }),
    ).toBe(true);
    expect(
      endsFailback({ type: 'holdReleased', by: ada, choice: 'again', leadsTo: 'checking' }),
    ).toBe(false);
  });

  it('is for the store what it is for the fold, event by event', () => {
    const stories = [
      new Story().tell(check('blocked')),
      storyAt('awaitingDirection').tell({ type: 'cancelled', by: mina }),
      storyAt('reversing').tell({ type: 'ended', end: 'protected', summary: 'Home.' }),
      storyAt('committing'),
    ];

    for (const story of stories) {
      expect(story.entries.some(({ event }) => endsFailback(event))).toBe(
        isEnd(story.failback.stage),
      );
    }
  });
});
