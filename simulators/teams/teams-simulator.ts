import { waitUntil } from '../slack/wait-until.ts';
import { createServerIdentity } from '../tls.ts';
import { installActivities, type Scene } from './activities.ts';
import { BotLink, type RawRequest } from './bot-link.ts';
import { type Delivery, INVOKE_MS } from './deliveries.ts';
import { type Fault, FrontDoor } from './front-door.ts';
import { guidOf } from './guid.ts';
import { Person } from './person.ts';
import { MEMBER_WINDOWS, RateLimit, SEND_WINDOWS } from './rate-limit.ts';
import type { Door } from './routes.ts';
import type { PrivateMessage, ShownDialog, ShownMessage } from './tenant.ts';
import {
  type KnownPerson,
  type SimulatedConversation,
  type SimulatedPerson,
  Tenant,
} from './tenant.ts';
import { BotTokens } from './tokens/bot-tokens.ts';
import { ChannelTokens, type TokenKind } from './tokens/channel-tokens.ts';
import { type Activity, type CardNode, cardOf } from './wire.ts';

export interface TeamsSimulatorOptions {
  readonly people: readonly SimulatedPerson[];
  /** Channels and group chats; everybody has a chat of their own with the bot besides. */
  readonly conversations: readonly SimulatedConversation[];
  /** The bot's messaging endpoint; may be told later with `deliversTo`. */
  readonly botUrl?: string;
  /** Port to listen on, on 127.0.0.1; any free one unless set. */
  readonly port?: number;
  readonly tenantId?: string;
  /** The bot's app id. With an empty one, no tokens travel in either direction. */
  readonly appId?: string;
  readonly appPassword?: string;
  readonly botName?: string;
  /** Whether calls are limited as Teams limits them; not unless set. */
  readonly hasRateLimits?: boolean;
  /** How long the bot may take to answer a press, in milliseconds; 3,000 unless set. */
  readonly invokeLimitMs?: number;
  /** The time for message ids and rate limits, in milliseconds. */
  readonly now?: () => number;
}

/** The bot, as one tenant knows it. */
interface KnownBot {
  readonly appId: string;
  readonly appPassword: string;
  readonly account: { readonly id: string; readonly name: string };
}

interface SimulatorParts {
  readonly tenant: Tenant;
  readonly bot: KnownBot;
  readonly door: FrontDoor;
  readonly link: BotLink;
  readonly channelTokens: ChannelTokens;
  readonly botTokens: BotTokens;
  readonly certificateAuthority: string;
}

/** A tenant of Teams on loopback with its Bot Connector and login endpoint, and people in it who act when told to. */
export class TeamsSimulator {
  readonly tenantId: string;
  readonly appId: string;
  readonly appPassword: string;
  /** What the bot is called in Teams, and what people write behind an @. */
  readonly botName: string;
  /** PEM. The only authority that vouches for the login endpoint over TLS. */
  readonly certificateAuthority: string;
  /** The tokens that the bot gets. */
  readonly botTokens: BotTokens;
  /** Every delivery of an activity, in the order in which they ended. */
  readonly deliveries: Delivery[] = [];
  private readonly parts: SimulatorParts;

  constructor(parts: SimulatorParts) {
    this.parts = parts;
    this.tenantId = parts.tenant.id;
    this.appId = parts.bot.appId;
    this.appPassword = parts.bot.appPassword;
    this.botName = parts.bot.account.name;
    this.certificateAuthority = parts.certificateAuthority;
    this.botTokens = parts.botTokens;
  }

  /** The base URL of the Bot Connector, as activities name it. */
  get serviceUrl(): string {
    return this.parts.door.serviceUrl;
  }

  /** The document that leads to the keys of requests to the bot. */
  get openIdMetadataUrl(): string {
    return `${this.parts.door.origin}/openid/.well-known/openidconfiguration`;
  }

  /** The host of the login endpoint, over TLS: what stands in for `https://login.microsoftonline.com`. */
  get loginUrl(): string {
    return this.parts.door.tlsOrigin;
  }

  /** The same login endpoint without TLS. */
  get plainLoginUrl(): string {
    return this.parts.door.origin;
  }

