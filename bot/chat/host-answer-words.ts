import type { HostAnswer } from '../failback/ports/hyperv-host.ts';
import { phrase } from '../failback/words.ts';
import type { Line } from './message.ts';
import { shorten } from './shorten.ts';

/** Windows may have a lot to say about an error. */
const MAX_WHY = 300;

/** What a server did not say, and why: not reached, not allowed and not there are different answers. */
export function hostAnswerWords({
  outcome,
  why,
}: Exclude<HostAnswer<unknown>, { outcome: 'ok' }>): Line {
  return [{ bold: WORDS[outcome] }, ' ', shorten(why, MAX_WHY)];
}

const WORDS = {
  unreachable: phrase('Not reached.'),
  forbidden: phrase('Reached, but the account of the bot may not do this.'),
  absent: phrase('Reached, but there is no such thing.'),
  failed: phrase('Reached, but it did not work.'),
  unknown: phrase('No certain answer.'),
} as const;
