import type { EventOf } from '../../failback/state/events.ts';
import type { Failback } from '../../failback/state/failback.ts';

/** Takes an approval back; what it was for is asked again. */
export const voidGrant = (
  failback: Failback,
  why: 'changed' | 'expired',
  changed: EventOf<'grantVoided'>['differences'],
): EventOf<'grantVoided'> => ({
  type: 'grantVoided',
  number: failback.grant?.number ?? 0,
  why,
  differences: changed,
});
