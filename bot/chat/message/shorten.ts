import type { Words } from './phrase.ts';

/** At most `max` characters, never half of one; what is cut ends with an ellipsis, and a quotation is closed. */
export function shorten(text: string, max: number): string {
  if (text.length <= max) return text;
  const characters = Array.from(text);
  if (characters.length <= max) return text;
  const cut = characters.slice(0, max - 1).join('');
  return isQuoting(cut) ? `${characters.slice(0, max - 2).join('')}…”` : `${cut}…`;
}

const isQuoting = (text: string): boolean => text.lastIndexOf('“') > text.lastIndexOf('”');

/** So much of what is the same on both sides is left, to know where one is. */
const LEAD = 15;

/** At most `max` characters. Where one of both texts is longer, from the place on where they begin to differ. */
export function shortenWhereDifferent(text: string, other: string, max: number): string {
  const isLong = Math.max(text.length, other.length) > max;
  const start = isLong ? Math.max(0, firstDifference(text, other) - LEAD) : 0;
  return shorten(start === 0 ? text : `…${text.slice(start)}`, max);
}

function firstDifference(a: string, b: string): number {
  let place = 0;
  while (place < a.length && a[place] === b[place]) place += 1;
  return place;
}

/** Words of which at most `max` characters are shown, in whichever language. */
export const shortWords = (words: Words, max: number): Words =>
  typeof words === 'string' ? shorten(words, max) : { shortened: words, max };

/** More than a VM is named in practice; what is longer would push the question itself out of a small screen. */
const MAX_VM_NAME = 75;

/** A VM's name as it is shown. */
export const shownName = (vm: string): string => shorten(vm, MAX_VM_NAME);
