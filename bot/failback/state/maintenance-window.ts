import { dayAt, firstMomentAt, weekdayOf } from './wall-clock.ts';

/** In the order of `weekdayOf`. */
export const DAYS = [
  'sunday',
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
] as const;

export type Day = (typeof DAYS)[number];

/** When a downtime may begin, every week, by the clocks of one place. */
export interface MaintenanceWindow {
  /** The days on which it opens. */
  readonly days: readonly Day[];
  /** The minute in which it opens, `22:00`. */
  readonly from: string;
  /** The minute in which it is closed again, `04:00`; on the next day where that is not later than `from`. */
  readonly to: string;
  /** Name of the time zone in the IANA database, `Europe/Berlin`. */
  readonly timeZone: string;
}

/** What may be done at a moment. Windows that touch each other are one. */
export type WindowSight =
  | { readonly isOpen: true; readonly closesAt: number }
  | { readonly isOpen: false; readonly opensAt: number };

/** Whether one of the windows is open, and until when, or when the next one opens. There has to be at least one. */
export function windowAt(windows: readonly MaintenanceWindow[], now: number): WindowSight {
  const spans = windows.flatMap((window) => spansAround(window, now));
  const isOpen = spans.some((span) => holds(span, now));
  return isOpen
    ? { isOpen, closesAt: endOf(spans, now) }
    : { isOpen, opensAt: Math.min(...spans.map(({ from }) => from).filter((from) => from > now)) };
}

interface Span {
  readonly from: number;
  /** Not in it any more. */
  readonly to: number;
}

const holds = ({ from, to }: Span, moment: number) => from <= moment && moment < to;

/** A window that is open may have opened yesterday. One whose whole time is left out by the clocks comes a week later. */
const DAYS_BEFORE = 1;
const DAYS_AHEAD = 15;

function spansAround({ days, from, to, timeZone }: MaintenanceWindow, now: number): Span[] {
  const today = dayAt(timeZone, now);
  const [opens, closes] = [minuteOf(from), minuteOf(to)];
  const length = DAYS_BEFORE + DAYS_AHEAD + 1;
  return Array.from({ length }, (_, index) => today - DAYS_BEFORE + index)
    .filter((day) => isAmong(days, day))
    .map((day) => ({
      from: firstMomentAt(timeZone, day, opens),
      to: firstMomentAt(timeZone, closes > opens ? day : day + 1, closes),
    }))
    .filter((span) => span.from < span.to);
}

function isAmong(days: readonly Day[], day: number): boolean {
  const name = DAYS[weekdayOf(day)];
  return name !== undefined && days.includes(name);
}

/** The minute of the day that `22:00` names. */
function minuteOf(time: string): number {
  const [hours, minutes] = time.split(':').map(Number);
  return (hours ?? 0) * 60 + (minutes ?? 0);
}

/** Where what is open at this moment ends, with everything that follows without a pause, as far as is looked ahead. */
function endOf(spans: readonly Span[], now: number): number {
  return [...spans]
    .sort((a, b) => a.from - b.from)
    .reduce((end, span) => (holds(span, end) ? span.to : end), now);
}
