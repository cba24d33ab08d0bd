import { describe, expect, it } from 'vitest';
import {
  adoptJob,
  askAgain,
  evidenceOf,
  follow,
  held,
  lookAgain,
  startOver,
} from '../../../../bot/failback/state/holds.ts';

describe('a hold', () => {
  it('shows the evidence as facts and always offers to let go, last', () => {
    const hold = held('jobFailed', evidenceOf({ job: 'job-1', state: 'Failed' }), [startOver]);

    expect(hold).toMatchObject({
      type: 'held',
      reason: 'jobFailed',
      evidence: [
        { name: 'job', value: 'job-1' },
        { name: 'state', value: 'Failed' },
      ],
    });
    expect(hold.choices.map(({ name, leadsTo }) => [name, leadsTo])).toEqual([
      ['again', 'checking'],
      ['abandon', 'abandoned'],
    ]);
  });

  it('can be answered by letting go alone', () => {
    expect(held('itemGone', [], []).choices.map(({ name }) => name)).toEqual(['abandon']);
  });

  it('leads where its choices say', () => {
    expect(askAgain('awaitingDirection')).toMatchObject({ leadsTo: 'awaitingDirection' });
    expect(lookAgain('committing')).toMatchObject({ name: 'again', leadsTo: 'committing' });
    // The commit is asked for only after a fresh proof.
    expect(askAgain('awaitingCommit')).toMatchObject({ name: 'again', leadsTo: 'verifying' });
    expect(lookAgain('awaitingCommit')).toMatchObject({ name: 'again', leadsTo: 'verifying' });
    expect(adoptJob('synchronizing', 'job-9')).toMatchObject({ name: 'adopt', adopts: 'job-9' });
    expect(follow('verifying', 'Go on.')).toEqual({
      name: 'follow',
      means: 'Go on.',
      leadsTo: 'verifying',
    });
  });
});
