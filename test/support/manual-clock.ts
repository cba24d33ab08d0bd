import type { Clock } from '../../bot/failback/ports/clock.ts';

interface Sleeper {
  readonly at: number;
  readonly wake: () => void;
}

/** A clock that moves only when it is told to. */
export class ManualClock implements Clock {
  private time: number;
  private sleepers: Sleeper[] = [];

  constructor(start = Date.UTC(2031, 4, 6, 3)) {
    this.time = start;
  }

  now(): number {
    return this.time;
  }

  /** How many are asleep. */
  get asleep(): number {
    return this.sleepers.length;
  }

  sleep(ms: number, signal?: AbortSignal): Promise<void> {
    if (signal?.aborted) return Promise.resolve();
    return new Promise((resolve) => {
      const wake = () => {
        signal?.removeEventListener('abort', wake);
        this.sleepers = this.sleepers.filter((other) => other !== sleeper);
        resolve();
      };
      const sleeper: Sleeper = { at: this.time + ms, wake };
      this.sleepers.push(sleeper);
      signal?.addEventListener('abort', wake);
    });
  }

  /** Moves the time without waking anybody: what is awaited right now takes that long. */
  pass(ms: number): void {
    this.time += ms;
  }

  /** Lets `ms` go by: sleepers wake in the order of their time, each at its time, and do what they do before the next. */
  async advance(ms: number): Promise<void> {
    const until = this.time + ms;
    await settle();
    for (let next = this.takeDue(until); next !== undefined; next = this.takeDue(until)) {
      this.time = Math.max(this.time, next.at);
      next.wake();
      await settle();
    }
    this.time = Math.max(this.time, until);
  }

  private takeDue(until: number): Sleeper | undefined {
    const [first] = this.sleepers.filter(({ at }) => at <= until).sort((a, b) => a.at - b.at);
    this.sleepers = this.sleepers.filter((sleeper) => sleeper !== first);
    return first;
  }
}

/** Resolves when all promises that can go on by themselves have done so. */
export function settle(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}
