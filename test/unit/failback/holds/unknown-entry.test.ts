import { describe, expect, it } from 'vitest';
import { castVote } from '../../../../bot/failback/decide/decide.ts';
import { heldAtUnknownEntry } from '../../../../bot/failback/holds/unknown-entry.ts';
import { nextStep } from '../../../../bot/failback/next/next-step.ts';
import type { FailbackEvent } from '../../../../bot/failback/state/events.ts';
import { ada, jun, storyAt } from '../../../support/failback-story.ts';

const LATER = { type: 'replicaMoved', to: 'HV-07' } as never as FailbackEvent;

describe('an entry that a later version has written', () => {
  it('stops its failback before the next step, and no vote counts meanwhile', () => {
    const story = storyAt('awaitingCommit').ask('commit').tell(LATER);

    expect(nextStep(story.failback, story.now)).toEqual({
      do: 'stopAtUnknownEntry',
      entry: 'replicaMoved',
    });
    const ballot = { by: jun, number: story.failback.gate?.number ?? 0, vote: 'approve' as const };
    expect(castVote(story.failback, { ...ballot, typed: 'web-01' }, story.now)).toEqual({
      refused: 'onHold',
    });
  });

  it('is named in the hold, which comes again as long as nobody knows it', () => {
    const story = storyAt('synchronizing').tell(LATER);
    story.tell(heldAtUnknownEntry(story.failback, 'replicaMoved'));

    expect(story.failback.hold).toMatchObject({
      reason: 'entryUnknown',
      evidence: [{ name: 'unknown', value: 'replicaMoved' }],
      choices: [{ name: 'again', leadsTo: 'synchronizing' }, { name: 'abandon' }],
    });
    story.tell({ type: 'holdReleased', by: ada, choice: 'again', leadsTo: 'synchronizing' });
    expect(nextStep(story.failback, story.now).do).toBe('stopAtUnknownEntry');
  });

  it('changes nothing of a failback that has ended', () => {
    const story = storyAt('checking').tell({ type: 'cancelled', by: jun }, LATER);

    expect(nextStep(story.failback, story.now)).toEqual({ do: 'nothing' });
  });
});
