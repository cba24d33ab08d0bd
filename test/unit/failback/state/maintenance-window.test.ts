import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  DAYS,
  type Day,
  type MaintenanceWindow,
  windowAt,
} from '../../../../bot/failback/state/maintenance-window.ts';

const window = (
  days: readonly Day[],
  from: string,
  to: string,
  timeZone = 'Europe/Berlin',
): MaintenanceWindow => ({ days, from, to, timeZone });

const at = (iso: string) => Date.parse(iso);
const said = (sight: ReturnType<typeof windowAt>) =>
  sight.isOpen
    ? `open until ${new Date(sight.closesAt).toISOString().slice(0, 16)}`
    : `opens ${new Date(sight.opensAt).toISOString().slice(0, 16)}`;
const look = (moment: string, ...windows: readonly MaintenanceWindow[]) =>
  said(windowAt(windows, at(moment)));

/** 2031-05-06 is a Tuesday; Berlin is two hours ahead of UTC. */
describe('a maintenance window', () => {
  const night = window(['tuesday'], '22:00', '04:00');

  it.each([
    ['2031-05-06T19:59:59.999Z', 'opens 2031-05-06T20:00'],
    ['2031-05-06T20:00:00Z', 'open until 2031-05-07T02:00'],
    ['2031-05-06T23:30:00Z', 'open until 2031-05-07T02:00'],
    ['2031-05-07T01:59:59.999Z', 'open until 2031-05-07T02:00'],
    ['2031-05-07T02:00:00Z', 'opens 2031-05-13T20:00'],
  ])('over midnight, at %s: %s', (moment, sight) => {
    expect(look(moment, night)).toBe(sight);
  });

  it('is open all day where it closes when it opens', () => {
    const sunday = window(['sunday'], '00:00', '00:00');

    expect(look('2031-05-10T21:59:00Z', sunday)).toBe('opens 2031-05-10T22:00');
    expect(look('2031-05-10T22:00:00Z', sunday)).toBe('open until 2031-05-11T22:00');
  });

  it('goes on where another one takes over', () => {
    const weekend = [
      window(['friday'], '22:00', '00:00'),
      window(['saturday'], '00:00', '00:00'),
      window(['sunday'], '00:00', '06:00'),
    ];

    expect(look('2031-05-09T20:30:00Z', ...weekend)).toBe('open until 2031-05-11T04:00');
    expect(look('2031-05-11T04:00:00Z', ...weekend)).toBe('opens 2031-05-16T20:00');
  });

  it('is the one of several that opens first, each on the clocks of its place', () => {
    const seoul = window(['wednesday'], '02:00', '05:00', 'Asia/Seoul');

    expect(look('2031-05-06T12:00:00Z', night, seoul)).toBe('opens 2031-05-06T17:00');
    expect(look('2031-05-06T19:30:00Z', night, seoul)).toBe('open until 2031-05-07T02:00');
  });

  it('is on the weekday of its own place, not of UTC', () => {
    const kiritimati = window(['monday'], '00:00', '02:00', 'Pacific/Kiritimati');

    expect(look('2031-05-04T09:59:00Z', kiritimati)).toBe('opens 2031-05-04T10:00');
    expect(look('2031-05-04T10:30:00Z', kiritimati)).toBe('open until 2031-05-04T12:00');
  });
});

