import { describe, expect, it } from 'vitest';
import { askToCancelOrEnd } from '../../../bot/failback/decide/decide.ts';
import { fold } from '../../../bot/failback/evolve/evolve.ts';
import { ConflictError } from '../../../bot/failback/ports/errors.ts';
import type { Target } from '../../../bot/failback/site-recovery/target.ts';
import type { FailbackEvent } from '../../../bot/failback/state/events.ts';
import type { Failback } from '../../../bot/failback/state/failback.ts';
import type { Ledger, LedgerBatch, LedgerEntry } from '../../../bot/failback/state/ledger.ts';
import { FailbackRepository } from '../../../bot/store/failback-repository.ts';
import { jun, mina, NIGHT, requested, vic } from '../../support/failback-story.ts';
import { MemoryLedger } from '../../support/fakes/memory-ledger.ts';

const checked: FailbackEvent = { type: 'checked', checks: [], totalSizeMb: 1 };
const refused: FailbackEvent = { type: 'attemptRefused', by: vic, attempt: 'cancel', why: 'no' };

/** Counts readings, and lets something happen right before an append. */
class WatchedLedger extends MemoryLedger {
  readings: string[] = [];
  beforeAppend: (() => Promise<void>) | undefined;

  override async read(stream: string): Promise<readonly LedgerEntry[]> {
    this.readings.push(stream);
    return super.read(stream);
  }

  override async append(batch: LedgerBatch): Promise<readonly LedgerEntry[]> {
    const { beforeAppend } = this;
    this.beforeAppend = undefined;
    await beforeAppend?.();
    return super.append(batch);
  }
}

/** The same ledger, of which the first reading takes until the test lets it go. */
function slowly(ledger: WatchedLedger) {
  let letGo = () => {};
  let haveRead = () => {};
  const released = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  const read = new Promise<void>((resolve) => {
    haveRead = resolve;
  });
  let isFirst = true;
  return Object.assign(Object.create(ledger) as WatchedLedger, {
    letGo: () => letGo(),
    whenRead: () => read,
    async read(stream: string) {
      const entries = await ledger.read(stream);
      if (!isFirst) return entries;
      isFirst = false;
      haveRead();
      await released;
      return entries;
    },
  });
}

async function opened(id = 'FB-A', itemId?: string) {
  const ledger = new WatchedLedger();
  const failbacks = new FailbackRepository(ledger);
  const failback = await begin(failbacks, id, itemId);
  return { ledger, failbacks, failback };
}

function begin(failbacks: FailbackRepository, id: string, itemId = id): Promise<Failback> {
  return failbacks.begin(id, { ...requested(), target: vm(itemId) }, NIGHT);
}

const vm = (itemId: string): Target => ({
  kind: 'protectedItem',
  vault: 'north',
  itemId,
  name: 'web-01',
});

const byMina = (at = NIGHT) => ({ by: mina, attempt: 'cancel', at });

async function folded(ledger: Ledger, id: string) {
  return fold(await ledger.read(id));
}

