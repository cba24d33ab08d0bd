import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ConflictError } from '../../bot/failback/ports/errors.ts';
import type { FailbackEvent } from '../../bot/failback/state/events.ts';
import { ATTEMPTS, type Ledger, type LedgerEntry } from '../../bot/failback/state/ledger.ts';
import type { ChainVerification } from '../../storage/chain/chain-problem.ts';
import {
  batch,
  checked,
  ended,
  mina,
  NOON,
  refused,
  requested,
  requestedPlan,
} from './ledger-events.ts';

const TWO_DAYS_MS = 172_800_000;

/** One ledger under test, new and empty. */
export interface LedgerUnderTest {
  readonly ledger: Ledger;
  verify(): Promise<ChainVerification>;
  /** Closes it and throws it away. */
  dispose(): Promise<void>;
}

/** What every ledger does, whatever it is made of. `failed` hears of listeners that throw. */
export function ledgerContract(
  name: string,
  make: (failed: (error: unknown) => void) => Promise<LedgerUnderTest>,
): void {
  describe(name, () => {
    let under: LedgerUnderTest;
    let ledger: Ledger;
    let failures: unknown[];

    beforeEach(async () => {
      failures = [];
      under = await make((error) => failures.push(error));
      ledger = under.ledger;
    });

    afterEach(() => under.dispose());

    describe('appending', () => {
      it('starts empty', async () => {
        expect(await ledger.head()).toBeUndefined();
        expect(await ledger.read('FB-1')).toEqual([]);
        expect(await ledger.openFailbacks()).toEqual([]);
        expect(await ledger.recentFailbacks(10)).toEqual([]);
        expect(await under.verify()).toEqual({ intact: true, entries: 0, head: undefined });
      });

      it('gives entries their place in the chain and in their stream', async () => {
        await ledger.append(batch('FB-1', [requested(), checked('ok')], 0));
        await ledger.append(batch(ATTEMPTS, [refused('no role')]));
        const [third] = await ledger.append(batch('FB-1', [refused('too late')], 2));

        expect(third).toMatchObject({ sequence: 4, stream: 'FB-1', revision: 3, at: NOON });
        expect(places(await ledger.read('FB-1'))).toEqual(['1/1', '2/2', '4/3']);
        expect(places(await ledger.read(ATTEMPTS))).toEqual(['3/1']);
        expect(await ledger.head()).toEqual({ sequence: 4, hash: third?.hash });
      });

      it('reads back what it answered', async () => {
        const answered = await ledger.append(batch('FB-1', [requested(), checked('warning')]));

        expect(await ledger.read('FB-1')).toEqual(answered);
        expect(answered.map(({ event }) => event)).toEqual([requested(), checked('warning')]);
      });

      it('keeps text of every kind', async () => {
        await fc.assert(
          fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 40 }), async (why) => {
            const [entry] = await ledger.append(batch('FB-1', [refused(why)]));
            const kept = (await ledger.read('FB-1')).at(-1);
            expect(kept).toEqual(entry);
            expect(kept?.event).toEqual(refused(why));
          }),
          { numRuns: 60 },
        );
        expect(await under.verify()).toMatchObject({ intact: true });
      });

      it('gives every reader a copy of its own', async () => {
        await ledger.append(batch('FB-1', [refused('as it was')]));
        const [first] = await ledger.read('FB-1');
        Object.assign(first?.event ?? {}, { why: 'as somebody would like it' });

        expect((await ledger.read('FB-1'))[0]?.event).toEqual(refused('as it was'));
        expect(await under.verify()).toMatchObject({ intact: true });
      });

      it('appends nothing when there is nothing to append', async () => {
        expect(await ledger.append(batch('FB-1', [], 0))).toEqual([]);
        expect(await ledger.head()).toBeUndefined();
      });

      it.each(['', 'FB 1', 'FB-\u00e9', 'FB-\n1', 'x'.repeat(65)])(
        'refuses the stream name %j',
        async (stream) => {
          await expect(ledger.append(batch(stream, [ended]))).rejects.toThrow(TypeError);
          expect(await ledger.head()).toBeUndefined();
        },
      );

      it.each([1.5, Number.NaN, 2 ** 60])('refuses the time %d', async (at) => {
        await expect(ledger.append({ ...batch('FB-1', [ended]), at })).rejects.toThrow(TypeError);
        expect(await ledger.head()).toBeUndefined();
      });

      it('says so when it is used after it was closed', async () => {
        await ledger.close();
        await ledger.close();

        await expect(ledger.append(batch('FB-1', [ended]))).rejects.toThrow(TypeError);
        await expect(ledger.head()).rejects.toThrow(TypeError);
      });
    });

    describe('expected revisions', () => {
      it.each([0, 2])('refuses revision %d when the stream is at 1', async (expected) => {
        await ledger.append(batch('FB-1', [requested()], 0));

        const late = ledger.append(batch('FB-1', [checked('ok')], expected));

        await expect(late).rejects.toMatchObject({ code: 'revision', failbackId: 'FB-1' });
        await expect(late).rejects.toBeInstanceOf(ConflictError);
        expect(await ledger.read('FB-1')).toHaveLength(1);
      });

      it('lets exactly one of many win that were decided on the same revision', async () => {
        await ledger.append(batch('FB-1', [requested()], 0));
        const rivals = Array.from({ length: 20 }, (_, rival) =>
          ledger.append(batch('FB-1', [refused(`rival ${rival}`)], 1)),
        );

        const outcomes = await Promise.allSettled(rivals);

        expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
        expect(await ledger.read('FB-1')).toHaveLength(2);
      });

      it('keeps sequences and revisions without gaps however appends interleave', async () => {
        const step = fc.record({
          stream: fc.constantFrom('FB-1', 'FB-2', 'FB-3', ATTEMPTS),
          count: fc.integer({ min: 0, max: 4 }),
          expected: fc.constantFrom<'any' | 0 | 1 | 5>('any', 0, 1, 5),
        });
        await fc.assert(
          fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
            const fresh = await make(() => undefined);
            try {
              await checkInterleaving(fresh, steps);
            } finally {
              await fresh.dispose();
            }
          }),
          { numRuns: 40 },
        );
      });
    });

    describe('several batches as one', () => {
      const both = () => [
        batch('FB-1', [requested('/items/web-01'), refused('first')], 0),
        batch('FB-2', [requested('/items/web-02')], 0),
      ];

      it('are stored one behind the other, and told one by one', async () => {
        const heard: string[][] = [];
        ledger.onAppended((entries) => heard.push(entries.map(({ stream }) => stream)));

        const entries = await ledger.appendAll(both());

        expect(places(entries)).toEqual(['1/1', '2/2', '3/1']);
        expect(await ledger.read('FB-2')).toEqual(entries.slice(2));
        expect(heard).toEqual([['FB-1', 'FB-1'], ['FB-2']]);
        expect(await ledger.openFailbacks()).toEqual(['FB-1', 'FB-2']);
        expect(await under.verify()).toMatchObject({ intact: true, entries: 3 });
      });

      it('are not stored at all when one of the streams has moved on', async () => {
        await ledger.append(batch('FB-2', [requested('/items/web-02')]));

        await expect(ledger.appendAll(both())).rejects.toMatchObject({ code: 'revision' });

        expect(await ledger.read('FB-1')).toEqual([]);
        expect(await ledger.openFailbacks()).toEqual(['FB-2']);
      });

      it('are not stored at all when two of them, or one and an open failback, want the same target', async () => {
        const twice = [
          batch('FB-1', [requested('/items/web-01')], 0),
          batch('FB-2', [requested('/items/WEB-01')], 0),
        ];
        await expect(ledger.appendAll(twice)).rejects.toMatchObject({
          code: 'targetBusy',
          failbackId: 'FB-1',
        });
        expect(await ledger.head()).toBeUndefined();

        await ledger.append(batch('FB-3', [requested('/items/web-02')]));
        await expect(ledger.appendAll(both())).rejects.toMatchObject({ failbackId: 'FB-3' });
        expect(await ledger.read('FB-1')).toEqual([]);
      });

      it('belong to different streams', async () => {
        const same = [batch('FB-1', [requested()]), batch('FB-1', [refused('again')])];

        await expect(ledger.appendAll(same)).rejects.toThrow(TypeError);
        expect(await ledger.head()).toBeUndefined();
      });
    });

    describe('one open failback per target', () => {
      it('refuses a second failback of the same target, and names the first', async () => {
        await ledger.append(batch('FB-1', [requested()], 0));

        const second = ledger.append(batch('FB-2', [requested()], 0));

        await expect(second).rejects.toMatchObject({ code: 'targetBusy', failbackId: 'FB-1' });
        await expect(second).rejects.toBeInstanceOf(ConflictError);
        expect(await ledger.read('FB-2')).toEqual([]);
      });

      it('knows a target whatever case Azure spells it in', async () => {
        await ledger.append(batch('FB-1', [requested('/Items/Web-01', 'Vault-A')], 0));

        await expect(
          ledger.append(batch('FB-2', [requested('/items/WEB-01', 'vault-a')], 0)),
        ).rejects.toMatchObject({ code: 'targetBusy' });
      });

      it.each([
        ['/items/web-02', 'vault-a'],
        ['/items/web-01', 'vault-b'],
      ])('leaves %s in %s free', async (itemId, vault) => {
        await ledger.append(batch('FB-1', [requested()], 0));
        await ledger.append(batch('FB-2', [requested(itemId, vault)], 0));

        expect(await ledger.openFailbacks()).toEqual(['FB-1', 'FB-2']);
      });

      const release = { type: 'holdReleased', by: mina, choice: 'let go' } as const;
      const ends: readonly (readonly [string, FailbackEvent])[] = [
        ['ended', ended],
        ['cancelled', { type: 'cancelled', by: mina }],
        ['a blocked check', checked('blocked')],
        ['a hold released to an end', { ...release, leadsTo: 'abandoned' }],
      ];

      it.each(ends)('frees the target by %s', async (_, event) => {
        await ledger.append(batch('FB-1', [requested(), event], 0));

        expect(await ledger.openFailbacks()).toEqual([]);
        await ledger.append(batch('FB-2', [requested()], 0));
        expect(await ledger.openFailbacks()).toEqual(['FB-2']);
        expect(await under.verify()).toMatchObject({ intact: true, entries: 3 });
      });

      const others: readonly (readonly [string, FailbackEvent])[] = [
        ['a check with a warning', checked('warning')],
        ['a declined gate', { type: 'gateDeclined', number: 1 }],
        ['an expired gate', { type: 'gateExpired', number: 1 }],
        ['a hold released to a stage', { ...release, leadsTo: 'checking' }],
      ];

      it.each(others)('keeps the target through %s', async (_, event) => {
        await ledger.append(batch('FB-1', [requested(), event], 0));

        await expect(ledger.append(batch('FB-2', [requested()], 0))).rejects.toMatchObject({
          code: 'targetBusy',
        });
      });

      it('does not take the target again by what comes after the end', async () => {
        await ledger.append(batch('FB-1', [requested(), ended, refused('too late')], 0));

        expect(await ledger.openFailbacks()).toEqual([]);
        expect(await under.verify()).toMatchObject({ intact: true });
      });

      it('keeps the VMs of an open recovery plan from a failback of their own, and the other way round', async () => {
        await ledger.append(
          batch('FB-1', [requestedPlan('/plans/shop', ['/items/a', '/items/B'])], 0),
        );

        for (const rival of [
          requested('/items/b'),
          requestedPlan('/plans/office', ['/items/c', '/Items/A']),
          requestedPlan('/Plans/Shop', ['/items/d']),
        ]) {
          await expect(ledger.append(batch('FB-2', [rival], 0))).rejects.toMatchObject({
            code: 'targetBusy',
            failbackId: 'FB-1',
          });
        }
        await ledger.append(batch('FB-3', [requested('/items/c')], 0));
        await expect(
          ledger.append(batch('FB-4', [requestedPlan('/plans/office', ['/items/c'])], 0)),
        ).rejects.toMatchObject({ code: 'targetBusy', failbackId: 'FB-3' });
        expect(await ledger.openFailbacks()).toEqual(['FB-1', 'FB-3']);
      });

      it('frees all VMs of a recovery plan when its failback ends, and still knows what it was about', async () => {
        const vm = requested('/items/a').target;
        await ledger.append(
          batch('FB-1', [requestedPlan('/plans/shop', ['/items/a', '/items/b'])], 0),
        );
        await ledger.append(batch('FB-1', [ended]));

        expect(await ledger.lastFailbackOf(vm)).toBe('FB-1');
        await ledger.append(batch('FB-2', [requested('/items/b')], 0));
        await ledger.append(batch('FB-3', [requested('/items/a')], 0));
        expect(await ledger.lastFailbackOf(vm)).toBe('FB-3');
        expect(await ledger.openFailbacks()).toEqual(['FB-2', 'FB-3']);
        expect(await under.verify()).toMatchObject({ intact: true });
      });

      it('appends all events of a batch or none', async () => {
        await ledger.append(batch('FB-1', [requested()], 0));
        const head = await ledger.head();
        const other = requested('/items/db-01');

        await expect(
          ledger.append(batch('FB-2', [other, refused('between'), requested()], 0)),
        ).rejects.toMatchObject({ code: 'targetBusy' });

        expect(await ledger.head()).toEqual(head);
        expect(await ledger.read('FB-2')).toEqual([]);
        expect(await ledger.openFailbacks()).toEqual(['FB-1']);
        await ledger.append(batch('FB-3', [other], 0));
      });

      it('lets exactly one of many win that want the same target at once', async () => {
        const rivals = Array.from({ length: 10 }, (_, rival) =>
          ledger.append(batch(`FB-${rival}`, [requested()], 0)),
        );

        const outcomes = await Promise.allSettled(rivals);

        expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
        expect(await ledger.openFailbacks()).toHaveLength(1);
      });
    });

    describe('lists of failbacks', () => {
      beforeEach(async () => {
        for (const id of ['FB-1', 'FB-2', 'FB-3']) {
          await ledger.append(batch(id, [requested(`/items/${id}`)], 0));
        }
        await ledger.append(batch('FB-2', [ended]));
        await ledger.append(batch('FB-1', [refused('too early')]));
        await ledger.append(batch(ATTEMPTS, [refused('stranger')]));
      });

      it('lists the open ones, oldest first', async () => {
        expect(await ledger.openFailbacks()).toEqual(['FB-1', 'FB-3']);
      });

      it('finds the failback of a target that began last, however the id is spelled and whatever was touched since', async () => {
        await ledger.append(batch('FB-4', [requested('/items/FB-2')], 0));
        await ledger.append(batch('FB-4', [ended]));
        await ledger.append(batch('FB-2', [refused('too late')]));
        const last = (itemId: string, vault?: string) =>
          ledger.lastFailbackOf(requested(itemId, vault).target);

        expect(await last('/Items/fb-2')).toBe('FB-4');
        expect(await last('/items/FB-1')).toBe('FB-1');
        expect(await last('/items/FB-1', 'vault-b')).toBeUndefined();
        expect(await last('/items/FB-4')).toBeUndefined();
      });

      it('lists those touched last, newest first, and nothing that is no failback', async () => {
        expect(await ledger.recentFailbacks(10)).toEqual(['FB-1', 'FB-2', 'FB-3']);
        expect(await ledger.recentFailbacks(2)).toEqual(['FB-1', 'FB-2']);
      });
    });

    describe('deliveries', () => {
      it('is true for the first of many claims of one delivery, and for no other', async () => {
        const claims = Array.from({ length: 100 }, () => ledger.claimDelivery('slack:Ev1', NOON));

        const won = (await Promise.all(claims)).filter(Boolean);

        expect(won).toHaveLength(1);
      });

      it('tells deliveries apart', async () => {
        expect(await ledger.claimDelivery('slack:Ev1', NOON)).toBe(true);
        expect(await ledger.claimDelivery('slack:Ev2', NOON)).toBe(true);
        expect(await ledger.claimDelivery('slack:EV1', NOON)).toBe(true);
      });

      it('remembers a delivery for two days, and forgets it then', async () => {
        await ledger.claimDelivery('slack:Ev1', NOON);

        await ledger.claimDelivery('slack:Ev2', NOON + TWO_DAYS_MS);
        expect(await ledger.claimDelivery('slack:Ev1', NOON + TWO_DAYS_MS)).toBe(false);
        await ledger.claimDelivery('slack:Ev3', NOON + TWO_DAYS_MS + 1);
        expect(await ledger.claimDelivery('slack:Ev1', NOON + TWO_DAYS_MS + 1)).toBe(true);
      });

      it('leaves the chain alone', async () => {
        await ledger.claimDelivery('slack:Ev1', NOON);

        expect(await ledger.head()).toBeUndefined();
      });
    });

    describe('listeners', () => {
      it('hear of every append in order until they stop', async () => {
        const heard: string[][] = [];
        const stop = ledger.onAppended((entries) => heard.push(places(entries)));

        await ledger.append(batch('FB-1', [requested(), checked('ok')], 0));
        await ledger.append(batch(ATTEMPTS, [refused('stranger')]));
        stop();
        await ledger.append(batch('FB-1', [ended]));

        expect(heard).toEqual([['1/1', '2/2'], ['3/1']]);
      });

      it('hear nothing of what was refused', async () => {
        const heard: unknown[] = [];
        ledger.onAppended((entries) => heard.push(entries));

        await expect(ledger.append(batch('FB-1', [ended], 7))).rejects.toThrow();

        expect(heard).toEqual([]);
      });

      it('hear in the order of the chain also when one of them appends', async () => {
        const heard: string[] = [];
        const inner: Promise<unknown>[] = [];
        ledger.onAppended((entries) => {
          if (entries[0]?.stream === 'FB-1') inner.push(ledger.append(batch('FB-2', [ended])));
        });
        ledger.onAppended((entries) => heard.push(...places(entries)));

        await ledger.append(batch('FB-1', [requested()], 0));
        await Promise.all(inner);

        expect(heard).toEqual(['1/1', '2/1']);
      });

      it('can fail without undoing the append or silencing the others', async () => {
        const heard: string[] = [];
        ledger.onAppended(() => {
          throw new Error('a listener broke');
        });
        ledger.onAppended((entries) => heard.push(...places(entries)));

        await ledger.append(batch('FB-1', [requested()], 0));

        expect(heard).toEqual(['1/1']);
        expect(failures).toEqual([new Error('a listener broke')]);
        expect(await ledger.read('FB-1')).toHaveLength(1);
      });
    });
  });
}

