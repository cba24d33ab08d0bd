import type { Button } from '../../chat/message/message.ts';
import { phrase } from '../../chat/message/phrase.ts';

/** The buttons of an open question, of a failback or of a run. */
export function gateButtons(id: string, number: number): readonly Button[] {
  return [
    {
      label: phrase('Approve'),
      style: 'primary',
      press: { command: 'approve', failback: id, number },
    },
    {
      label: phrase('Decline'),
      style: 'danger',
      press: { command: 'decline', failback: id, number },
    },
  ];
}