describe('failbacks', () => {
  it('begin in the ledger, and are known at once', async () => {
    const { ledger, failbacks, failback } = await opened();

    expect(failback).toMatchObject({ id: 'FB-A', stage: 'checking', revision: 1 });
    expect(await failbacks.get('FB-A')).toEqual(await folded(ledger, 'FB-A'));
  });

  it('are found by their VM: the one that began last, ended or not', async () => {
    const { failbacks, failback } = await opened('FB-A', 'item-1');
    const { target } = failback;
    await failbacks.record('FB-A', [{ type: 'cancelled', by: mina }], NIGHT);
    expect(await failbacks.lastOf(target)).toMatchObject({ id: 'FB-A', stage: 'cancelled' });

    await begin(failbacks, 'FB-B', 'item-1');
    await failbacks.record('FB-A', [refused], NIGHT);
    expect(await failbacks.lastOf(target)).toMatchObject({ id: 'FB-B', stage: 'checking' });
    expect(await failbacks.lastOf(vm('item-2'))).toBeUndefined();
  });

  it('are none where nothing was asked for', async () => {
    const { failbacks } = await opened();

    expect(await failbacks.get('FB-NONE')).toBeUndefined();
    expect(await failbacks.decide('FB-NONE', byMina(), () => ({ events: [] }))).toBeUndefined();
  });

  it('do not begin twice for one VM', async () => {
    const { failbacks } = await opened('FB-A', 'item-1');

    await expect(begin(failbacks, 'FB-B', 'ITEM-1')).rejects.toMatchObject({
      code: 'targetBusy',
      failbackId: 'FB-A',
    });
  });

  it('are folded as entries arrive, without reading the stream again', async () => {
    const { ledger, failbacks, failback } = await opened();

    const next = await failbacks.append(failback, [checked], NIGHT + 1);
    expect(next).toMatchObject({ stage: 'awaitingDirection', revision: 2 });
    expect(await failbacks.get('FB-A')).toEqual(next);
    expect(ledger.readings).toEqual([]);
  });

  it('are read from the ledger by a process that starts later', async () => {
    const { ledger, failbacks, failback } = await opened();
    await failbacks.append(failback, [checked], NIGHT);

    const later = new FailbackRepository(ledger);
    expect(await later.get('FB-A')).toMatchObject({ stage: 'awaitingDirection' });
    await later.get('FB-A');
    expect(ledger.readings).toEqual(['FB-A']);
  });

  it('are read once for all who ask at the same time', async () => {
    const { ledger } = await opened();
    const later = new FailbackRepository(ledger);

    const all = await Promise.all([later.get('FB-A'), later.get('FB-A'), later.listOpen()]);
    expect(ledger.readings).toEqual(['FB-A']);
    expect(all).toEqual([all[0], all[0], [all[0]]]);
  });

  it('are read again for who asks after something has arrived, while an older reading is under way', async () => {
    const { ledger, failback } = await opened();
    const slow = slowly(ledger);
    const later = new FailbackRepository(slow);
    const early = later.get('FB-A');
    await slow.whenRead();
    await ledger.append({
      stream: 'FB-A',
      expectedRevision: failback.revision,
      at: NIGHT,
      events: [checked],
    });
    const late = later.get('FB-A');
    slow.letGo();

    expect(await late).toMatchObject({ stage: 'awaitingDirection', revision: 2 });
    expect(await early).toMatchObject({ id: 'FB-A' });
    expect(await later.get('FB-A')).toMatchObject({ revision: 2 });
  });

  it('are read again after a reading that failed', async () => {
    const { ledger } = await opened();
    const later = new FailbackRepository(ledger);
    const { read } = ledger;
    ledger.read = () => Promise.reject(new Error('the disk is away'));
    await expect(Promise.all([later.get('FB-A'), later.get('FB-A')])).rejects.toThrow('the disk');

    ledger.read = read;
    expect(await later.get('FB-A')).toMatchObject({ revision: 1 });
  });

  it('are listed while they are open, and remembered when they have ended', async () => {
    const { failbacks, failback } = await opened();
    await begin(failbacks, 'FB-B');
    await failbacks.append(failback, [{ type: 'cancelled', by: mina }], NIGHT);

    expect((await failbacks.listOpen()).map(({ id }) => id)).toEqual(['FB-B']);
    expect((await failbacks.listRecent(9)).map(({ id }) => id)).toEqual(['FB-A', 'FB-B']);
    expect(await failbacks.get('FB-A')).toMatchObject({ stage: 'cancelled' });
  });

  it('refuse what was decided on an older state, and are right afterwards', async () => {
    const { failbacks, failback } = await opened();
    await failbacks.append(failback, [checked], NIGHT);

    await expect(failbacks.append(failback, [checked], NIGHT)).rejects.toBeInstanceOf(
      ConflictError,
    );
    expect(await failbacks.get('FB-A')).toMatchObject({ revision: 2 });
  });

  it('forget what they held for the newest when the ledger knows better', async () => {
    const ledger = new WatchedLedger();
    const quiet = Object.assign(Object.create(ledger) as WatchedLedger, {
      onAppended: () => () => {},
    });
    const deaf = new FailbackRepository(quiet);
    const other = new FailbackRepository(ledger);
    await begin(other, 'FB-A');
    const failback = (await deaf.get('FB-A')) as Failback;
    await other.append(failback, [checked], NIGHT);

    await expect(deaf.append(failback, [refused], NIGHT)).rejects.toMatchObject({
      code: 'revision',
    });
    expect(await deaf.get('FB-A')).toMatchObject({ stage: 'awaitingDirection', revision: 2 });
  });

  it('store an answer whatever was stored before it', async () => {
    const { failbacks, failback } = await opened();
    await failbacks.append(failback, [refused], NIGHT);

    await failbacks.record('FB-A', [checked], NIGHT);
    expect(await failbacks.get('FB-A')).toMatchObject({ stage: 'awaitingDirection', revision: 3 });
  });

  it('read again when they have missed an entry', async () => {
    const ledger = new WatchedLedger();
    const listeners: ((entries: readonly LedgerEntry[]) => void)[] = [];
    const lossy = Object.assign(Object.create(ledger) as WatchedLedger, {
      onAppended: (listener: (entries: readonly LedgerEntry[]) => void) => {
        listeners.push(listener);
        return () => {};
      },
    });
    const failbacks = new FailbackRepository(lossy);
    const heard = async (...events: readonly FailbackEvent[]) =>
      ledger.append({ stream: 'FB-A', expectedRevision: 'any', at: NIGHT, events });
    const tell = (entries: readonly LedgerEntry[]) => {
      for (const listener of listeners) listener(entries);
    };

    tell(await heard(requested()));
    await heard(refused);
    tell(await heard(checked));
    expect(await failbacks.get('FB-A')).toMatchObject({ stage: 'awaitingDirection', revision: 3 });
  });

  it('do not let an older reading replace a newer state', async () => {
    const { ledger, failbacks, failback } = await opened();
    const later = new FailbackRepository(ledger);

    const [first, second] = await Promise.all([
      later.get('FB-A'),
      later.get('FB-A'),
      failbacks.append(failback, [checked], NIGHT),
    ]);
    expect([first?.revision, second?.revision].every((revision) => (revision ?? 0) >= 1)).toBe(
      true,
    );
    await expect(
      later.append((await later.get('FB-A')) as Failback, [refused], NIGHT),
    ).resolves.toMatchObject({ stage: 'awaitingDirection', revision: 3 });
  });
});