function places(entries: readonly LedgerEntry[]): string[] {
  return entries.map(({ sequence, revision }) => `${sequence}/${revision}`);
}

interface InterleavedStep {
  readonly stream: string;
  readonly count: number;
  readonly expected: 'any' | number;
}

/** Appends all at once, then compares with a count that knows nothing of ledgers. */
async function checkInterleaving(
  { ledger, verify }: LedgerUnderTest,
  steps: readonly InterleavedStep[],
): Promise<void> {
  const counts = new Map<string, number>();
  const expectations = steps.map(({ stream, count, expected }) => {
    const revision = counts.get(stream) ?? 0;
    const isTaken = expected === 'any' || expected === revision;
    if (isTaken) counts.set(stream, revision + count);
    return isTaken ? 'fulfilled' : 'rejected';
  });

  const outcomes = await Promise.allSettled(
    steps.map(({ stream, count, expected }) => {
      const events = Array.from({ length: count }, (_, index) => refused(`number ${index}`));
      return ledger.append(batch(stream, events, expected));
    }),
  );

  expect(outcomes.map(({ status }) => status)).toEqual(expectations);
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const sequences: number[] = [];
  for (const [stream, count] of counts) {
    const entries = await ledger.read(stream);
    expect(entries.map(({ revision }) => revision)).toEqual(upTo(count));
    sequences.push(...entries.map(({ sequence }) => sequence));
  }
  expect(sequences.sort((a, b) => a - b)).toEqual(upTo(total));
  expect(await verify()).toMatchObject({ intact: true, entries: total });
}

function upTo(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index + 1);
}
