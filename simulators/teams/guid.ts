import { createHash } from 'node:crypto';

/** A GUID that is always the same for the same words. */
export function guidOf(words: string): string {
  const hex = createHash('sha256').update(words).digest('hex');
  const parts = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `a${hex.slice(17, 20)}`,
  ];
  return [...parts, hex.slice(20, 32)].join('-');
}
