import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Clock } from '../failback/ports/clock.ts';

interface Parts {
  readonly clock: Clock;
  /** Must not throw. */
  readonly run: (id: string) => Promise<void>;
  /** How long to wait before another one is begun in a lane that may not begin any now. */
  readonly restMs: number;
}

/** Where something waits for its turn. */
export interface Place {
  readonly lane: string;
  /** Whether there is room for more in the lane, by what is known now. */
  readonly isFree: () => boolean;
}

/** So many at once in each lane. */
const AT_ONCE = 8;

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
  add(id: string, { lane, isFree }: Place): void {
    const known = this.lanes.get(lane) ?? new Lane(this.parts, isFree);
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
  private readonly isFree: () => boolean;
  private readonly waiting = new Set<string>();
  private readonly stopping = new AbortController();
  private running = 0;
  private isResting = false;

  constructor(parts: Parts, isFree: () => boolean) {
    this.parts = parts;
    this.isFree = isFree;
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
      if (this.isFree()) this.beginNext();
      else void this.rest();
    }
  }

  /** One is begun after the rest in any case: what it reads says whether there is room again. */
  private async rest(): Promise<void> {
    const { clock, restMs } = this.parts;
    this.isResting = true;
    await clock.sleep(restMs, this.stopping.signal);
    this.isResting = false;
    this.beginNext();
    this.goOn();
  }

  private beginNext(): void {
    const [id] = this.waiting;
    if (id === undefined) return;
    this.waiting.delete(id);
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
