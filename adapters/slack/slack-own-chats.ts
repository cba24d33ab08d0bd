import type { WebClient } from '@slack/web-api';
import type { Logger } from 'pino';
import { toUpstreamError } from './slack-errors.ts';

const KEPT_USERS = 2_000;

/** https://docs.slack.dev/reference/objects/conversation-object: the ids of direct messages begin so, whoever is in them. */
const DIRECT_MESSAGE = /^D/;

/**
 * Tells the chat of a person with this bot from their chats with others, in which Slack takes slash commands, too. Their ids
 * look alike; Slack says which one is the bot's.
 */
export class SlackOwnChats {
  private readonly web: WebClient;
  private readonly log: Logger;
  private readonly known = new Map<string, string>();

  constructor({ web, log }: { readonly web: WebClient; readonly log: Logger }) {
    this.web = web;
    this.log = log;
  }

  /** Whether this is the person's chat with the bot. Never throws: where Slack does not say, it is not. */
  async isOwn(channel: string, userId: string): Promise<boolean> {
    if (!DIRECT_MESSAGE.test(channel)) return false;
    const own = this.known.get(userId) ?? (await this.ask(userId));
    return own === channel;
  }

  /** The chat is looked up, never made: https://docs.slack.dev/reference/methods/conversations.open */
  private async ask(userId: string): Promise<string | undefined> {
    try {
      const answer = await this.web.conversations.open({ users: userId, prevent_creation: true });
      const id = answer.channel?.id;
      if (id !== undefined) this.keep(userId, id);
      return id;
    } catch (error) {
      const err = toUpstreamError(error, 'conversations.open');
      this.log.warn({ userId, err }, 'own chat of a person is not known');
      return undefined;
    }
  }

  private keep(userId: string, chat: string): void {
    this.known.set(userId, chat);
    const [oldest] = this.known.keys();
    if (this.known.size > KEPT_USERS && oldest !== undefined) this.known.delete(oldest);
  }
}
