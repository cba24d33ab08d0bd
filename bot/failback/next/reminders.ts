import type { Failback, Gate, Hold } from '../state/failback.ts';
import type { Reminders } from '../state/policy.ts';

/** A reminder that is due. */
export interface DueReminder {
  /** The number of the question or of the hold. */
  readonly number: number;
  /** The how-manieth it is; those that were missed count too, so that they are not made up for. */
  readonly count: number;
}

const LONGEST_PAUSE_MS = 24 * 60 * 60_000;

/** The reminder to be given now; undefined when none is due. */
export function dueReminder(failback: Failback, now: number): DueReminder | undefined {
  const { gate, hold, policy } = failback;
  const asked = gate ?? hold;
  if (asked === undefined || policy.reminders === undefined) return undefined;
  const count = gate
    ? momentsOf(gate, policy.reminders).filter((moment) => moment <= now).length
    : onHold(asked as Hold, policy.reminders, now).count;
  return count > (asked.reminded ?? 0) ? { number: asked.number, count } : undefined;
}

/** When the next one is due; undefined when none is. */
export function nextReminderAt({ gate, hold, policy }: Failback, now: number): number | undefined {
  const { reminders } = policy;
  if (reminders === undefined) return undefined;
  if (gate) return momentsOf(gate, reminders).find((moment) => moment > now);
  return hold && onHold(hold, reminders, now).nextAt;
}

/** When half of the time is over, and again shortly before the end where that is later. */
function momentsOf(
  { openedAt, expiresAt }: Gate,
  { beforeExpiryMs }: Reminders,
): readonly number[] {
  const half = openedAt + Math.floor((expiresAt - openedAt) / 2);
  const last = expiresAt - beforeExpiryMs;
  return last > half ? [half, last] : [half];
}

/** How many are due of a hold by now, and when the next one is: they never end, because a hold does not. */
function onHold({ at }: Hold, { onHoldMs }: Reminders, now: number) {
  let [count, nextAt, pause] = [0, at + onHoldMs, onHoldMs];
  while (nextAt <= now) {
    count += 1;
    pause = Math.min(LONGEST_PAUSE_MS, pause * 2);
    nextAt += pause;
  }
  return { count, nextAt };
}
