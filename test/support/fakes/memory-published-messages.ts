import type {
  PublishedMessage,
  PublishedMessages,
} from '../../../bot/publisher/published-messages.ts';

/** What the publisher has drawn, for as long as the process lives. */
export class MemoryPublishedMessages implements PublishedMessages {
  private readonly messages = new Map<string, PublishedMessage>();

  async all(failback: string): Promise<readonly PublishedMessage[]> {
    return [...this.messages.values()].filter((message) => message.failback === failback);
  }

  async save(message: PublishedMessage): Promise<void> {
    const { failback, platform, channel, slot } = message;
    this.messages.set(JSON.stringify([failback, platform, channel, slot]), { ...message });
  }
}
