import type { LedgerEntry } from '../../bot/failback/state/ledger.ts';

type Listener = (entries: readonly LedgerEntry[]) => void;

/**
 * Who wants to know of new entries. Everybody hears of every append in the order of the chain, also when a listener
 * appends by itself. A listener that throws does not undo an append and does not silence the others.
 */
export class AppendedListeners {
  private readonly listeners = new Set<{ readonly call: Listener }>();
  private readonly waiting: (readonly LedgerEntry[])[] = [];
  private readonly failed: (error: unknown) => void;
  private isTelling = false;

  constructor(failed: (error: unknown) => void) {
    this.failed = failed;
  }

  add(listener: Listener): () => void {
    // Wrapped, so that the same function added twice is two listeners, each with its own way to stop.
    const added = { call: listener };
    this.listeners.add(added);
    return () => {
      this.listeners.delete(added);
    };
  }

  tell(entries: readonly LedgerEntry[]): void {
    if (entries.length === 0) return;
    this.waiting.push(entries);
    if (this.isTelling) return;
    this.isTelling = true;
    for (let next = this.waiting.shift(); next !== undefined; next = this.waiting.shift()) {
      this.tellAll(next);
    }
    this.isTelling = false;
  }

  private tellAll(entries: readonly LedgerEntry[]): void {
    for (const listener of [...this.listeners]) {
      try {
        listener.call(entries);
      } catch (error) {
        this.failed(error);
      }
    }
  }
}
