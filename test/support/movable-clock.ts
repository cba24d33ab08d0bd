import { setTimeout as delay } from 'node:timers/promises';
import type { Clock } from '../../bot/failback/ports/clock.ts';

/** Real time, moved forward at will; sleeping takes real time. */
export class MovableClock implements Clock {
  private offsetMs = 0;

  now(): number {
    return Date.now() + this.offsetMs;
  }

  /** Jumps ahead. */
  advance(ms: number): void {
    this.offsetMs += ms;
  }

  async sleep(ms: number, signal?: AbortSignal): Promise<void> {
    await delay(ms, undefined, signal && { signal }).catch(() => undefined);
  }
}
