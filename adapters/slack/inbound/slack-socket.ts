import { SocketModeReceiver, type SocketModeReceiverOptions } from '@slack/bolt';
import type { Logger } from 'pino';
import type { Clock } from '../../../bot/failback/ports/clock.ts';
import { ConfigError } from '../../../bot/failback/ports/errors.ts';
import { coded } from '../../../bot/failback/words/coded.ts';
import { rough } from '../../../bot/failback/words/statement.ts';
import { toUpstreamError } from '../slack-errors.ts';
import { sdkLog } from '../slack-sdk-log.ts';
import type { SlackHealth, SlackListener } from '../slack-settings.ts';
import { isSlackPayload } from './slack-payload.ts';

const CONNECT_TIMEOUT_MS = 10_000;
const LONGEST_PAUSE_MS = 30_000;

interface SocketParts {
  readonly appToken: string;
  readonly apiUrl: string;
  readonly clock: Clock;
  readonly log: Logger;
}

interface Envelope {
  readonly body: unknown;
  ack(): Promise<void>;
}

/**
 * Slack's payloads over Socket Mode. The receiver is Bolt's; connecting again is ours, because the SDK's own way ends in
 * an unhandled rejection when Slack is not reached, and cannot be stopped while it waits.
 */
export class SlackSocket implements SlackListener {
  readonly receiver: SocketModeReceiver;
  private readonly parts: SocketParts;
  private readonly stopping = new AbortController();
  private reconnecting: Promise<void> | undefined;
  private state: SlackHealth;

  constructor(parts: SocketParts) {
    this.parts = parts;
    this.state = { state: 'stopped', since: parts.clock.now() };
    this.receiver = new SocketModeReceiver(this.receiverOptions());
    this.guardMessages();
    this.receiver.client.on('disconnected', () => this.reconnect());
    this.receiver.client.on('slack_event', (envelope: Envelope) =>
      this.acknowledgeUnreadable(envelope),
    );
  }

  /**
   * Throws `ConfigError` when the app token is refused, which no other attempt would change, and `UpstreamError` when the
   * first connection fails for another reason.
   */
  async start(): Promise<void> {
    this.enter('connecting');
    try {
      await this.connect();
    } catch (error) {
      this.enter('stopped', describe(error));
      throw firstFailure(error);
    }
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    this.enter('stopped');
    await this.reconnecting;
    await this.receiver.client.disconnect();
  }

  health(): SlackHealth {
    return this.state;
  }

  private receiverOptions(): SocketModeReceiverOptions {
    const { appToken, apiUrl, log } = this.parts;
    return {
      appToken,
      autoReconnectEnabled: false,
      logger: sdkLog(log),
      installerOptions: {
        clientOptions: {
          slackApiUrl: apiUrl,
          retryConfig: { retries: 0 },
          rejectRateLimitedCalls: true,
          timeout: CONNECT_TIMEOUT_MS,
        },
      },
      processEventErrorHandler: async ({ error, event }) => {
        log.warn({ err: error }, 'slack payload was not understood');
        await event
          .ack()
          .catch((lost: unknown) => log.warn({ err: lost }, 'acknowledgement was lost'));
        return false;
      },
    };
  }

  private async connect(): Promise<void> {
    await this.receiver.client.start();
    this.enter('ready');
  }

  private reconnect(): void {
    if (this.state.state !== 'ready' || this.stopping.signal.aborted) return;
    this.enter('reconnecting');
    this.reconnecting = this.keepConnecting();
  }

  private async keepConnecting(): Promise<void> {
    let pauseMs = 0;
    for (let failures = 1; !this.stopping.signal.aborted; failures += 1) {
      await this.parts.clock.sleep(pauseMs, this.stopping.signal);
      if (this.stopping.signal.aborted) return;
      try {
        return await this.connect();
      } catch (error) {
        pauseMs = pauseAfter(failures, error);
        this.enter('reconnecting', describe(error));
        this.parts.log.warn(
          { failures, pauseMs, problem: describe(error) },
          'slack is not reached',
        );
      }
    }
  }

  private enter(state: SlackHealth['state'], problem?: string): void {
    if (this.stopping.signal.aborted && state !== 'stopped') return;
    const since = state === this.state.state ? this.state.since : this.parts.clock.now();
    this.state = { state, since, ...(problem !== undefined && { problem }) };
  }

  /** The SDK's own listener is an async function that throws on frames like `null`, which nobody would catch. */
  private guardMessages(): void {
    const { client } = this.receiver;
    const listeners = client.listeners('ws_message');
    client.removeAllListeners('ws_message');
    client.on('ws_message', async (...frame: unknown[]) => {
      try {
        for (const listener of listeners) await listener.apply(client, frame);
      } catch (error) {
        this.parts.log.warn({ err: error }, 'slack frame was not understood');
      }
    });
  }

  private async acknowledgeUnreadable({ body, ack }: Envelope): Promise<void> {
    if (isSlackPayload(body)) return;
    try {
      await ack();
    } catch (error) {
      this.parts.log.warn({ err: error }, 'acknowledgement was lost');
    }
  }
}

/** Why the bot cannot begin to listen. */
function firstFailure(error: unknown): Error {
  const failure = toUpstreamError(error, 'apps.connections.open');
  if (failure.facts.retryable) return failure;
  const problem = coded('slackAppTokenRefused', { why: failure.userMessage });
  return new ConfigError([problem], { cause: error });
}

/** Immediately after a connection ended, then ever longer; as long as Slack asks for when it does. */
function pauseAfter(failures: number, error: unknown): number {
  const asked = error instanceof Error ? toUpstreamError(error, '').facts.retryAfterMs : undefined;
  return asked ?? Math.min(LONGEST_PAUSE_MS, 250 * 2 ** Math.min(failures, 10));
}

function describe(error: unknown): string {
  // The SDK rejects with nothing when the connection closes before Slack has said hello.
  if (error === undefined) return 'The connection closed before Slack said hello.';
  return rough(toUpstreamError(error, 'apps.connections.open').userMessage);
}
