import { createHash } from 'node:crypto';
import type { Message } from '../chat/message/message.ts';

/** Tells whether a message would look the same as the one that was drawn before. */
export function fingerprint(message: Message): string {
  return createHash('sha256').update(JSON.stringify(message)).digest('base64url');
}
