import type { HostAnswer } from '../failback/ports/hyperv-host.ts';
import { UNANSWERED } from '../failback/unanswered.ts';
import type { Line } from './message.ts';
import { shortWords } from './shorten.ts';

/** Windows may have a lot to say about an error. */
const MAX_WHY = 300;

/** What a server did not say, and why: not reached, not allowed and not there are different answers. */
export function hostAnswerWords({
  outcome,
  why,
}: Exclude<HostAnswer<unknown>, { outcome: 'ok' }>): Line {
  return [{ bold: UNANSWERED[outcome] }, ' ', shortWords(why, MAX_WHY)];
}
