import type { Target } from '../../../bot/failback/site-recovery/target.ts';
import type {
  Ledger,
  LedgerBatch,
  LedgerEntry,
  LedgerHead,
} from '../../../bot/failback/state/ledger.ts';
import { AppendedListeners } from '../../../storage/chain/appended-listeners.ts';
import {
  checkBatches,
  refuseBusyTarget,
  refuseStaleRevision,
  targetChange,
  targetKey,
} from '../../../storage/chain/batch-rules.ts';
import { DELIVERY_MEMORY_MS } from '../../../storage/chain/delivery-memory.ts';
import { type ChainRow, EMPTY } from '../../../storage/chain/entry-hash.ts';
import { FailbackRegister } from '../../../storage/chain/failback-register.ts';
import { parseEvent, type SealedEntry, sealBatch } from '../../../storage/chain/seal-batch.ts';

/** The ledger for as long as the process lives: the same rules and the same chain, without a file. */
export class MemoryLedger implements Ledger {
  private readonly sealed: SealedEntry[] = [];
  private readonly revisions = new Map<string, number>();
  private readonly register = new FailbackRegister();
  private readonly deliveries = new Map<string, number>();
  private readonly listeners: AppendedListeners;
  private isClosed = false;

  /** Without `listenerFailed`, a listener that throws ends the process: nobody would hear of it otherwise. */
  constructor(listenerFailed: (error: unknown) => void = throwLater) {
    this.listeners = new AppendedListeners(listenerFailed);
  }

  append(batch: LedgerBatch): Promise<readonly LedgerEntry[]> {
    return this.appendAll([batch]);
  }

  async appendAll(batches: readonly LedgerBatch[]): Promise<readonly LedgerEntry[]> {
    this.refuseClosed();
    checkBatches(batches);
    this.refuseConflicts(batches);
    const appended = batches.map((batch) => this.seal(batch));
    for (const entries of appended) this.listeners.tell(entries);
    return appended.flat();
  }

  async read(stream: string): Promise<readonly LedgerEntry[]> {
    this.refuseClosed();
    return this.sealed.filter(({ entry }) => entry.stream === stream).map(toEntry);
  }

  async openFailbacks(): Promise<readonly string[]> {
    this.refuseClosed();
    const open = this.register.all().filter(({ target }) => target !== null);
    return open.sort((a, b) => a.firstSequence - b.firstSequence).map(({ failback }) => failback);
  }

  async recentFailbacks(limit: number): Promise<readonly string[]> {
    this.refuseClosed();
    const newestFirst = [...this.register.all()].sort((a, b) => b.lastSequence - a.lastSequence);
    return newestFirst.slice(0, limit).map(({ failback }) => failback);
  }

  async lastFailbackOf(target: Target): Promise<string | undefined> {
    this.refuseClosed();
    const about = targetKey(target);
    const begun = this.register.all().filter((one) => one.about.includes(about));
    return begun.sort((a, b) => b.firstSequence - a.firstSequence)[0]?.failback;
  }

  async claimDelivery(deliveryId: string, at: number): Promise<boolean> {
    this.refuseClosed();
    if (this.deliveries.has(deliveryId)) return false;
    this.deliveries.set(deliveryId, at);
    for (const [id, claimedAt] of this.deliveries) {
      if (claimedAt < at - DELIVERY_MEMORY_MS) this.deliveries.delete(id);
    }
    return true;
  }

  async head(): Promise<LedgerHead | undefined> {
    this.refuseClosed();
    const last = this.sealed.at(-1)?.entry;
    return last && { sequence: last.sequence, hash: last.hash };
  }

  onAppended(listener: (entries: readonly LedgerEntry[]) => void): () => void {
    return this.listeners.add(listener);
  }

  async close(): Promise<void> {
    this.isClosed = true;
  }

  /** The chain as a store would keep it, to be checked. */
  rows(): readonly ChainRow[] {
    return this.sealed.map(({ entry, eventText }) => ({ ...entry, event: eventText }));
  }

  /** Everything is looked at before anything is kept. */
  private refuseConflicts(batches: readonly LedgerBatch[]): void {
    const taken = new Map<string, string>();
    for (const batch of batches) {
      refuseStaleRevision(batch, this.revisionOf(batch));
      refuseBusyTarget(batch, (target) => taken.get(target) ?? this.register.holderOf(target));
      for (const change of batch.events.map(targetChange)) {
        if (typeof change !== 'object') continue;
        for (const key of change.take) taken.set(key, batch.stream);
      }
    }
  }

  private revisionOf({ stream }: LedgerBatch): number {
    return this.revisions.get(stream) ?? 0;
  }

  private seal(batch: LedgerBatch): readonly LedgerEntry[] {
    const head = this.sealed.at(-1)?.entry ?? EMPTY;
    const sealed = sealBatch(batch, { head, revision: this.revisionOf(batch) });
    this.keep(sealed);
    return sealed.map(({ entry }) => entry);
  }

  private keep(sealed: readonly SealedEntry[]): void {
    for (const one of sealed) {
      this.sealed.push(one);
      this.revisions.set(one.entry.stream, one.entry.revision);
      this.register.apply(one.entry);
    }
  }

  private refuseClosed(): void {
    if (this.isClosed) throw new TypeError('The ledger is closed.');
  }
}

/** A copy of its own for every reader, as a store would give it. */
function toEntry({ entry, eventText }: SealedEntry): LedgerEntry {
  return { ...entry, event: parseEvent(eventText) };
}

function throwLater(error: unknown): void {
  queueMicrotask(() => {
    throw error;
  });
}
