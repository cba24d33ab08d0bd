import { describe, expect, it } from 'vitest';
import { seeJobs } from '../../../../bot/runner/steps/see-jobs.ts';
import type { VaultSnapshot } from '../../../../bot/runner/vault/vault-poller.ts';
import { job } from '../../../support/azure-records.ts';
import { jun, type Story, storyAt } from '../../../support/failback-story.ts';
import { FakeVault } from '../../../support/fakes/fake-vault.ts';
import { ManualClock } from '../../../support/manual-clock.ts';

const SECOND = 1_000;

/** Which jobs are seen with a picture of this age, and what is read for them. */
async function see(story: Story, readAt?: number) {
  const clock = new ManualClock(story.now);
  const vault = new FakeVault(clock);
  vault.jobs.set('job-listed', job({ id: 'job-listed' }));
  const seen = job({ id: 'job-seen' });
  const picture: VaultSnapshot | undefined =
    readAt === undefined
      ? undefined
      : { vault: vault.vault, readAt, items: new Map(), jobs: new Map([[seen.id, seen]]) };
  const jobs = await seeJobs(story.failback, { vault, picture, clock });
  return { ids: jobs.map(({ id }) => id), reads: vault.reads };
}

describe('the jobs that were there before a call', () => {
  const asked = storyAt('awaitingDirection').ask('direction');
  const askedAt = asked.now;
  const approved = asked.later(60 * SECOND).approve(jun);

  it('are those of a picture that was read after the question was asked: nobody waits for the list', async () => {
    expect(await see(approved, askedAt)).toEqual({ ids: ['job-seen'], reads: [] });
  });

  it('are listed when the picture is older than the question, or there is none yet', async () => {
    expect(await see(approved, askedAt - 1)).toEqual({ ids: ['job-listed'], reads: ['jobs'] });
    expect(await see(approved)).toEqual({ ids: ['job-listed'], reads: ['jobs'] });
  });

  it('are listed anew for a stage that nobody is asked about', async () => {
    const reversing = storyAt('reversing');
    const { stageSince } = reversing.failback;

    expect(await see(reversing, stageSince - 1)).toMatchObject({ ids: ['job-listed'] });
    expect(await see(reversing, stageSince)).toMatchObject({ ids: ['job-seen'] });
  });
});
