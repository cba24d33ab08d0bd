import type { HostAnswer } from '../ports/hyperv-host.ts';
import { coded } from '../words/coded.ts';
import type { Coded, Statement } from '../words/statement.ts';

type Unanswered = Exclude<HostAnswer<unknown>, { outcome: 'ok' }>;

/** What a server did not say: not reached, not allowed and not there are different answers. */
export const UNANSWERED: Readonly<Record<Unanswered['outcome'], Coded>> = {
  unreachable: coded('hostNotReached'),
  forbidden: coded('hostForbids'),
  absent: coded('hostHasNoSuch'),
  failed: coded('hostFailed'),
  unknown: coded('hostUncertain'),
};

/** The same with why. */
export const unanswered = ({ outcome, why }: Unanswered): Statement => ({
  list: [UNANSWERED[outcome], why],
  between: ' ',
});

/** What a server answered, in a word. */
export const ANSWERS: Readonly<Record<HostAnswer<unknown>['outcome'], Coded>> = {
  ok: coded('answerOk'),
  unreachable: coded('answerUnreachable'),
  forbidden: coded('answerForbidden'),
  absent: coded('answerAbsent'),
  failed: coded('answerFailed'),
  unknown: coded('answerUncertain'),
};
