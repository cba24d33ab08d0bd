import type { Clock } from '../../bot/failback/ports/clock.ts';
import { waitUntil } from '../../simulators/slack/wait-until.ts';

/** So many times faster than the machine's own does the time of tests pass. */
export const SPEED = 10;

/** Time passes in steps of this length at most, however long the process was busy in between. */
const LONGEST_STEP_MS = 2 * SPEED;

interface Sleeper {
  readonly until: number;
  readonly wake: () => void;
}

/**
 * One time for the bot, the simulators and whoever waits for them. It passes in steps between which the process does
 * what is due, and a step does not grow while the process is kept busy: on a slow machine everything becomes slower alike,
 * and nothing is too late because of it.
 */
function startFastClock(): Clock {
  let time = Date.now();
  let steppedAt = performance.now();
  const sleepers = new Set<Sleeper>();
  setInterval(() => {
    const at = performance.now();
    time += Math.min((at - steppedAt) * SPEED, LONGEST_STEP_MS);
    steppedAt = at;
    const due = [...sleepers].filter(({ until }) => until <= time);
    for (const { wake } of due.sort((a, b) => a.until - b.until)) wake();
  }, 1).unref();
  return {
    now: () => Math.floor(time),
    sleep(ms, signal) {
      if (signal?.aborted) return Promise.resolve();
      return new Promise((resolve) => {
        const wake = () => {
          sleepers.delete(sleeper);
          signal?.removeEventListener('abort', wake);
          resolve();
        };
        const sleeper = { until: time + ms, wake };
        sleepers.add(sleeper);
        signal?.addEventListener('abort', wake);
      });
    },
  };
}

/** The time of everything in this process that tests start. */
export const fastClock = startFastClock();

/** The same, set by the machine's time now. Tokens are judged by that, and the time of tests runs away from it. */
export function fastClockSetNow(): Clock {
  const behindMs = Date.now() - fastClock.now();
  return { ...fastClock, now: () => fastClock.now() + behindMs };
}

/** How often the bot looks at Azure in tests. Seconds. */
export const POLLING = {
  fastSeconds: 0.02 * SPEED,
  slowSeconds: 0.04 * SPEED,
  settleSeconds: 0.4 * SPEED,
};

/** Some seconds of the machine's time when nothing keeps it busy, and more when something does. */
const PATIENCE_MS = 15_000 * SPEED;

/** Resolves with what is found at once or after a change. */
export const patiently = <T>(
  find: () => T | undefined | false,
  onChanged: (listener: () => void) => () => void,
): Promise<T> =>
  waitUntil(find, onChanged, PATIENCE_MS, (ms, signal) => fastClock.sleep(ms, signal));

/** Between two looks, where nothing tells of a change. */
const LOOK_MS = 5 * SPEED;

/** Resolves when the check does not throw any more. */
export async function eventually<T>(check: () => T | Promise<T>): Promise<T> {
  const end = fastClock.now() + PATIENCE_MS;
  for (;;) {
    try {
      return await check();
    } catch (error) {
      if (fastClock.now() > end) throw error;
    }
    await fastClock.sleep(LOOK_MS);
  }
}

/** Resolves when it is so. */
export const untilTrue = (isSo: () => boolean): Promise<void> =>
  eventually(() => {
    if (!isSo()) throw new Error(`this did not come true within ${PATIENCE_MS} ms: ${isSo}`);
  });