describe('a decision of a person', () => {
  it('is stored, and answered with the state it leads to', async () => {
    const { failbacks } = await opened();

    const decided = await failbacks.decide('FB-A', byMina(), (failback) =>
      askToCancelOrEnd(failback, mina, 'Wrong VM.'),
    );
    expect(decided).toMatchObject({ failback: { stage: 'cancelled' } });
    expect(decided).not.toHaveProperty('refused');
  });

  it('that is refused is stored with the name of the attempt', async () => {
    const { ledger, failbacks } = await opened();

    const person = { by: jun, attempt: 'cancel', at: NIGHT };
    const decided = await failbacks.decide('FB-A', person, (failback) =>
      askToCancelOrEnd(failback, jun, undefined),
    );
    expect(decided).toMatchObject({ refused: 'notOperator', failback: { stage: 'checking' } });
    expect((await ledger.read('FB-A')).at(-1)?.event).toEqual({
      type: 'attemptRefused',
      by: jun,
      attempt: 'cancel',
      why: 'notOperator',
    });
  });

  it('is made again on the newest state when it moved on meanwhile', async () => {
    const { ledger, failbacks, failback } = await opened();
    const seen: number[] = [];
    ledger.beforeAppend = async () => {
      await failbacks.append(failback, [checked], NIGHT);
    };

    const decided = await failbacks.decide('FB-A', byMina(), (current) => {
      seen.push(current.revision);
      return askToCancelOrEnd(current, mina, undefined);
    });
    expect(seen).toEqual([1, 2]);
    expect(decided?.failback).toMatchObject({ stage: 'cancelled', revision: 3 });
  });

  it('fails loudly when the ledger fails', async () => {
    const { ledger, failbacks } = await opened();
    ledger.beforeAppend = () => Promise.reject(new Error('the disk is full'));

    await expect(
      failbacks.decide('FB-A', byMina(), (current) => askToCancelOrEnd(current, mina, undefined)),
    ).rejects.toThrow('the disk is full');
  });
});
