import { shorten } from './message/shorten.ts';

/** A reason is kept for ever and shown to everybody: in this many characters. */
const MAX_REASON = 500;

/** The reason that a person gave, in the length in which it is kept; undefined when they gave none. */
export function readReason(typed: string): string | undefined {
  const reason = typed.trim();
  return reason === '' ? undefined : shorten(reason, MAX_REASON);
}
