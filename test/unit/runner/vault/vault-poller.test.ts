import { describe, expect, it } from 'vitest';
import { UpstreamError } from '../../../../bot/failback/ports/errors.ts';
import type { FailbackEvent } from '../../../../bot/failback/state/events.ts';
import { held } from '../../../../bot/failback/state/holds.ts';
import { VaultPoller, type VaultSnapshot } from '../../../../bot/runner/vault/vault-poller.ts';
import { FailbackRepository } from '../../../../bot/store/failback-repository.ts';
import { job } from '../../../support/azure-records.ts';
import { ITEM_ID, mina, type Story, storyAt } from '../../../support/failback-story.ts';
import { FakeVault } from '../../../support/fakes/fake-vault.ts';
import { MemoryLedger } from '../../../support/fakes/memory-ledger.ts';
import { ManualClock, settle } from '../../../support/manual-clock.ts';
import { PACE, silent } from '../../../support/runner-rig.ts';

class ListeningVault extends FakeVault {
  since: number | undefined;
  fails: UpstreamError | undefined;

  override async listJobs(since?: number) {
    this.since = since;
    if (this.fails) throw this.fails;
    return super.listJobs();
  }
}

async function polling(story?: Story) {
  const clock = new ManualClock(story?.now);
  const vault = new ListeningVault(clock);
  const ledger = new MemoryLedger();
  const pictures: VaultSnapshot[] = [];
  const poller = new VaultPoller({
    vault,
    failbacks: new FailbackRepository(ledger),
    clock,
    pace: PACE,
    log: silent,
    onPicture: async (picture) => {
      pictures.push(picture);
    },
  });
  const tell = async (events: readonly FailbackEvent[]) => {
    await ledger.append({ stream: 'FB-TEST', expectedRevision: 'any', at: clock.now(), events });
  };
  if (story) await tell(story.entries.map(({ event }) => event));
  poller.start();
  await settle();
  return { clock, vault, pictures, poller, tell };
}

describe('the vault poller', () => {
  it('reads nothing while nothing is open, and reads once something is', async () => {
    const { clock, vault, pictures, tell } = await polling();
    await clock.advance(10 * PACE.slowMs);
    expect(vault.reads).toEqual([]);

    await tell(storyAt('awaitingDirection').entries.map(({ event }) => event));
    await clock.advance(PACE.slowMs);
    expect(pictures).toHaveLength(1);
  });

  it('shows items and jobs by their ids in lower case, and when reading began', async () => {
    const { clock, vault, pictures, poller } = await polling(storyAt('synchronizing'));
    vault.jobs.set('Job-A', job({ id: 'Job-A' }));
    vault.whileReading = () => clock.pass(7);
    const began = clock.now() + PACE.slowMs;
    await clock.advance(PACE.slowMs);

    const picture = pictures.at(-1);
    expect(picture?.items.get(ITEM_ID.toLowerCase())?.name).toBe('web-01');
    expect(picture?.jobs.get('job-a')?.id).toBe('Job-A');
    expect(picture?.readAt).toBe(began);
    expect(poller.picture).toBe(picture);
  });

  it('asks for the jobs since the oldest open failback began, and a little earlier', async () => {
    const { clock, vault } = await polling(storyAt('synchronizing'));

    expect(vault.since).toBe(clock.now() - 15 * 60_000);
  });

  it('looks slowly while people think, and fast while something is about to happen', async () => {
    const slow = await polling(storyAt('awaitingDirection'));
    await slow.clock.advance(60_000);
    expect(slow.pictures).toHaveLength(3);

    const fast = await polling(storyAt('completing'));
    await fast.clock.advance(60_000);
    expect(fast.pictures).toHaveLength(13);
  });

  it('looks slowly at what is on hold, and when Azure allows few readings more', async () => {
    const onHold = await polling(storyAt('completing').tell(held('jobUnknown', [], [])));
    await onHold.clock.advance(60_000);
    expect(onHold.pictures).toHaveLength(3);

    const scarce = await polling(storyAt('completing'));
    scarce.vault.remainingReads = 49;
    await scarce.clock.advance(PACE.fastMs + 60_000);
    expect(scarce.pictures).toHaveLength(4);
  });

  it('looks at once when it is poked some time after its last look', async () => {
    const { clock, pictures, poller } = await polling(storyAt('synchronizing'));
    await clock.advance(PACE.fastMs);
    poller.poke();
    await settle();
    expect(pictures).toHaveLength(2);
  });

  it('looks no faster than the fast pace, however many poke it, also while it looks', async () => {
    const { clock, vault, pictures, poller } = await polling(storyAt('synchronizing'));
    vault.whileReading = () => poller.poke();
    for (let second = 0; second < 60; second += 1) {
      poller.poke();
      poller.poke();
      await clock.advance(1_000);
    }

    expect(pictures).toHaveLength(1 + 60_000 / PACE.fastMs);
  });

  it('is not poked out of a pause that Azure asked for', async () => {
    const { clock, vault, pictures, poller } = await polling(storyAt('synchronizing'));
    vault.fails = busy(120_000);
    await clock.advance(PACE.slowMs);
    vault.fails = undefined;
    poller.poke();

    await clock.advance(119_999);
    expect(pictures).toHaveLength(1);
    await clock.advance(1);
    expect(pictures).toHaveLength(2);
  });

  it('keeps the old picture when the vault cannot be read, and tries again soon', async () => {
    const { clock, vault, pictures, poller } = await polling(storyAt('synchronizing'));
    vault.fails = busy();
    await clock.advance(PACE.slowMs);
    expect(poller.picture).toBe(pictures[0]);

    vault.fails = undefined;
    await clock.advance(PACE.fastMs);
    expect(pictures).toHaveLength(2);
  });

  it('waits as long as Azure asks', async () => {
    const { clock, vault, pictures } = await polling(storyAt('synchronizing'));
    vault.fails = busy(120_000);
    await clock.advance(PACE.slowMs);
    vault.fails = undefined;

    await clock.advance(119_999);
    expect(pictures).toHaveLength(1);
    await clock.advance(1);
    expect(pictures).toHaveLength(2);
  });

  it('is not stopped by an error that nobody expected', async () => {
    const { clock, vault, pictures } = await polling(storyAt('synchronizing'));
    vault.whileReading = () => {
      vault.whileReading = () => {};
      throw new TypeError('no such property');
    };

    await clock.advance(PACE.slowMs + PACE.fastMs);
    expect(pictures).toHaveLength(2);
  });

  it('rests when the last failback has ended', async () => {
    const { clock, pictures, tell } = await polling(storyAt('awaitingDirection'));
    await tell([{ type: 'cancelled', by: mina }]);

    await clock.advance(10 * PACE.slowMs);
    expect(pictures).toHaveLength(1);
  });

  it('stops at once, from its sleep and from a look', async () => {
    const asleep = await polling(storyAt('synchronizing'));
    await asleep.poller.stop();
    expect(asleep.clock.asleep).toBe(0);

    const looking = await polling(storyAt('synchronizing'));
    looking.poller.poke();
    await looking.poller.stop();
    expect(looking.clock.asleep).toBe(0);
    await looking.clock.advance(600_000);
    expect(looking.pictures.length).toBeLessThanOrEqual(2);
  });
});

function busy(retryAfterMs?: number): UpstreamError {
  return new UpstreamError('azure-429', 'Azure is busy.', {
    service: 'azure',
    operation: 'listJobs',
    status: 429,
    retryable: true,
    ...(retryAfterMs !== undefined && { retryAfterMs }),
  });
}
