/** Answers that have to be missing in a row before a server is left alone. */
const TOLERATED = 3;

/** For so long. Milliseconds. */
const PAUSE_MS = 30_000;

/**
 * Leaves a server alone that does not answer. After the pause one call is let through: when it is answered all are,
 * when it is not the pause begins again. Calls come one at a time, so "one call" needs no count.
 */
export class CircuitBreaker {
  private misses = 0;
  private openUntil = 0;

  /** How long the server is still left alone; 0 when it may be asked. Milliseconds. */
  remainingMs(now: number): number {
    return Math.max(0, this.openUntil - now);
  }

  /** How many answers are missing in a row. */
  get missed(): number {
    return this.misses;
  }

  answered(): void {
    this.misses = 0;
    this.openUntil = 0;
  }

  unanswered(now: number): void {
    this.misses += 1;
    if (this.misses >= TOLERATED) this.openUntil = now + PAUSE_MS;
  }
}
