import { phrase, type Words } from './words.ts';

/** An amount of data in words for people: small ones to a tenth. */
export function gb(mb: number): Words {
  const exact = mb / 1024;
  const count = exact < 10 ? Math.round(exact * 10) / 10 : Math.round(exact);
  return phrase('{count, number} GB', { count });
}
