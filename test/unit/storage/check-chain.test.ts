import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FailbackEvent } from '../../../bot/failback/state/events.ts';
import { checkChain, headText, parseHead } from '../../../storage/chain/check-chain.ts';
import type { ChainRow } from '../../../storage/chain/entry-hash.ts';
import { MemoryLedger } from '../../support/fakes/memory-ledger.ts';

async function makeRows(streams: readonly string[]): Promise<ChainRow[]> {
  const ledger = new MemoryLedger();
  for (const [number, stream] of streams.entries()) {
    const event: FailbackEvent = { type: 'gateDeclined', number };
    await ledger.append({ stream, expectedRevision: 'any', at: number, events: [event] });
  }
  return [...ledger.rows()];
}

function check(rows: readonly ChainRow[], known?: ChainRow) {
  return checkChain((from) => rows.filter(({ sequence }) => sequence >= from), { known });
}

const streams = fc.array(fc.constantFrom('FB-1', 'FB-2', 'FB-3'), { minLength: 2, maxLength: 30 });

describe('checkChain', () => {
  it('accepts every chain that a ledger has made, against each of its heads', async () => {
    await fc.assert(
      fc.asyncProperty(streams, fc.nat(), async (names, some) => {
        const rows = await makeRows(names);

        const found = check(rows, rows[some % rows.length]);

        expect(found).toMatchObject({ intact: true, entries: rows.length });
      }),
    );
  });

  it('finds any field of any entry that was changed', async () => {
    const changes: readonly ((row: ChainRow) => Partial<ChainRow>)[] = [
      ({ stream }) => ({ stream: `${stream}0` }),
      ({ revision }) => ({ revision: revision + 1 }),
      ({ at }) => ({ at: at + 1 }),
      ({ event }) => ({ event: `${event} ` }),
      ({ hash }) => ({ hash: hash.toUpperCase().padEnd(65) }),
    ];
    await fc.assert(
      fc.asyncProperty(streams, fc.nat(), fc.constantFrom(...changes), async (names, some, to) => {
        const rows = await makeRows(names);
        const at = some % rows.length;
        const changed = rows.map((row, index) => (index === at ? { ...row, ...to(row) } : row));

        expect(check(changed)).toEqual({
          intact: false,
          entries: at,
          problem: { kind: 'changed', sequence: at + 1 },
        });
      }),
    );
  });

  it('finds any shuffle, by the first entry that is not where it belongs', async () => {
    const shuffled = streams.chain((names) =>
      fc.record({
        names: fc.constant(names),
        order: fc.shuffledSubarray([...names.keys()], { minLength: names.length }),
      }),
    );
    await fc.assert(
      fc.asyncProperty(shuffled, async ({ names, order }) => {
        const rows = await makeRows(names);
        const moved = order.map((from, to) => ({ ...rows[from]!, sequence: to + 1 }));

        const first = order.findIndex((from, to) => from !== to);
        const problem = {
          kind: 'reordered',
          sequence: first + 1,
          foundAt: order.indexOf(first) + 1,
        };
        const found = check(moved);
        if (first === -1) expect(found).toMatchObject({ intact: true });
        else expect(found).toEqual({ intact: false, entries: first, problem });
      }),
    );
  });

  it('finds an entry that stands there twice', async () => {
    const [one, two] = await makeRows(['FB-1', 'FB-1']);

    expect(check([one!, one!, two!])).toMatchObject({
      intact: false,
      entries: 1,
      problem: { kind: 'reordered' },
    });
  });
});

describe('a head as text', () => {
  const hash = 'ab'.repeat(32);

  it('reads what it writes, in any case and with space around', () => {
    expect(parseHead(headText({ sequence: 7, hash }))).toEqual({ sequence: 7, hash });
    expect(parseHead(` 7:${hash.toUpperCase()}\n`)).toEqual({ sequence: 7, hash });
  });

  it.each(['', '7', `7:${hash}0`, `:${hash}`, `-7:${hash}`, `7:${'g'.repeat(64)}`])(
    'does not read %j',
    (text) => {
      expect(parseHead(text)).toBeUndefined();
    },
  );
});
