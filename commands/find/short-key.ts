import { createHash } from 'node:crypto';

/** A short name for what has a long one: chat services take no long values in a form's list. */
export function shortKey(name: string): string {
  return createHash('sha256').update(name.toLowerCase()).digest('hex').slice(0, 16);
}
