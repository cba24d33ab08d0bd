import { describe, expect, it } from 'vitest';
import type { FailbackEvent } from '../../../bot/failback/state/events.ts';
import { FailbackRepository } from '../../../bot/store/failback-repository.ts';
import { requested, storyAt } from '../../support/failback-story.ts';
import { MemoryLedger } from '../../support/fakes/memory-ledger.ts';

const CANCELLED = storyAt('synchronizing')
  .see('plannedFailover', 'cancelled')
  .tell({ type: 'ended', end: 'abandoned', summary: 'Let go.' });

async function tell(
  ledger: MemoryLedger,
  stream: string,
  events: readonly FailbackEvent[],
): Promise<void> {
  for (const event of events)
    await ledger.append({ stream, expectedRevision: 'any', at: 1, events: [event] });
}

const eventsOf = (story = CANCELLED) => story.entries.map(({ event }) => event);
const idsOf = async (failbacks: FailbackRepository) =>
  (await failbacks.listMarked()).map(({ failback }) => failback.id);

describe('the failbacks whose VM must not be started', () => {
  it('are found after a restart, and as soon as they are marked', async () => {
    const ledger = new MemoryLedger();
    const running = new FailbackRepository(ledger);
    expect(await idsOf(running)).toEqual([]);

    await tell(ledger, 'FB-ONE', eventsOf());

    expect(await idsOf(running)).toEqual(['FB-ONE']);
    expect(await idsOf(new FailbackRepository(ledger))).toEqual(['FB-ONE']);
  });

  it('hand the mark on to the next failback of the VM, until one has succeeded', async () => {
    const ledger = new MemoryLedger();
    const failbacks = new FailbackRepository(ledger);
    await tell(ledger, 'FB-ONE', eventsOf());
    await tell(ledger, 'FB-TWO', [{ ...requested(), doNotStart: true }]);
    expect(await idsOf(failbacks)).toEqual(['FB-TWO']);

    const [, ...home] = eventsOf(storyAt('awaitingCommit'));
    await tell(ledger, 'FB-TWO', home);

    expect(await idsOf(failbacks)).toEqual([]);
    expect(await idsOf(failbacks)).toEqual([]);
  });

  it('are not lost when the ledger could not be read for a moment', async () => {
    const ledger = new MemoryLedger();
    await tell(ledger, 'FB-ONE', eventsOf());
    const failbacks = new FailbackRepository(ledger);
    const readLedger = ledger.read.bind(ledger);
    ledger.read = async () => {
      ledger.read = readLedger;
      throw new Error('disk I/O error');
    };

    await expect(idsOf(failbacks)).rejects.toThrow('disk I/O error');
    expect(await idsOf(failbacks)).toEqual(['FB-ONE']);
  });

  it('are the same for everybody who asks at once', async () => {
    const ledger = new MemoryLedger();
    const failbacks = new FailbackRepository(ledger);
    await tell(ledger, 'FB-ONE', eventsOf());

    expect(await Promise.all([idsOf(failbacks), idsOf(failbacks)])).toEqual([
      ['FB-ONE'],
      ['FB-ONE'],
    ]);
  });
});
