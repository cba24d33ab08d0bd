import type { Transaction } from 'better-sqlite3';
import type { Logger } from 'pino';
import { UpstreamError } from '../../bot/failback/ports/errors.ts';
import type { Target } from '../../bot/failback/site-recovery/target.ts';
import type {
  Ledger,
  LedgerBatch,
  LedgerEntry,
  LedgerHead,
} from '../../bot/failback/state/ledger.ts';
import { coded } from '../../bot/failback/words/coded.ts';
import { AppendedListeners } from '../chain/appended-listeners.ts';
import {
  checkBatches,
  refuseBusyTarget,
  refuseStaleRevision,
  targetChange,
  targetKey,
  targetKeys,
} from '../chain/batch-rules.ts';
import { EMPTY } from '../chain/entry-hash.ts';
import { parseEvent, type SealedEntry, sealBatch } from '../chain/seal-batch.ts';
import { prepareDeliveryClaims } from './delivery-claims.ts';
import type { LedgerFile } from './ledger-file.ts';
import { type EntryRow, type LedgerStatements, prepareStatements } from './ledger-statements.ts';
import { using } from './sqlite-errors.ts';
import { Turns } from './turns.ts';

type Write = (batches: readonly LedgerBatch[]) => readonly (readonly LedgerEntry[])[];

/** The ledger in one SQLite file. Every append is one transaction, on the disk before the promise resolves. */
export class SqliteLedger implements Ledger {
  private readonly file: LedgerFile;
  private readonly statements: LedgerStatements;
  private readonly write: Transaction<Write>;
  private readonly claim: (deliveryId: string, at: number) => boolean;
  private readonly listeners: AppendedListeners;
  private readonly turns = new Turns();

  /** The ledger closes the file. */
  constructor(file: LedgerFile, log: Logger) {
    this.file = file;
    this.statements = prepareStatements(file.db);
    this.write = file.db.transaction((batches) => batches.map((batch) => this.writeBatch(batch)));
    this.claim = prepareDeliveryClaims(file.db);
    this.listeners = new AppendedListeners((error) => {
      log.error({ err: error }, 'a listener of the ledger failed');
    });
  }

  append(batch: LedgerBatch): Promise<readonly LedgerEntry[]> {
    return this.appendAll([batch]);
  }

  async appendAll(batches: readonly LedgerBatch[]): Promise<readonly LedgerEntry[]> {
    checkBatches(batches);
    const appended = using('append', () => this.write.immediate(batches));
    for (const entries of appended) this.listeners.tell(entries);
    return appended.flat();
  }

  async read(stream: string): Promise<readonly LedgerEntry[]> {
    await this.turns.take();
    return using('read', () => this.statements.read.all(stream)).map(toEntry);
  }

  async openFailbacks(): Promise<readonly string[]> {
    return using('openFailbacks', () => this.statements.open.all());
  }

  async recentFailbacks(limit: number): Promise<readonly string[]> {
    return using('recentFailbacks', () => this.statements.recent.all(limit));
  }

  async lastFailbackOf(target: Target): Promise<string | undefined> {
    const wanted = targetKey(target);
    return using('lastFailbackOf', () => {
      for (const row of this.statements.beginnings.iterate()) {
        const { stream, event } = toEntry(row);
        if (event.type === 'requested' && targetKeys(event.target).includes(wanted)) return stream;
      }
      return undefined;
    });
  }

  async claimDelivery(deliveryId: string, at: number): Promise<boolean> {
    return using('claimDelivery', () => this.claim(deliveryId, at));
  }

  async head(): Promise<LedgerHead | undefined> {
    return using('head', () => this.statements.head.get());
  }

  onAppended(listener: (entries: readonly LedgerEntry[]) => void): () => void {
    return this.listeners.add(listener);
  }

  async close(): Promise<void> {
    this.file.close();
  }

  private writeBatch(batch: LedgerBatch): readonly LedgerEntry[] {
    const revision = this.statements.revision.get(batch.stream) ?? 0;
    refuseStaleRevision(batch, revision);
    refuseBusyTarget(batch, (target) => this.statements.holder.get(target));
    const head = this.statements.head.get() ?? EMPTY;
    const sealed = sealBatch(batch, { head, revision });
    for (const one of sealed) this.insert(one);
    this.register(sealed);
    return sealed.map(({ entry }) => entry);
  }

  private insert({ entry, eventText }: SealedEntry): void {
    const { sequence, stream, revision, at, hash } = entry;
    this.statements.insert.run(sequence, stream, revision, at, eventText, hash);
  }

  private register(sealed: readonly SealedEntry[]): void {
    for (const { entry } of sealed) {
      const change = targetChange(entry.event);
      const { sequence, stream: failback } = entry;
      if (change === 'release') {
        this.statements.release.run(failback);
        this.statements.letGo.run(failback);
      }
      if (typeof change === 'object') this.take(failback, sequence, change.take);
    }
  }

  private take(failback: string, sequence: number, keys: readonly string[]): void {
    const [target = ''] = keys;
    this.statements.take.run({ failback, sequence, target });
    this.statements.letGo.run(failback);
    for (const key of keys) this.statements.hold.run(key, failback);
  }
}

function toEntry(row: EntryRow): LedgerEntry {
  try {
    return { ...row, event: parseEvent(row.event) };
  } catch (error) {
    throw unreadable(row.sequence, error);
  }
}

function unreadable(sequence: number, cause: unknown): UpstreamError {
  const message = coded('ledgerEntryUnreadable', { sequence });
  const facts = { service: 'ledger', operation: 'read', retryable: false };
  return new UpstreamError('ledgerDamaged', message, facts, { cause });
}
