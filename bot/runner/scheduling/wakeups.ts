import type { Clock } from '../../failback/ports/clock.ts';

/** Longest pause that timers can hold; a longer one is cut and asked for again. */
const MAX_PAUSE_MS = 2 ** 31 - 1;

/** Remembers when to come back to what. A cache: after a restart everything is looked at once anyway. */
export class Wakeups {
  private readonly clock: Clock;
  private readonly wake: (key: string) => void;
  private readonly pending = new Map<string, { at: number; cancel: AbortController }>();

  constructor(clock: Clock, wake: (key: string) => void) {
    this.clock = clock;
    this.wake = wake;
  }

  /** Replaces an earlier wake-up of the same key. */
  set(key: string, at: number): void {
    if (this.pending.get(key)?.at === at) return;
    this.clear(key);
    const cancel = new AbortController();
    this.pending.set(key, { at, cancel });
    void this.waitFor(key, at, cancel.signal);
  }

  clear(key: string): void {
    this.pending.get(key)?.cancel.abort();
    this.pending.delete(key);
  }

  clearAll(): void {
    for (const key of [...this.pending.keys()]) this.clear(key);
  }

  private async waitFor(key: string, at: number, signal: AbortSignal): Promise<void> {
    await this.clock.sleep(Math.min(MAX_PAUSE_MS, Math.max(0, at - this.clock.now())), signal);
    if (signal.aborted) return;
    this.pending.delete(key);
    this.wake(key);
  }
}
