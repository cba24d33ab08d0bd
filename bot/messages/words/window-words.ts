import type { Line } from '../../chat/message/message.ts';
import { phrase, type Words } from '../../chat/message/phrase.ts';
import {
  DAYS,
  type Day,
  type MaintenanceWindow,
  windowAt,
} from '../../failback/state/maintenance-window.ts';
import type { Policy } from '../../failback/state/policy.ts';

/** Maintenance windows in words: `Saturday, Sunday, 22:00 to 04:00 of the next day (Europe/Berlin)`. */
export const windowWords = (windows: readonly MaintenanceWindow[]): Words =>
  phrase('{all}', { all: { list: windows.map(oneWindow), between: '; ' } });

/** The windows of a failback, and when the next one opens or this one closes; undefined where it has none. */
export function windowLine({ windows = [] }: Policy, now: number): Line | undefined {
  if (windows.length === 0) return undefined;
  const sight = windowAt(windows, now);
  const all = windowWords(windows);
  return [
    sight.isOpen
      ? phrase('Maintenance window for the downtime: {windows}. It is open now, until {time}.', {
          windows: all,
          time: { time: sight.closesAt },
        })
      : phrase('Maintenance window for the downtime: {windows}. It opens next at {time}.', {
          windows: all,
          time: { time: sight.opensAt },
        }),
  ];
}

function oneWindow({ days, from, to, timeZone }: MaintenanceWindow): Words {
  const values = { days: dayWords(days), from, to, timeZone };
  return to > from
    ? phrase('{days}, {from} to {to} ({timeZone})', values)
    : phrase('{days}, {from} to {to} of the next day ({timeZone})', values);
}

function dayWords(days: MaintenanceWindow['days']): Words {
  if (DAYS.every((day) => days.includes(day))) return phrase('every day');
  // A week begins on Monday for those who plan work.
  const week = [...DAYS.slice(1), ...DAYS.slice(0, 1)];
  const list = week.filter((day) => days.includes(day)).map((day) => DAY_NAMES[day]);
  return phrase('{all}', { all: { list } });
}

const DAY_NAMES: Readonly<Record<Day, Words>> = {
  sunday: phrase('Sunday'),
  monday: phrase('Monday'),
  tuesday: phrase('Tuesday'),
  wednesday: phrase('Wednesday'),
  thursday: phrase('Thursday'),
  friday: phrase('Friday'),
  saturday: phrase('Saturday'),
};
