import { App } from '@slack/bolt';
import type { WebClient } from '@slack/web-api';
import type { ChatPlatform, Invocation, MessageRef } from '../../bot/chat/chat-platform.ts';
import type { SpokenMessage as Message } from '../../bot/chat/message/message.ts';
import { ConfigError } from '../../bot/failback/ports/errors.ts';
import { blockProblems } from './blocks/block-kit-limits.ts';
import { type DrawnMessage, renderMessage } from './blocks/slack-blocks.ts';
import { SlackHttp } from './inbound/slack-http.ts';
import { SlackInbox } from './inbound/slack-inbox.ts';
import { SlackSenders } from './inbound/slack-senders.ts';
import { SlackSocket } from './inbound/slack-socket.ts';
import { toUpstreamError } from './slack-errors.ts';
import { SlackOwnChats } from './slack-own-chats.ts';
import { asIs } from './slack-reply.ts';
import { sdkLog } from './slack-sdk-log.ts';
import { SLACK_API_URL, type SlackHealth, type SlackSettings } from './slack-settings.ts';
import { identifyBot, webClient, webClientOptions } from './slack-web.ts';

const CALL_TIMEOUT_MS = 10_000;
/** Asking about the sender must leave time to open a form. */
const SENDER_TIMEOUT_MS = 1_500;

/** Slack, in both of its modes, through Bolt. */
export class SlackPlatform implements ChatPlatform {
  readonly name = 'slack';
  /** About one message a second for each channel: https://docs.slack.dev/apis/web-api/rate-limits */
  readonly postGapMs = 1_000;
  private readonly settings: SlackSettings;
  private readonly apiUrl: string;
  private readonly web: WebClient;
  private readonly listener: SlackSocket | SlackHttp;
  private inbox: SlackInbox | undefined;

  /** Throws `ConfigError` when the settings lack what their mode needs. */
  constructor(settings: SlackSettings) {
    this.settings = settings;
    this.apiUrl = settings.apiUrl ?? SLACK_API_URL;
    this.web = this.client(CALL_TIMEOUT_MS);
    this.listener = listenerFor(settings, this.apiUrl);
  }

  async start(receive: (invocation: Invocation) => Promise<void>): Promise<void> {
    const { command = '/failback', teams, botToken } = this.settings;
    const bot = await identifyBot(this.web, teams);
    const people = { ...this.settings, web: this.client(SENDER_TIMEOUT_MS) };
    const senders = new SlackSenders(people);
    const ownChats = new SlackOwnChats(people);
    const { apiUrl, web } = this;
    const inbox = new SlackInbox(
      { ...this.settings, command, apiUrl, web, senders, ownChats },
      receive,
    );
    this.inbox = inbox;
    // The identity is given, not asked for again: Bolt would refuse every event while Slack cannot be asked.
    const app = this.boltApp(async () => ({ ...bot, botToken }));
    app.use(async ({ body, ...event }) => {
      await inbox.take(body, async () => {
        if ('ack' in event) await event.ack?.();
      });
    });
    await this.listener.start();
  }

  async stop(): Promise<void> {
    await this.listener.stop();
    await this.inbox?.drain();
  }

  /** How the bot is connected to Slack, for a health answer. */
  health(): SlackHealth {
    return this.listener.health();
  }

  async post(channel: string, message: Message, thread?: MessageRef): Promise<MessageRef> {
    const inThread = thread === undefined ? {} : { thread_ts: thread.id };
    try {
      const content = { channel, ...this.draw(channel, message), ...asIs, ...inThread };
      const posted = await this.web.chat.postMessage(content);
      return { channel: posted.channel ?? channel, id: posted.ts ?? '' };
    } catch (error) {
      throw toUpstreamError(error, 'chat.postMessage');
    }
  }

  async update(message: MessageRef, content: Message): Promise<void> {
    try {
      const { parse, link_names } = asIs;
      const drawn = this.draw(message.channel, content);
      await this.web.chat.update({
        channel: message.channel,
        ts: message.id,
        ...drawn,
        parse,
        link_names,
      });
    } catch (error) {
      throw toUpstreamError(error, 'chat.update');
    }
  }

  /** Blocks that Slack would refuse are left out, so that the words arrive in any case. */
  private draw(channel: string, message: Message): DrawnMessage {
    const { directory, speakers } = this.settings;
    const drawn = renderMessage(message, directory, speakers.in({ platform: this.name, channel }));
    const problems = blockProblems(drawn.blocks);
    if (problems.length === 0) return drawn;
    this.settings.log.error({ problems }, 'message does not fit into Slack; sent as text');
    return { ...drawn, blocks: [] };
  }

  private boltApp(authorize: () => Promise<{ botToken: string; teamId: string }>): App {
    const { log } = this.settings;
    const app = new App({
      receiver: this.listener.receiver,
      authorize,
      clientOptions: webClientOptions({ apiUrl: this.apiUrl, timeoutMs: CALL_TIMEOUT_MS, log }),
      logger: sdkLog(log),
      convoStore: false,
      ignoreSelf: false,
    });
    app.error(async (error) => log.error({ err: error }, 'bolt failed on an event'));
    return app;
  }

  private client(timeoutMs: number): WebClient {
    return webClient(this.settings.botToken, {
      apiUrl: this.apiUrl,
      timeoutMs,
      log: this.settings.log,
    });
  }
}

function listenerFor(settings: SlackSettings, apiUrl: string): SlackSocket | SlackHttp {
  const { mode, appToken, signingSecret, http, clock, log } = settings;
  if (mode === 'socket') {
    if (!appToken) throw new ConfigError(['Slack: Socket Mode needs an app token.']);
    return new SlackSocket({ appToken, apiUrl, clock, log });
  }
  if (!signingSecret) throw new ConfigError(['Slack: HTTP mode needs a signing secret.']);
  if (http === undefined) throw new ConfigError(['Slack: HTTP mode needs a port to listen on.']);
  return new SlackHttp({ signingSecret, http, clock, log });
}
