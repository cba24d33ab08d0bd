import { DAYS, type MaintenanceWindow, windowAt } from '../failback/maintenance-window.ts';
import type { Policy } from '../failback/policy.ts';
import type { Line } from './message.ts';

/** Maintenance windows in words: `Saturday, Sunday, 22:00 to 04:00 of the next day (Europe/Berlin)`. */
export function windowWords(windows: readonly MaintenanceWindow[]): string {
  return windows.map(oneWindow).join('; ');
}

/** The windows of a failback, and when the next one opens or this one closes; undefined where it has none. */
export function windowLine({ windows = [] }: Policy, now: number): Line | undefined {
  if (windows.length === 0) return undefined;
  const sight = windowAt(windows, now);
  const next: Line = sight.isOpen
    ? ['It is open now, until ', { time: sight.closesAt }, '.']
    : ['It opens next at ', { time: sight.opensAt }, '.'];
  return [`Maintenance window for the downtime: ${windowWords(windows)}. `, ...next];
}

function oneWindow({ days, from, to, timeZone }: MaintenanceWindow): string {
  const until = to > from ? to : `${to} of the next day`;
  return `${dayWords(days)}, ${from} to ${until} (${timeZone})`;
}

function dayWords(days: MaintenanceWindow['days']): string {
  if (DAYS.every((day) => days.includes(day))) return 'every day';
  // A week begins on Monday for those who plan work.
  const week = [...DAYS.slice(1), ...DAYS.slice(0, 1)];
  return week
    .filter((day) => days.includes(day))
    .map((day) => `${day.slice(0, 1).toUpperCase()}${day.slice(1)}`)
    .join(', ');
}
