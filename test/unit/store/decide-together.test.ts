import { describe, expect, it } from 'vitest';
import { castVote } from '../../../bot/failback/decide/decide.ts';
import type { Actor, FailbackEvent } from '../../../bot/failback/state/events.ts';
import { LIVE_SIDE } from '../../../bot/failback/state/gates.ts';
import type { Ledger } from '../../../bot/failback/state/ledger.ts';
import { decideTogether } from '../../../bot/store/decide-together.ts';
import { FailbackRepository } from '../../../bot/store/failback-repository.ts';
import { jun, mina, NIGHT, requested, storyAt } from '../../support/failback-story.ts';
import { DyingLedger } from '../../support/fakes/dying-ledger.ts';
import { MemoryLedger } from '../../support/fakes/memory-ledger.ts';

const IDS = ['FB-1', 'FB-2', 'FB-3'];

/** Three failbacks whose direction is asked for. */
async function asked(ledger: Ledger): Promise<void> {
  for (const stream of IDS) {
    const target = { ...requested().target, itemId: stream };
    const events = storyAt('awaitingDirection')
      .ask('direction')
      .entries.map(({ event }) => (event.type === 'requested' ? { ...event, target } : event));
    await ledger.append({ stream, expectedRevision: 0, at: NIGHT, events });
  }
}

const approveAll = (failbacks: FailbackRepository, by: Actor) =>
  decideTogether(failbacks, { by, attempt: 'approve', at: NIGHT }, async () => {
    const all = await Promise.all(IDS.map((id) => failbacks.get(id)));
    return all.flatMap((failback) =>
      failback === undefined
        ? []
        : [
            {
              failback,
              decided: castVote(
                failback,
                { by, number: 1, vote: 'approve', typed: LIVE_SIDE },
                NIGHT,
              ),
            },
          ],
    );
  });

const count = async (ledger: Ledger, type: FailbackEvent['type']) => {
  const streams = await Promise.all(IDS.map((id) => ledger.read(id)));
  return streams.flat().filter(({ event }) => event.type === type).length;
};

describe('one answer for several failbacks', () => {
  it('is stored for all of them', async () => {
    const ledger = new MemoryLedger();
    await asked(ledger);

    const outcomes = await approveAll(new FailbackRepository(ledger), jun);

    expect(outcomes.map(({ failback }) => failback.stage)).toEqual([
      'starting',
      'starting',
      'starting',
    ]);
    expect(await count(ledger, 'voteCast')).toBe(3);
  });

  it('is decided again when one of them moved on meanwhile', async () => {
    const ledger = new MemoryLedger();
    await asked(ledger);
    const failbacks = new FailbackRepository(ledger);
    let isFirst = true;
    const outcomes = await decideTogether(
      failbacks,
      { by: jun, attempt: 'approve', at: NIGHT },
      async () => {
        const all = await Promise.all(IDS.map((id) => failbacks.get(id)));
        if (isFirst) {
          isFirst = false;
          const refused = { type: 'attemptRefused', by: mina, attempt: 'x', why: 'y' } as const;
          await failbacks.record('FB-2', [refused], NIGHT);
        }
        return all.flatMap((failback) =>
          failback === undefined
            ? []
            : [{ failback, decided: { events: [{ type: 'cancelled', by: mina } as const] } }],
        );
      },
    );

    expect(outcomes.map(({ failback }) => failback.stage)).toEqual(Array(3).fill('cancelled'));
    expect(await count(ledger, 'cancelled')).toBe(3);
  });

  it('that is refused by all is recorded once', async () => {
    const ledger = new MemoryLedger();
    await asked(ledger);

    const outcomes = await approveAll(new FailbackRepository(ledger), mina);

    expect(outcomes.map(({ refused }) => refused)).toEqual(Array(3).fill('ownRequest'));
    expect(await count(ledger, 'attemptRefused')).toBe(1);
    expect(await count(ledger, 'voteCast')).toBe(0);
  });

  it.each(
    [1, 2, 3, 4, 5, 6].flatMap((at) => [
      { at, when: 'before' } as const,
      { at, when: 'after' } as const,
    ]),
  )(
    'is stored whole or not at all when the bot is killed $when its event $at, and can be given again',
    async ({ at, when }) => {
      const ledger = new MemoryLedger();
      await asked(ledger);
      const dying = new DyingLedger(ledger, { at, when });
      await expect(approveAll(new FailbackRepository(dying), jun)).rejects.toThrow('the process');

      expect([0, 3]).toContain(await count(ledger, 'voteCast'));

      await approveAll(new FailbackRepository(ledger), jun);
      expect(await count(ledger, 'voteCast')).toBe(3);
      expect(await count(ledger, 'gatePassed')).toBe(3);
    },
  );
});
