import type { Line } from '../../bot/chat/message/message.ts';
import { shortWords } from '../../bot/chat/message/shorten.ts';
import { UNANSWERED } from '../../bot/failback/on-premises/unanswered.ts';
import type { HostAnswer } from '../../bot/failback/ports/hyperv-host.ts';

/** Windows may have a lot to say about an error. */
const MAX_WHY = 300;

/** What a server did not say, and why: not reached, not allowed and not there are different answers. */
export function hostAnswerWords({
  outcome,
  why,
}: Exclude<HostAnswer<unknown>, { outcome: 'ok' }>): Line {
  return [{ bold: UNANSWERED[outcome] }, ' ', shortWords(why, MAX_WHY)];
}
