import type { HostAnswer } from './ports/hyperv-host.ts';
import { type Phrase, phrase, type Words } from './words.ts';

type Unanswered = Exclude<HostAnswer<unknown>, { outcome: 'ok' }>;

/** What a server did not say: not reached, not allowed and not there are different answers. */
export const UNANSWERED: Readonly<Record<Unanswered['outcome'], Phrase>> = {
  unreachable: phrase('Not reached.'),
  forbidden: phrase('Reached, but the account of the bot may not do this.'),
  absent: phrase('Reached, but there is no such thing.'),
  failed: phrase('Reached, but it did not work.'),
  unknown: phrase('No certain answer.'),
};

/** The same with why. */
export const unanswered = ({ outcome, why }: Unanswered): Words =>
  phrase('{what} {why}', { what: UNANSWERED[outcome], why });
