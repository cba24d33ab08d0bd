import { factName } from '../chat/fact-names.ts';
import type { Words } from '../chat/phrase.ts';
import { shorten, shortWords } from '../chat/shorten.ts';
import type { Difference } from '../failback/facts.ts';
import { factWords } from './fact-words.ts';

/** As much of a value as is shown. */
const MAX_VALUE = 80;

/** So much of what is the same on both sides is left, to know where one is. */
const LEAD = 15;

/** A difference as people read it. */
interface ShownDifference {
  readonly name: Words;
  readonly asked: Words;
  readonly now: Words;
}

/** Both sides of a difference in words. Of long values the place is shown where they begin to differ. */
export function differenceWords({ name, asked, now }: Difference): ShownDifference {
  const isLong = Math.max(asked.length, now.length) > MAX_VALUE;
  const start = isLong ? Math.max(0, firstDifference(asked, now) - LEAD) : 0;
  const shown = (value: string): Words =>
    shortWords(factWords(name, from(value, start)), MAX_VALUE);
  return { name: factName(name), asked: shown(asked), now: shown(now) };
}

function firstDifference(a: string, b: string): number {
  let place = 0;
  while (place < a.length && a[place] === b[place]) place += 1;
  return place;
}

const from = (text: string, start: number): string =>
  shorten(start === 0 ? text : `…${text.slice(start)}`, MAX_VALUE);