  /** What stands in for the environment of a machine with a managed identity. */
  get managedIdentity(): { readonly endpoint: string; readonly header: string } {
    const { door, botTokens } = this.parts;
    return { endpoint: `${door.origin}/identity/token`, header: botTokens.identityHeader };
  }

  /** Every call that the bot made. */
  get calls(): readonly { readonly method: Door; readonly at: number }[] {
    return this.parts.door.calls;
  }

  get dialogs(): readonly ShownDialog[] {
    return [...this.parts.tenant.dialogs];
  }

  /** A person who acts. */
  as(personId: string): Person {
    const scene = this.scene(personId);
    return new Person({ scene, deliver: (activity, token) => this.deliver(activity, token) });
  }

  /** A person as Teams knows them: object id, tenant, the chat with the bot. */
  person(personId: string): KnownPerson {
    return this.parts.tenant.person(personId);
  }

  /** What a conversation shows: messages, and the replies in the thread of each. */
  conversation(id: string): {
    messages: readonly ShownMessage[];
    thread(id: string): ShownMessage[];
  } {
    const all = this.parts.tenant.messages.filter((message) => message.conversation === id);
    return {
      messages: all.filter((message) => message.threadId === undefined),
      thread: (root) => all.filter((message) => message.threadId === root),
    };
  }

  /** What one person alone sees: answers to presses, and what the bot writes in the chat with them. */
  privateTo(personId: string): readonly PrivateMessage[] {
    const { tenant } = this.parts;
    const { personalChat: conversation } = tenant.person(personId);
    const chat = tenant.messages
      .filter((message) => message.conversation === conversation && message.from === 'bot')
      .map(({ id, content }) => ({
        id,
        person: personId,
        conversation,
        content,
        via: 'personal' as const,
      }));
    const told = tenant.privateMessages.filter(({ person }) => person === personId);
    return [...chat, ...told].sort((a, b) => Number(a.id) - Number(b.id));
  }

  /** The card that a person sees in a message: their own view, else everybody's. */
  viewOf(personId: string, message: ShownMessage): CardNode | undefined {
    return this.parts.tenant.viewOf(personId, message.id);
  }

  /** Every card that somebody has seen or can see: in messages and what they said before, in answers, in dialogs. */
  get cards(): readonly CardNode[] {
    const { messages, privateMessages, dialogs } = this.parts.tenant;
    const contents = messages.flatMap(({ edits, content }) => [...edits, content]);
    const told = privateMessages.map(({ content }) => content);
    const cards = [...contents, ...told].map(cardOf).filter((card) => card !== undefined);
    return [...cards, ...dialogs.map(({ card }) => card)];
  }

  /** Resolves with what the predicate finds, as soon as it finds something. Rejects after `timeoutMs`. */
  until<T>(find: () => T | undefined | false, timeoutMs = 5_000): Promise<T> {
    return waitUntil(find, (listener) => this.onChanged(listener), timeoutMs);
  }

  /** Calls back after every change of what somebody sees. Returns how to stop. */
  onChanged(listener: () => void): () => void {
    return this.parts.tenant.onChanged(listener);
  }

  /** Somebody installs the app in a conversation; the bot is told. */
  async installs(personId: string, conversationId: string): Promise<Delivery[]> {
    return this.changeInstallation(personId, conversationId, 'add');
  }

  /** Somebody removes the app; the bot is told, and is no longer let in. */
  async uninstalls(personId: string, conversationId: string): Promise<Delivery[]> {
    return this.changeInstallation(personId, conversationId, 'remove');
  }

  /** Delivers an activity again, as Teams does when it is in doubt: one after the other, or all at once. */
  async redeliver(
    activity: Activity,
    times: number,
    how: 'inTurn' | 'atOnce',
  ): Promise<Delivery[]> {
    if (how === 'atOnce') {
      return Promise.all(Array.from({ length: times }, () => this.deliver(activity)));
    }
    const deliveries: Delivery[] = [];
    for (let count = 0; count < times; count += 1) deliveries.push(await this.deliver(activity));
    return deliveries;
  }

