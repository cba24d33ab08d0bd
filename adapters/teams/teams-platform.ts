import type { ChatPlatform, Invocation, MessageRef } from '../../bot/chat/chat-platform.ts';
import type { EndpointHealth } from '../../bot/chat/endpoint/chat-endpoint.ts';
import type { SpokenMessage as Message } from '../../bot/chat/message/message.ts';
import { threadId } from './activity/teams-activity.ts';
import type { AdaptiveCard } from './cards/card-elements.ts';
import { ShownCards } from './cards/shown-cards.ts';
import { renderCard, summaryOf } from './cards/teams-cards.ts';
import { connectTeams } from './connect-teams.ts';
import type { TeamsConnector } from './connector/teams-connector.ts';
import { type TeamsAddress, TeamsConversations } from './connector/teams-conversations.ts';
import { cardActivity } from './connector/teams-reply.ts';
import { Viewers } from './connector/viewers.ts';
import { FormExchange } from './inbound/form-exchange.ts';
import { TeamsHttp } from './inbound/teams-http.ts';
import { TeamsInbox } from './inbound/teams-inbox.ts';
import { TeamsSenders } from './inbound/teams-senders.ts';
import type { TeamsSettings } from './teams-settings.ts';

const CALL_TIMEOUT_MS = 10_000;
/** Asking about the sender must leave time to answer. */
const SENDER_TIMEOUT_MS = 1_200;

/** Microsoft Teams: channels, group chats and personal chats. */
export class TeamsPlatform implements ChatPlatform {
  readonly name = 'teams';
  /** Seven in a second, but sixty in half a minute: https://learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit */
  readonly postGapMs = 1_000;
  private readonly settings: TeamsSettings;
  private readonly connector: TeamsConnector;
  private readonly conversations: TeamsConversations;
  private readonly inbox: TeamsInbox;
  private readonly listener: TeamsHttp;
  private readonly cards = new ShownCards();
  private readonly viewers: Viewers;
  private receive: (invocation: Invocation) => Promise<void> = async () => {};

  /** Throws `ConfigError` when the settings ask for what would not be safe. */
  constructor(settings: TeamsSettings) {
    const { servers, doorkeeper, connector } = connectTeams(settings);
    this.settings = settings;
    this.connector = connector(CALL_TIMEOUT_MS);
    this.viewers = new Viewers(settings.directory);
    this.conversations = new TeamsConversations({ ...settings, servers });
    const senders = new TeamsSenders({ ...settings, connector: connector(SENDER_TIMEOUT_MS) });
    const { cards, viewers, conversations } = this;
    const parts = {
      ...settings,
      senders,
      cards,
      viewers,
      conversations,
      connector: this.connector,
    };
    this.inbox = new TeamsInbox({ ...parts, forms: new FormExchange(parts) }, (invocation) =>
      this.receive(invocation),
    );
    const take = this.inbox.take.bind(this.inbox);
    this.listener = new TeamsHttp({ ...settings, doorkeeper, take });
  }

  async start(receive: (invocation: Invocation) => Promise<void>): Promise<void> {
    this.receive = receive;
    await this.listener.start();
  }

  async stop(): Promise<void> {
    await this.listener.stop();
    await this.inbox.drain();
  }

  /** How the bot can be reached by Teams, for a health answer. */
  health(): EndpointHealth {
    return this.listener.health();
  }

  async post(channel: string, message: Message, thread?: MessageRef): Promise<MessageRef> {
    const address = await this.conversations.address(channel);
    const card = this.draw(channel, message);
    const activity = this.activity(message, card);
    const id = await this.send(channel, { address, activity, thread });
    this.cards.keep(channel, activityOf(id), card);
    return { channel, id };
  }

  async update({ channel, id }: MessageRef, content: Message): Promise<void> {
    const { kind, serviceUrl } = await this.conversations.address(channel);
    const card = this.draw(channel, content);
    const conversation = kind === 'channel' ? threadId(channel, threadOf(id)) : channel;
    const place = { conversation, id: activityOf(id) };
    await this.connector.update(serviceUrl, place, this.activity(content, card));
    this.cards.keep(channel, activityOf(id), card);
  }

  private async send(
    channel: string,
    {
      address: { kind, serviceUrl, tenant },
      activity,
      thread,
    }: { address: TeamsAddress; activity: object; thread: MessageRef | undefined },
  ): Promise<string> {
    // Chats have no threads.
    if (kind !== 'channel') return this.connector.send(serviceUrl, channel, activity);
    if (thread !== undefined) {
      const root = threadOf(thread.id);
      const id = await this.connector.reply(serviceUrl, threadId(channel, root), activity);
      return `${root}/${id}`;
    }
    const channelData = { channel: { id: channel }, ...(tenant && { tenant: { id: tenant } }) };
    return this.connector.createConversation(serviceUrl, { isGroup: true, channelData, activity });
  }

  /** Only what can be pressed is worth looking for a newer version of. */
  private draw(channel: string, message: Message): AdaptiveCard {
    const { directory, speakers } = this.settings;
    const reader = { directory, speaker: speakers.in({ platform: this.name, channel }) };
    const hasButtons = message.parts.some(({ kind }) => kind === 'buttons');
    return renderCard(message, reader, hasButtons ? this.viewers.all() : []);
  }

  private activity(message: Message, card: AdaptiveCard): object {
    return cardActivity(card, summaryOf(message, this.settings.directory));
  }
}

/** The id of a message in a thread names the thread too: `root/message`. */
function threadOf(id: string): string {
  return id.split('/')[0] ?? id;
}

function activityOf(id: string): string {
  return id.split('/')[1] ?? id;
}
