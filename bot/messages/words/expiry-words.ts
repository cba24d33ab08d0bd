import { phrase, type Words } from '../../chat/message/phrase.ts';
import { hasWindowClosed } from '../../failback/next/schedule.ts';
import type { Failback, Gate } from '../../failback/state/failback.ts';

/** What happens when nobody decides in time, said before it happens. */
export function expiryWords({ kind, expiresAt }: Gate, failback: Failback): Words {
  if (hasWindowClosed(failback, kind, expiresAt))
    return phrase(
      'Then the maintenance window closes, and it is asked again when the next one opens.',
    );
  return kind === 'direction'
    ? phrase('Then this failback ends.')
    : phrase('Then the bot goes on hold and calls nothing.');
}

/** As `expiryWords`, where a whole wave was asked. */
export function waveExpiryWords({ kind, expiresAt }: Gate, failback: Failback): Words {
  if (hasWindowClosed(failback, kind, expiresAt))
    return phrase(
      'Then the maintenance window closes, and it is asked again when the next one opens.',
    );
  return kind === 'direction'
    ? phrase('Then the failbacks of these VMs end.')
    : phrase('Then the bot goes on hold with these VMs and calls nothing.');
}
