/**
 * The clocks of a place, by the time zone rules that come with the language: `Intl` reads no clock and gives the same answer
 * for the same moment. Moments are milliseconds since 1970 in UTC; days of the calendar are counted from 1970-01-01.
 */

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** The day on which the clocks of the place show this moment. */
export function dayAt(timeZone: string, moment: number): number {
  return Math.floor((moment + offsetAt(timeZone, moment)) / DAY_MS);
}

/** 0 is Sunday. */
export function weekdayOf(day: number): number {
  // 1970-01-01 was a Thursday.
  return (((day + 4) % 7) + 7) % 7;
}

/**
 * The first moment at which the clocks show this minute of the day, or have passed it. A time that comes twice when the
 * clocks are put back is the first of the two; one that is left out when they are put forward is the moment of the change.
 */
export function firstMomentAt(timeZone: string, day: number, minute: number): number {
  const shown = day * DAY_MS + minute * MINUTE_MS;
  const offsets = [offsetAt(timeZone, shown - DAY_MS), offsetAt(timeZone, shown + DAY_MS)];
  const earliest = shown - Math.max(...offsets);
  const latest = shown - Math.min(...offsets);
  if (shownAt(timeZone, earliest) === shown) return earliest;
  return shownAt(timeZone, latest) === shown
    ? latest
    : firstAfter(earliest, latest, (moment) => shownAt(timeZone, moment) > shown);
}

/** What the clocks of the place show, as if it were UTC. */
const shownAt = (timeZone: string, moment: number) => moment + offsetAt(timeZone, moment);

/** The first moment between the two, the first excluded, of which it is true; from there on it stays true. */
function firstAfter(from: number, to: number, isTrue: (moment: number) => boolean): number {
  let [before, after] = [from, to];
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (isTrue(middle)) after = middle;
    else before = middle;
  }
  return after;
}

/** How far the clocks of the place are ahead of UTC. */
function offsetAt(timeZone: string, moment: number): number {
  const parts = formatOf(timeZone).formatToParts(moment);
  const part = (type: Intl.DateTimeFormatPartTypes) =>
    Number(parts.find((candidate) => candidate.type === type)?.value);
  const shown = Date.UTC(
    part('year'),
    part('month') - 1,
    part('day'),
    part('hour'),
    part('minute'),
    part('second'),
  );
  return shown - Math.floor(moment / 1000) * 1000;
}

/** Making one takes far longer than using it. */
const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known !== undefined) return known;
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  formats.set(timeZone, format);
  return format;
}
