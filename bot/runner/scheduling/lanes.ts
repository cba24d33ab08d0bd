import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Clock } from '../../failback/ports/clock.ts';

interface Parts {
  readonly clock: Clock;
  /** Must not throw. */
  readonly run: (id: string) => Promise<void>;
}

/** Where something waits for its turn. */
export interface LanePlace {
  readonly lane: string;
  /** Whether there is plenty of what is needed, by what is known now. Where there is not, some are begun in each second. */
  readonly hasPlenty: () => boolean;
}

/** So many at once in each lane. */
const AT_ONCE = 8;

/**
 * How long a lane that is short of reads rests after each eight that it has begun: about as many reads as Azure gives back in
 * that time, 25 (https://learn.microsoft.com/azure/azure-resource-manager/management/request-limits-and-throttling).
 */
const REST_MS = 1_000;

/** Who takes longer than this gives up the place for the next one: a server that hangs keeps nobody waiting for long. */
const PATIENCE_MS = 5_000;

/** Lets what nobody waits for be done a little at a time, in order, so that it keeps nothing from those who are waited for. */
export class Lanes {
  private readonly parts: Parts;
  private readonly lanes = new Map<string, Lane>();

  constructor(parts: Parts) {
    this.parts = parts;
  }

  /** Once, however often it is added before its turn comes. */
  add(id: string, { lane, hasPlenty }: LanePlace): void {
    const known = this.lanes.get(lane) ?? new Lane(this.parts, hasPlenty);
    this.lanes.set(lane, known);
    known.add(id);
  }

  /** What has not begun is not begun any more. */
  stop(): void {
    for (const lane of this.lanes.values()) lane.stop();
  }
}

class Lane {
  private readonly parts: Parts;
  private readonly hasPlenty: () => boolean;
  private readonly waiting = new Set<string>();
  private readonly stopping = new AbortController();
  private running = 0;
  private isResting = false;
  /** So many may be begun before the next rest where there is not plenty. */
  private allowed = AT_ONCE;

  constructor(parts: Parts, hasPlenty: () => boolean) {
    this.parts = parts;
    this.hasPlenty = hasPlenty;
  }

  add(id: string): void {
    this.waiting.add(id);
    this.goOn();
  }

  stop(): void {
    this.waiting.clear();
    this.stopping.abort();
  }

  private goOn(): void {
    while (!this.isResting && this.running < AT_ONCE && this.waiting.size > 0) {
      if (this.hasPlenty()) this.allowed = AT_ONCE;
      if (this.allowed === 0) void this.rest();
      else this.beginNext();
    }
  }

  private async rest(): Promise<void> {
    this.isResting = true;
    await this.parts.clock.sleep(REST_MS, this.stopping.signal);
    this.isResting = false;
    this.allowed = AT_ONCE;
    this.goOn();
  }

  private beginNext(): void {
    const [id] = this.waiting;
    if (id === undefined) return;
    this.waiting.delete(id);
    this.allowed -= 1;
    void this.hold(this.parts.run(id));
  }

  /** Holds a place in the lane until the work is done or has taken too long. */
  private async hold(work: Promise<void>): Promise<void> {
    const isDone = new AbortController();
    this.running += 1;
    await Promise.race([
      work.finally(() => isDone.abort()),
      this.parts.clock.sleep(PATIENCE_MS, isDone.signal),
    ]);
    // Whatever has come in meanwhile goes first.
    await nextTurn();
    this.running -= 1;
    this.goOn();
  }
}
