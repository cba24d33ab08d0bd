import type { Logger } from 'pino';
import type {
  ConversationReference,
  ConversationReferences,
} from '../../../bot/chat/conversation-references.ts';
import type { ServiceServers } from './service-servers.ts';

/** Where the bot writes. */
export interface TeamsAddress {
  readonly kind: ConversationReference['kind'];
  readonly serviceUrl: string;
  readonly tenant: string | undefined;
}

interface Parts {
  readonly references: ConversationReferences;
  readonly servers: ServiceServers;
  readonly tenants: readonly string[];
  readonly log: Logger;
}

/** Channels of teams have such ids; chats have others. Only asked where Teams has never said what it is. */
const CHANNEL_ID = /@thread\.(?:tacv2|skype)$/;

/** What is known of the conversations of the allowed tenants. Losing it costs answers in private, not the channel. */
export class TeamsConversations {
  private readonly parts: Parts;
  /** What is stored already, so that not every message writes. */
  private readonly stored = new Map<string, string>();

  constructor(parts: Parts) {
    this.parts = parts;
  }

  /** Keeps where a conversation is reached. Never throws: what is not kept now is kept with the next message. */
  async learn(reference: ConversationReference): Promise<void> {
    const { references, servers, tenants, log } = this.parts;
    if (!tenants.includes(reference.tenant) || !servers.has(reference.serviceUrl)) return;
    const print = JSON.stringify(reference);
    if (this.stored.get(reference.conversation) === print) return;
    try {
      await references.save(reference);
      this.stored.set(reference.conversation, print);
    } catch (error) {
      log.warn({ err: error }, 'where a conversation is reached was not kept');
    }
  }

  /** The bot was removed. Never throws. */
  async forget(conversation: string): Promise<void> {
    this.stored.delete(conversation);
    try {
      await this.parts.references.forget(conversation);
    } catch (error) {
      this.parts.log.warn({ err: error }, 'a conversation was not forgotten');
    }
  }

  /** Where a conversation is reached; at the usual server when Teams has not said yet. */
  async address(conversation: string): Promise<TeamsAddress> {
    const { servers, tenants } = this.parts;
    const known = await this.parts.references.find(conversation);
    if (known === undefined) {
      const kind = CHANNEL_ID.test(conversation) ? 'channel' : 'groupChat';
      return { kind, serviceUrl: servers.usual, tenant: tenants[0] };
    }
    const { kind, tenant, serviceUrl } = known;
    return { kind, tenant, serviceUrl: servers.has(serviceUrl) ? serviceUrl : servers.usual };
  }

  /** The chat of a person with the bot. */
  findPersonal(user: string): Promise<ConversationReference | undefined> {
    return this.parts.references.findPersonal(user);
  }
}
