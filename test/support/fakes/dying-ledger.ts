import type { Target } from '../../../bot/failback/site-recovery/target.ts';
import type { Ledger, LedgerBatch, LedgerEntry } from '../../../bot/failback/state/ledger.ts';

/** When a process dies: before the nth event of some is stored, or right after. */
export interface Death {
  readonly at: number;
  readonly when: 'before' | 'after';
  /** The events that count: all of them unless said otherwise, or those that tell of a call. */
  readonly of?: 'any' | 'call';
}

/** What everything gets that touches the ledger of a dead process. */
export class Killed extends Error {}

/** Whether something failed because the process is dead. */
export const isDeath = (error: unknown): boolean =>
  error instanceof Killed ||
  (error instanceof Error && error.cause !== undefined && isDeath(error.cause));

/**
 * A ledger whose process dies at a chosen event: before it is stored, or right after. From then on nothing is stored
 * and nothing is heard, as after SIGKILL; the ledger below is what the next process finds.
 */
export class DyingLedger implements Ledger {
  private readonly below: Ledger;
  private readonly dies: Death;
  private readonly listeners = new Set<() => void>();
  private stored = 0;
  isDead = false;

  constructor(below: Ledger, dies: Death) {
    this.below = below;
    this.dies = dies;
  }

  append(batch: LedgerBatch): Promise<readonly LedgerEntry[]> {
    return this.appendAll([batch]);
  }

  async appendAll(batches: readonly LedgerBatch[]): Promise<readonly LedgerEntry[]> {
    this.live();
    const added = batches
      .flatMap(({ events }) => events)
      .filter((event) => this.counts(event)).length;
    const reached = this.stored + added >= this.dies.at;
    if (reached && this.dies.when === 'before') this.die();
    const entries = await this.below.appendAll(batches);
    this.stored += added;
    if (reached) this.die();
    return entries;
  }

  read = (stream: string) => this.alive(() => this.below.read(stream));
  openFailbacks = () => this.alive(() => this.below.openFailbacks());
  recentFailbacks = (limit: number) => this.alive(() => this.below.recentFailbacks(limit));
  lastFailbackOf = (target: Target) => this.alive(() => this.below.lastFailbackOf(target));
  claimDelivery = (id: string, at: number) => this.alive(() => this.below.claimDelivery(id, at));
  head = () => this.alive(() => this.below.head());
  close = () => this.below.close();

  onAppended(listener: (entries: readonly LedgerEntry[]) => void): () => void {
    return this.below.onAppended((entries) => {
      if (!this.isDead) listener(entries);
    });
  }

  /** Resolves when the process has died. */
  death(): Promise<void> {
    return new Promise((resolve) => {
      if (this.isDead) resolve();
      else this.listeners.add(resolve);
    });
  }

  private counts({ type }: { readonly type: string }): boolean {
    return this.dies.of !== 'call' || type.startsWith('call');
  }

  private async alive<T>(work: () => Promise<T>): Promise<T> {
    this.live();
    return work();
  }

  private live(): void {
    if (this.isDead) throw new Killed('the process is dead');
  }

  private die(): never {
    this.isDead = true;
    for (const listener of this.listeners) listener();
    throw new Killed('the process dies here');
  }
}
