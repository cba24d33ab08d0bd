/** Pauses before a shell is started again, by the number of shells in a row that were of no use. Milliseconds. */
const PAUSES_MS = [0, 1_000, 2_000, 5_000, 15_000] as const;
const LONGEST_MS = 60_000;

/** Keeps a shell that can not be started, or dies at once, from being started over and over. */
export class RestartPause {
  private failures = 0;
  private until = 0;

  /** How long no shell is started; 0 when one may be. Milliseconds. */
  remainingMs(now: number): number {
    return Math.max(0, this.until - now);
  }

  /** One lost shell is replaced at once: whoever waits behind the call that hung is served. */
  failed(now: number): void {
    this.until = now + (PAUSES_MS[this.failures] ?? LONGEST_MS);
    this.failures += 1;
  }

  succeeded(): void {
    this.failures = 0;
    this.until = 0;
  }
}