  /** Delivers an activity of the caller's own making; the token names the activity's own service URL. */
  async deliver(activity: Activity, token?: TokenKind): Promise<Delivery> {
    const { door, link, tenant } = this.parts;
    const delivery: Delivery = door.isUp
      ? await link.deliver(activity, token)
      : { activity, isAcknowledged: false, outcome: 'unreachable', latencyMs: 0 };
    this.deliveries.push(delivery);
    tenant.changed();
    return delivery;
  }

  /** Sends the bot a request of the caller's own making, with a good token unless it says otherwise. */
  request(request: RawRequest): Promise<Response> {
    return this.parts.link.request(request);
  }

  /** Where the bot listens. */
  deliversTo(botUrl: string): void {
    this.parts.link.botUrl = botUrl;
  }

  /** Somebody deletes a message. To change it then is a 404 or, `unexplained`, a 403: both were seen of the real service. */
  deleteMessage(id: string, how: 'plain' | 'unexplained' = 'plain'): void {
    this.parts.tenant.removeMessage(id, how);
  }

  /** A conversation changes, or is new. */
  changeConversation(conversation: SimulatedConversation): void {
    this.parts.tenant.conversations.set(conversation.id, conversation);
  }

  /** From now on another key signs the requests to the bot. */
  rotateKeys(): void {
    this.parts.channelTokens.rotate();
  }

  /** The next calls of a kind go wrong. */
  fails(door: Door, ...faults: readonly Fault[]): void {
    this.parts.door.fail(door, ...faults);
  }

  /** Holds every answer back. */
  slowDown(ms: number): void {
    this.parts.door.slowness = ms;
  }

  /** Nobody gets through: neither the bot to Teams, nor people to the bot. */
  async down(how: 'refuse' | '503' = 'refuse'): Promise<void> {
    await this.parts.door.close(how);
  }

  async up(): Promise<void> {
    await this.parts.door.open();
  }

  /** Ends the simulator. */
  async stop(): Promise<void> {
    await this.parts.door.close('refuse');
  }

  private scene(personId: string): Scene {
    const { tenant, bot, door } = this.parts;
    const { serviceUrl } = door;
    return { tenant, bot: bot.account, serviceUrl, person: tenant.person(personId) };
  }

  private async changeInstallation(
    personId: string,
    conversationId: string,
    action: 'add' | 'remove',
  ): Promise<Delivery[]> {
    const { tenant } = this.parts;
    const changed = { ...tenant.conversation(conversationId), hasBot: action === 'add' };
    tenant.conversations.set(conversationId, changed);
    const deliveries: Delivery[] = [];
    for (const activity of installActivities(this.scene(personId), changed, action)) {
      deliveries.push(await this.deliver(activity));
    }
    return deliveries;
  }
}

/** Starts a tenant of Teams on 127.0.0.1. */
export async function startTeamsSimulator(options: TeamsSimulatorOptions): Promise<TeamsSimulator> {
  const { now = Date.now, port = 0, botUrl, tenantId = guidOf('home.example') } = options;
  const { appId = guidOf('failback.example'), appPassword = 'simulated-app-password' } = options;
  const { invokeLimitMs = INVOKE_MS } = options;
  const account = { id: `28:${appId}`, name: options.botName ?? 'Failback' };
  const tenant = new Tenant({ ...options, id: tenantId, now });
  const botTokens = new BotTokens({ appId, appPassword, tenantId });
  const channelTokens = new ChannelTokens(appId);
  const tls = await createServerIdentity();
  const limit = (windows: typeof SEND_WINDOWS) =>
    options.hasRateLimits === true ? new RateLimit(windows, now) : undefined;
  const limits = { sendLimit: limit(SEND_WINDOWS), memberLimit: limit(MEMBER_WINDOWS) };
  const wantsToken = appId !== '';
  const door = new FrontDoor(
    { tenant, ...limits, tls, botTokens, channelTokens, wantsToken },
    port,
  );
  const serviceUrl = () => door.serviceUrl;
  const usual: TokenKind = wantsToken ? 'valid' : 'none';
  const link = new BotLink({ tokens: channelTokens, serviceUrl, usual, botUrl, invokeLimitMs });
  await door.open();
  const bot = { appId, appPassword, account };
  const { certificateAuthority } = tls;
  return new TeamsSimulator({
    tenant,
    bot,
    door,
    link,
    channelTokens,
    botTokens,
    certificateAuthority,
  });
}
