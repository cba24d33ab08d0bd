import { shorten } from '../chat/shorten.ts';
import type { Difference } from '../failback/facts.ts';
import { factWords } from './fact-words.ts';

/** As much of a value as is shown. */
const MAX_VALUE = 80;

/** So much of what is the same on both sides is left, to know where one is. */
const LEAD = 15;

/** Both sides of a difference in words. Of long values the place is shown where they begin to differ. */
export function differenceWords({ name, asked, now }: Difference): Difference {
  const [before, after] = [factWords(name, asked), factWords(name, now)];
  const isLong = Math.max(before.length, after.length) > MAX_VALUE;
  const start = isLong ? Math.max(0, firstDifference(before, after) - LEAD) : 0;
  return { name, asked: from(before, start), now: from(after, start) };
}

function firstDifference(a: string, b: string): number {
  let place = 0;
  while (place < a.length && a[place] === b[place]) place += 1;
  return place;
}

const from = (text: string, start: number): string =>
  shorten(start === 0 ? text : `…${text.slice(start)}`, MAX_VALUE);
