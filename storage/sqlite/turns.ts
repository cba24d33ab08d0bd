import { setImmediate as nextTurn } from 'node:timers/promises';

/** So many reads in one turn of the event loop: some milliseconds. */
const READS_IN_A_TURN = 10;

/**
 * The file is read synchronously. When everything that is open is asked for at once, whatever else the process has to do gets
 * its turn in between.
 */
export class Turns {
  private left = READS_IN_A_TURN;
  private next: Promise<void> | undefined;

  /** Resolves when it is the caller's turn. */
  async take(): Promise<void> {
    while (this.left === 0) {
      this.next ??= this.renew();
      await this.next;
    }
    this.left -= 1;
  }

  private async renew(): Promise<void> {
    await nextTurn();
    this.left = READS_IN_A_TURN;
    this.next = undefined;
  }
}
