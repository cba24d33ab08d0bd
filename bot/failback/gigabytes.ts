import { phrase, type Words } from './words.ts';
/** An amount of data in words for people. */
export const gb = (mb: number): Words =>
  phrase('{count} GB', { count: (mb / 1024).toFixed(mb < 10_240 ? 1 : 0) });
