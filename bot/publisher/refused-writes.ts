/** How long a refused write rests before it is tried again as it is. */
const REST_MS = 5 * 60_000;

/** Writes that a chat platform does not take. Each rests for a while, so that nothing waits behind it. */
export class RefusedWrites {
  private readonly resting = new Map<string, { readonly drawn: string; readonly until: number }>();

  add(key: string, drawn: string, now: number): void {
    this.resting.set(key, { drawn, until: now + REST_MS });
  }

  /** Whether this write, drawn as it was then, rests. One that is drawn differently may be taken. */
  has(key: string, drawn: string, now: number): boolean {
    const refused = this.resting.get(key);
    if (refused === undefined) return false;
    if (refused.drawn === drawn && now < refused.until) return true;
    this.resting.delete(key);
    return false;
  }
}
