import { describe, expect, it } from 'vitest';
import { type PastFailback, pastLike } from '../../../../bot/failback/outlook/past-failbacks.ts';
import { held, lookAgain } from '../../../../bot/failback/state/holds.ts';
import { FailbackRepository } from '../../../../bot/store/failback-repository.ts';
import { pastOf } from '../../../../bot/store/past-of.ts';
import { ratesAt } from '../../../../bot/store/rates-at.ts';
import { jun, type Story, storyAt, storyOf, storyOnHost } from '../../../support/failback-story.ts';
import { MemoryLedger } from '../../../support/fakes/memory-ledger.ts';

const home = (story: Story) =>
  story.tell({ type: 'ended', end: 'protected', summary: 'Home and protected again.' });

describe('what a failback teaches', () => {
  it('is how long its data travelled and how long the VM was down', () => {
    expect(pastOf(storyOnHost('awaitingCommit').failback)).toEqual({
      vault: 'north',
      server: 'HV-A',
      synchronization: 'beforeFailover',
      sizeMb: 40_960,
      dataMs: 60_000,
      downtimeMs: 300_000,
    });
  });

  it('is, of a full download, all of the downtime', () => {
    const one = pastOf(storyOf('fullDownload', 'awaitingCommit').failback);

    expect(one).toMatchObject({ synchronization: 'fullDownload' });
    expect(one?.dataMs).toBe(one?.downtimeMs);
  });

  it('is nothing where the VM did not come home', () => {
    expect(pastOf(storyAt('completing').failback)).toBeUndefined();
  });

  it('is nothing where it was held up: that time says nothing about data', () => {
    const story = storyAt('synchronizing')
      .tell(held('askedFor', [], [lookAgain('synchronizing')]))
      .later(3_600_000)
      .tell({ type: 'holdReleased', by: jun, choice: 'again', leadsTo: 'synchronizing' })
      .see('plannedFailover', 'waiting')
      .pass('complete', 'completeFailover')
      .see('plannedFailover', 'succeeded');

    expect(story.failback.stage).toBe('verifying');
    expect(pastOf(story.failback)).toBeUndefined();
  });

  it('is nothing where nobody knows how much travelled', () => {
    expect(pastOf({ ...storyAt('awaitingCommit').failback, totalSizeMb: 0 })).toBeUndefined();
  });
});

describe('the failbacks that are like the next one', () => {
  const earlier = (vault: string, server?: string): PastFailback => ({
    vault,
    ...(server && { server }),
    synchronization: 'beforeFailover',
    sizeMb: 1,
    dataMs: 1,
    downtimeMs: 1,
  });
  const all = [
    earlier('north', 'HV-A'),
    earlier('north', 'HV-B'),
    earlier('north'),
    earlier('south', 'HV-A'),
  ];

  it('are those of the same server in the same vault', () => {
    expect(pastLike(all, { vault: 'north', server: 'HV-A' })).toEqual([all[0]]);
  });

  it('are those of the vault where the server has none, or is not known', () => {
    expect(pastLike(all, { vault: 'north', server: 'HV-C' })).toHaveLength(3);
    expect(pastLike(all, { vault: 'south' })).toEqual([all[3]]);
  });
});

describe('the rates at a place', () => {
  it('learn from the ledger, also of what ends while the bot runs', async () => {
    const ledger = new MemoryLedger();
    const failbacks = new FailbackRepository(ledger);
    const rates = () => ratesAt({ vault: 'north' }, { failbacks, linkMbps: 200 });
    const before = await rates();

    for (const { at, event } of home(storyAt('reversing')).entries)
      await ledger.append({ stream: 'FB-DONE', expectedRevision: 'any', at, events: [event] });

    expect(before).toEqual({ past: [], linkMbps: 200 });
    expect((await rates()).past).toHaveLength(1);
  });
});