/** In Berlin the clocks go from 02:00 to 03:00 on 2031-03-30, and from 03:00 back to 02:00 on 2031-10-26. */
describe('a maintenance window on the night in which the clocks change', () => {
  it('opens at the change when its first minute is left out', () => {
    const weekly = window(['sunday'], '02:30', '06:00');

    expect(look('2031-03-30T00:59:00Z', weekly)).toBe('opens 2031-03-30T01:00');
    expect(look('2031-03-30T01:00:00Z', weekly)).toBe('open until 2031-03-30T04:00');
  });

  it('closes at the change when its last minute is left out', () => {
    expect(look('2031-03-30T00:30:00Z', window(['sunday'], '00:00', '02:30'))).toBe(
      'open until 2031-03-30T01:00',
    );
  });

  it('does not come when all of it is left out', () => {
    expect(look('2031-03-30T00:59:59Z', window(['sunday'], '02:05', '02:55'))).toBe(
      'opens 2031-04-06T00:05',
    );
  });

  it('opens and closes the first time that the clocks show it when they show it twice', () => {
    const weekly = window(['sunday'], '02:15', '02:45');

    expect(look('2031-10-26T00:14:00Z', weekly)).toBe('opens 2031-10-26T00:15');
    expect(look('2031-10-26T00:15:00Z', weekly)).toBe('open until 2031-10-26T00:45');
    expect(look('2031-10-26T01:20:00Z', weekly)).toBe('opens 2031-11-02T01:15');
  });

  it('is an hour longer or shorter when the change is in the middle of it', () => {
    const weekly = window(['saturday'], '22:00', '06:00');

    expect(look('2031-03-29T21:00:00Z', weekly)).toBe('open until 2031-03-30T04:00');
    expect(look('2031-10-25T20:00:00Z', weekly)).toBe('open until 2031-10-26T05:00');
  });

  it('knows changes of half an hour', () => {
    const lordHowe = window(['sunday'], '02:15', '05:00', 'Australia/Lord_Howe');

    // On 2031-10-05 the clocks there go from 02:00 to 02:30.
    expect(look('2031-10-04T15:00:00Z', lordHowe)).toBe('opens 2031-10-04T15:30');
    expect(look('2031-10-04T15:30:00Z', lordHowe)).toBe('open until 2031-10-04T18:00');
  });
});

describe('any maintenance window', () => {
  const time = fc
    .integer({ min: 0, max: 24 * 60 - 1 })
    .map(
      (minute) =>
        `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`,
    );
  const windows = fc.array(
    fc.record({
      days: fc.uniqueArray(fc.constantFrom(...DAYS), { minLength: 1 }),
      from: time,
      to: time,
      timeZone: fc.constantFrom(
        'UTC',
        'Europe/Berlin',
        'America/New_York',
        'Asia/Seoul',
        'Asia/Kathmandu',
        'Australia/Lord_Howe',
        'Pacific/Chatham',
        'America/St_Johns',
        'Africa/Casablanca',
      ),
    }),
    { minLength: 1, maxLength: 3 },
  );
  const moments = fc.integer({ min: at('2026-01-01'), max: at('2036-01-01') });

  it('opens when it says that it opens and closes when it says that it closes, and not before', () => {
    fc.assert(
      fc.property(windows, moments, (all, now) => {
        const sight = windowAt(all, now);
        const change = sight.isOpen ? sight.closesAt : sight.opensAt;

        const isAlwaysOpen = sight.isOpen && change > now + 8 * 86_400_000;

        expect(change).toBeGreaterThan(now);
        if (isAlwaysOpen) return;
        expect(windowAt(all, change - 1)).toEqual(sight);
        expect(windowAt(all, change).isOpen).toBe(!sight.isOpen);
      }),
      { numRuns: 300 },
    );
  });

  it('is open only while the clocks of its place show it', () => {
    fc.assert(
      fc.property(windows, moments, (all, now) => {
        if (!windowAt(all, now).isOpen) return;

        // Where the clocks were put back over its first minute, an earlier time is shown once more in the middle of it.
        expect(all.some((one) => shows(one, now) || hasJustChanged(one, now))).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});

/** Read off the clock of the place, as a person would. */
function shows({ days, from, to, timeZone }: MaintenanceWindow, now: number): boolean {
  const today = readClock(timeZone, now);
  const isToday = days.includes(today.day);
  const isSinceYesterday = days.includes(readClock(timeZone, now - 86_400_000).day);
  if (from < to) return isToday && from <= today.time && today.time < to;
  return (isToday && from <= today.time) || (isSinceYesterday && today.time < to);
}

function hasJustChanged({ timeZone }: MaintenanceWindow, now: number): boolean {
  const minutes = (moment: number) => {
    const [hour = 0, minute = 0] = readClock(timeZone, moment).time.split(':').map(Number);
    return hour * 60 + minute;
  };
  return (minutes(now) - minutes(now - 3_600_000) + 1_440) % 1_440 !== 60;
}

function readClock(timeZone: string, moment: number): { readonly day: Day; readonly time: string } {
  const text = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    weekday: 'long',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(moment);
  const [day = '', time = ''] = text.split(/[ ,]+/);
  return { day: day.toLowerCase() as Day, time };
}
