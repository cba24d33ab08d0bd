import { setTimeout as pause } from 'node:timers/promises';
import type { Clock } from './failback/ports/clock.ts';

/** The machine's own clock. */
export const systemClock: Clock = {
  now: () => Date.now(),
  async sleep(ms, signal) {
    try {
      await pause(ms, undefined, { ...(signal && { signal }) });
    } catch (error) {
      // Waking early is what the signal is for.
      if (!signal?.aborted) throw error;
    }
  },
};
