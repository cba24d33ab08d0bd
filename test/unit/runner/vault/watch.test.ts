import { describe, expect, it } from 'vitest';
import type { Job, ProtectedItem } from '../../../../bot/failback/ports/site-recovery.ts';
import { held, startOver } from '../../../../bot/failback/state/holds.ts';
import type { VaultSnapshot } from '../../../../bot/runner/vault/vault-poller.ts';
import { watch } from '../../../../bot/runner/vault/watch.ts';
import { item, job, waitingJob } from '../../../support/azure-records.ts';
import {
  ada,
  FAILOVER_JOB,
  mina,
  POLICY,
  type Story,
  storyAt,
} from '../../../support/failback-story.ts';
import { FakeVault } from '../../../support/fakes/fake-vault.ts';
import { ManualClock } from '../../../support/manual-clock.ts';

interface Seen {
  readonly readAt?: number;
  readonly items?: readonly ProtectedItem[];
  readonly jobs?: readonly Job[];
  /** Whether the vault may be asked for details that nothing calls for. */
  readonly detail?: boolean;
}

const picture = (story: Story, { readAt = story.now, items = [item()], jobs = [] }: Seen) =>
  ({
    vault: 'north',
    readAt,
    items: new Map(items.map((each) => [each.id.toLowerCase(), each])),
    jobs: new Map(jobs.map((each) => [each.id.toLowerCase(), { ...each, tasks: [] }])),
  }) satisfies VaultSnapshot;

/** What a picture brings, and what was read for it. */
async function watching(story: Story, seen: Seen, jobs: readonly Job[] = []) {
  const vault = new FakeVault(new ManualClock(story.now));
  for (const each of jobs) vault.jobs.set(each.id, each);
  const events = await watch(story.failback, picture(story, seen), {
    vault,
    now: story.now,
    takeDetail: () => seen.detail ?? false,
  });
  return { types: events.map(({ type }) => type), events, reads: vault.reads };
}

const NOTHING = { types: [], events: [], reads: [] };

describe('a picture of the vault', () => {
  it('says nothing while a failback is checked, on hold, or over', async () => {
    const gone: Seen = { items: [] };
    const onHold = storyAt('synchronizing').tell(held('jobUnknown', [], []));
    const over = storyAt('checking').tell({ type: 'cancelled', by: mina });

    expect(await watching(storyAt('checking'), gone)).toEqual(NOTHING);
    expect(await watching(onHold, gone)).toEqual(NOTHING);
    expect(await watching(over, gone)).toEqual(NOTHING);
  });

  it('says of a failback on hold that its job was cancelled, and nothing else', async () => {
    const onHold = () => storyAt('synchronizing').tell(held('askedFor', [], []));
    const failed = [job({ state: 'Failed' })];
    const cancelled = [job({ state: 'Cancelled' })];

    expect(await watching(onHold(), { jobs: failed }, failed)).toEqual(NOTHING);
    expect(await watching(onHold(), { jobs: cancelled }, cancelled)).toMatchObject({
      types: ['jobObserved'],
      reads: [`job ${FAILOVER_JOB}`],
    });
    expect((await watching(onHold(), { jobs: cancelled })).types).toEqual([]);
    const known = onHold().see('plannedFailover', 'cancelled', 'Cancelled');
    expect(await watching(known, { jobs: cancelled }, cancelled)).toEqual(NOTHING);
  });

  it('says nothing while nobody knows whether a call was taken', async () => {
    const story = storyAt('completing').intend('completeFailover');

    expect(await watching(story, { items: [] })).toEqual(NOTHING);
  });

  it('says nothing when it was read before the call was taken', async () => {
    const story = storyAt('completing')
      .later(1_000)
      .intend('completeFailover')
      .accept('completeFailover');
    const seen = { jobs: [job({ state: 'Failed' })] };

    expect(await watching(story, { ...seen, readAt: story.now - 1 }, seen.jobs)).toEqual(NOTHING);
    expect((await watching(story, seen, seen.jobs)).types).toEqual(['jobObserved', 'held']);
  });

  it('says nothing when it was read before the stage began', async () => {
    const runningScenario = { name: 'Failback', jobId: FAILOVER_JOB };
    const busy = { items: [item({ runningScenario })] };
    const story = storyAt('synchronizing').see('plannedFailover', 'cancelled', 'Cancelled');
    story.tell(held('jobCancelled', [], [startOver]));
    story
      .later(1_000)
      .tell({ type: 'holdReleased', by: ada, choice: 'again', leadsTo: 'checking' });
    story.later(1_000).tell({ type: 'checked', checks: [], totalSizeMb: 1 }).ask('direction');

    expect(await watching(story, { ...busy, readAt: story.now - 1 })).toEqual(NOTHING);
    expect((await watching(story, busy)).types).toContain('held');
  });

  it('shows the item', async () => {
    expect((await watching(storyAt('awaitingDirection'), {})).types).toEqual(['itemObserved']);
  });

  it('shows that the item is gone', async () => {
    const { types } = await watching(storyAt('awaitingDirection').ask('direction'), { items: [] });

    expect(types).toEqual(['gateWithdrawn', 'held']);
  });

  it('has the job read when the list shows it otherwise than before', async () => {
    const story = storyAt('synchronizing').see('plannedFailover', 'running', 'InProgress');
    const { types, reads } = await watching(story, { jobs: [waitingJob()] }, [waitingJob()]);

    expect(reads).toEqual([`job ${FAILOVER_JOB}`]);
    expect(types).toEqual(['jobObserved']);
  });

  it('does not have a job read that runs as before, but where there is room for details', async () => {
    const story = storyAt('synchronizing').see('plannedFailover', 'running', 'InProgress');
    const jobs = [job()];

    expect((await watching(story, { jobs }, jobs)).reads).toEqual([]);
    expect((await watching(story, { jobs, detail: true }, jobs)).reads).toHaveLength(1);
  });

  it('has a job read that is over, or that the list does not show', async () => {
    const story = storyAt('synchronizing').see('plannedFailover', 'unknown', 'Succeeded');
    const over = [job({ state: 'Succeeded', stateDescription: 'PartiallySucceeded' })];

    expect((await watching(story, { jobs: over }, over)).reads).toHaveLength(1);
    expect((await watching(story, {}, over)).reads).toHaveLength(1);
  });

  it('shows that a job still waits though Azure took the call, also without room for details', async () => {
    const story = storyAt('completing').intend('completeFailover').accept('completeFailover');
    story.later(POLICY.settleMs);

    const { events } = await watching(story, { jobs: [waitingJob()] }, [waitingJob()]);
    expect(events.at(-1)).toMatchObject({ type: 'held', reason: 'callRepeatedInVain' });
  });

  it('shows that a job is gone only after Azure had its time to show it', async () => {
    const story = storyAt('synchronizing').tell({ type: 'itemObserved', item: sightless });
    story.later(POLICY.settleMs - 1);
    expect((await watching(story, {})).types).not.toContain('held');

    story.later(1);
    expect((await watching(story, {})).events).toMatchObject([{ type: 'held', reason: 'jobGone' }]);
  });

  it('has the commit read by its own job, and nothing once it is through', async () => {
    const story = storyAt('committing').intend('commit').accept('commit');
    expect((await watching(story, {})).reads).toEqual(['job job-commit']);

    expect((await watching(storyAt('reversing'), {})).reads).toEqual([]);
    expect((await watching(storyAt('verifying'), {})).reads).toEqual([]);
  });
});

const sightless = {
  activeLocation: 'azure',
  protectionState: 'not seen yet',
  allowedOperations: [],
  replicationHealth: 'Normal',
};
