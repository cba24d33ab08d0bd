import { randomInt, randomUUID } from 'node:crypto';

/** Without letters and digits that are mistaken for one another when read aloud. */
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTVWXYZ';

/** An id that can be read out in a call: `FB-7K3M`. The ledger refuses one that is taken. */
export function newFailbackId(): string {
  const letters = Array.from({ length: 4 }, () => ALPHABET[randomInt(ALPHABET.length)]);
  return `FB-${letters.join('')}`;
}

/** What Azure gets as the id of one request, and its job carries back. */
export const newRequestId = (): string => randomUUID();
