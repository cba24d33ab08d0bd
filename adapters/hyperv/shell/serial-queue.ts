/** Runs tasks one after the other, in the order they came. */
export class SerialQueue {
  private last: Promise<unknown> = Promise.resolve();

  /** Tasks that have not ended, the running one included. */
  length = 0;

  run<T>(task: () => Promise<T>): Promise<T> {
    this.length += 1;
    const result = this.last.then(task).finally(() => {
      this.length -= 1;
    });
    this.last = result.catch(() => undefined);
    return result;
  }
}
