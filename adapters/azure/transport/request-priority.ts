/** A list goes on after this long in any case: single reads that follow one another must not stop it. */
const LONGEST_MS = 250;

/**
 * Lets single reads go before the next page of a list. What a person has decided is read singly; the pages of a large vault, which
 * nobody waits for, keep the process busy for as long as they come one upon another.
 */
export class RequestPriority {
  private readonly longestMs: number;
  private running = 0;
  private waiting: (() => void)[] = [];

  constructor(longestMs = LONGEST_MS) {
    this.longestMs = longestMs;
  }

  /** Does what goes first. */
  async goFirst<T>(work: () => Promise<T>): Promise<T> {
    this.running += 1;
    try {
      return await work();
    } finally {
      this.running -= 1;
      if (this.running === 0) this.wakeAll();
    }
  }

  /** Resolves when nothing that goes first is under way, or when it has lasted too long. */
  async giveWay(): Promise<void> {
    if (this.running === 0) return;
    await new Promise<void>((resolve) => {
      const limit = setTimeout(resolve, this.longestMs);
      this.waiting.push(() => {
        clearTimeout(limit);
        resolve();
      });
    });
  }

  private wakeAll(): void {
    const woken = this.waiting;
    this.waiting = [];
    for (const wake of woken) wake();
  }
}
