import type { Failback, Gate } from '../failback/failback.ts';
import { hasWindowClosed } from '../failback/schedule.ts';

/** What happens when nobody decides in time, said before it happens. */
export function expiryWords({ kind, expiresAt }: Gate, failback: Failback): string {
  if (hasWindowClosed(failback, kind, expiresAt))
    return 'Then the maintenance window closes, and it is asked again when the next one opens.';
  return kind === 'direction'
    ? 'Then this failback ends.'
    : 'Then the bot goes on hold and calls nothing.';
}
