/** What has been begun and is not awaited where it began: it can still be awaited before what it needs is closed. */
export class Underway {
  private readonly all = new Set<Promise<void>>();

  /** Keeps hold of the work until it ends. The work must not reject. */
  add(work: Promise<void>): void {
    const held = work.finally(() => this.all.delete(held));
    this.all.add(held);
  }

  /** Resolves when everything that was added so far has ended. */
  async ended(): Promise<void> {
    await Promise.all(this.all);
  }
}
