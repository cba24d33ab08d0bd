/**
 * One read for everybody who asks at the same time. Who asks while it is under way waits for the next one: what anybody gets
 * was read after they had asked. So ten recovery plans of a vault that are looked at together are two reads of it, not ten
 * side by side in memory.
 */
export class SharedRead<T> {
  private readonly begin: () => Promise<T>;
  private running: Promise<T> | undefined;
  private next: Promise<T> | undefined;

  constructor(begin: () => Promise<T>) {
    this.begin = begin;
  }

  /** Rejects as the read does, for everybody who shares it. */
  read(): Promise<T> {
    if (this.running === undefined) return this.start();
    this.next ??= this.running.then(
      () => this.start(),
      () => this.start(),
    );
    return this.next;
  }

  private start(): Promise<T> {
    this.next = undefined;
    const read = this.begin().finally(() => {
      // With somebody waiting it stays until theirs begins: who asks in between waits with them.
      if (this.running === read && this.next === undefined) this.running = undefined;
    });
    this.running = read;
    return read;
  }
}
