import type { ChannelRef } from '../failback/state/events.ts';
import type { ChatPlatform } from './chat-platform.ts';
import { speak } from './language/speak.ts';
import type { Message } from './message/message.ts';
import type { Speakers } from './speakers.ts';

/** Posts a message in each of these places. */
export type Announce = (places: readonly ChannelRef[], message: Message) => Promise<void>;

/**
 * For what somebody wants everybody to read, once: the publisher does not know of it and never draws it again. One place
 * that fails keeps no other waiting; its `UpstreamError` is thrown when all were tried.
 */
export function announcer(platforms: readonly ChatPlatform[], speakers: Speakers): Announce {
  return async (places, message) => {
    const results = await Promise.allSettled(
      places.map(async (place) => {
        const platform = platforms.find(({ name }) => name === place.platform);
        await platform?.post(place.channel, speak(message, speakers.in(place)));
      }),
    );
    for (const result of results) if (result.status === 'rejected') throw result.reason;
  };
}
