import { describe, expect, it } from 'vitest';
import type { Job } from '../../../../bot/failback/ports/site-recovery.ts';
import { isMarked } from '../../../../bot/failback/state/coming-home.ts';
import {
  adoptJob,
  CANCELS,
  type HoldChoice,
  held,
  startOver,
} from '../../../../bot/failback/state/holds.ts';
import { watch } from '../../../../bot/runner/vault/watch.ts';
import { item, job } from '../../../support/azure-records.ts';
import { ada, FAILOVER_JOB, type Story, storyAt } from '../../../support/failback-story.ts';
import { FakeVault } from '../../../support/fakes/fake-vault.ts';
import { ManualClock } from '../../../support/manual-clock.ts';

/** An approver has chosen to cancel the job, and Azure was told so. */
const cancelling = () => {
  const story = storyAt('synchronizing').tell(held('cancelAsked', [], CANCELS));
  return choose(story, 'cancel').intend('cancelJob');
};

const choose = (story: Story, choice: string) => {
  const leadsTo = story.failback.hold?.choices.find(({ name }) => name === choice)?.leadsTo;
  if (leadsTo === undefined) throw new Error(`${choice} is not offered`);
  return story.tell({ type: 'holdReleased', by: ada, choice, leadsTo, reason: 'So it is.' });
};

const stop = (story: Story) => story.tell(held('jobGone', [], [startOver]));
const uncertain = { type: 'callUncertain', requestId: 'r-1', why: 'no answer' } as const;

describe('the mark of a VM that must not be started is set', () => {
  it.each([
    ['abandon', 'accepted', () => stop(cancelling().accept('cancelJob'))],
    ['again', 'accepted', () => stop(cancelling().accept('cancelJob'))],
    ['abandon', 'not answered', () => stop(cancelling().tell(uncertain))],
    [
      'abandon',
      'made elsewhere, and still under way',
      () => stop(storyAt('synchronizing').see('plannedFailover', 'cancelling')),
    ],
  ])('when the bot lets go with %s while cancelling was %s', (choice, _, tell) => {
    expect(isMarked(choose(tell(), choice).failback)).toBe(true);
  });

  it.each([
    ['nothing was cancelled', () => stop(storyAt('synchronizing'))],
    ['the call was never sent', () => stop(cancelling().upTo('callIntended'))],
    [
      'it was too late',
      () => stop(cancelling().accept('cancelJob').see('plannedFailover', 'succeeded')),
    ],
  ])('but not when %s', (_, tell) => {
    expect(isMarked(choose(tell(), 'abandon').failback)).toBe(false);
  });

  const takesOver: HoldChoice = {
    ...adoptJob('synchronizing', 'job-new'),
    takesOver: { jobId: 'job-new', synchronization: 'beforeFailover' },
  };

  it.each([
    ['the failed job, restarted between two looks', 'jobFailed', [startOver], FAILOVER_JOB],
    ['the new job that is offered', 'restartedElsewhere', [takesOver, startOver], 'job-new'],
  ] as const)('when %s is cancelled elsewhere', async (_, reason, choices, id) => {
    const story = storyAt('synchronizing').tell(held(reason, [], choices));
    const vault = new FakeVault(new ManualClock(story.now));
    const cancelled: Job = job({ id, state: 'Cancelled' });
    vault.jobs.set(id, cancelled);
    const picture = {
      vault: 'north',
      readAt: story.now,
      items: new Map([[item().id.toLowerCase(), item()]]),
      jobs: new Map([[id.toLowerCase(), cancelled]]),
    };

    const events = await watch(story.failback, picture, {
      vault,
      now: story.now,
      takeDetail: () => false,
    });

    expect(isMarked(story.tell(...events).failback)).toBe(true);
  });
});
