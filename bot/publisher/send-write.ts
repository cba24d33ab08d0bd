import type { ChatPlatform } from '../chat/chat-platform.ts';
import { UpstreamError } from '../failback/ports/errors.ts';
import type { PublishedMessage } from './published-messages.ts';
import type { Write } from './slots.ts';

/** What is now known of one slot of a channel. */
export type Shown = Pick<PublishedMessage, 'slot' | 'messageId' | 'drawn'>;

/**
 * Writes one message. What somebody has deleted comes back without an id, so that the next round posts it anew: the
 * message itself, or the board below which it should go. Throws `UpstreamError` as the platform does.
 */
export async function sendWrite(
  write: Write,
  channel: string,
  platform: ChatPlatform,
): Promise<Shown> {
  const { slot, message, drawn, update, thread } = write;
  try {
    if (update !== undefined) {
      await platform.update({ channel, id: update }, message);
      return { slot, messageId: update, drawn };
    }
    const parent = thread === undefined ? undefined : { channel, id: thread };
    return { slot, messageId: (await platform.post(channel, message, parent)).id, drawn };
  } catch (error) {
    const isGone = error instanceof UpstreamError && error.code === 'messageGone';
    if (!isGone || (update === undefined && thread === undefined)) throw error;
    return { slot: thread === undefined ? slot : 'board', messageId: '', drawn: '' };
  }
}

/** The platform does not take this message, and would not take it a second time; others it may take. */
export function isAboutThisMessage(error: unknown): boolean {
  return (
    error instanceof UpstreamError &&
    !error.facts.retryable &&
    !['channelGone', 'notAuthorized'].includes(error.code)
  );
}
