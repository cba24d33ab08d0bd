import type { SpokenMessage } from '../../../bot/chat/message/message.ts';

/** A message of one paragraph. */
export function says(text: string): SpokenMessage {
  return { parts: [{ kind: 'paragraph', line: [text] }] };
}

/** A question with two buttons. */
export function question(number = 1): SpokenMessage {
  const press = (command: string) => ({ command, failback: 'FB-7K3M', number });
  return {
    parts: [
      { kind: 'title', text: 'Bring web-01 home?' },
      {
        kind: 'buttons',
        buttons: [
          { label: 'Approve', style: 'primary', press: press('approve') },
          { label: 'Decline', style: 'danger', press: press('decline') },
        ],
      },
    ],
  };
}
