/** Runs one task per key at a time; a key that is asked for while it runs is run once more afterwards. */
export class KeyedQueue {
  private readonly run: (key: string) => Promise<void>;
  private readonly running = new Map<string, Promise<void>>();
  private readonly again = new Set<string>();

  /** `run` must not throw. */
  constructor(run: (key: string) => Promise<void>) {
    this.run = run;
  }

  /** Resolves when a run that began after this call has ended. */
  push(key: string): Promise<void> {
    const current = this.running.get(key);
    if (current !== undefined) {
      this.again.add(key);
      return current;
    }
    const started = this.loop(key);
    this.running.set(key, started);
    return started;
  }

  /** Resolves when nothing runs any more. */
  async idle(): Promise<void> {
    while (this.running.size > 0) await Promise.all(this.running.values());
  }

  private async loop(key: string): Promise<void> {
    do {
      this.again.delete(key);
      await this.run(key);
    } while (this.again.has(key));
    this.running.delete(key);
  }
}
