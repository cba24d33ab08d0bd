import type { Logger } from 'pino';
import type { ChatPlatform, Invocation } from './chat/chat-platform.ts';
import { Underway } from './chat/underway.ts';
import type { Clock } from './failback/ports/clock.ts';
import { UpstreamError } from './failback/ports/errors.ts';

/** Between two attempts to reach a chat that was down at the start; longer where the chat asks for it. */
const REST_MS = 15_000;

interface Parts {
  readonly receive: (invocation: Invocation) => Promise<void>;
  readonly clock: Clock;
  readonly log: Logger;
}

/**
 * Opens chat platforms. One that cannot be reached does not keep the bot from starting: what is open in Azure goes on, and
 * the chat is tried again until it is there. Settings that are wrong still end the start.
 */
export class ChatStart {
  private readonly parts: Parts;
  private readonly stopping = new AbortController();
  private readonly trying = new Underway();

  constructor(parts: Parts) {
    this.parts = parts;
  }

  /** Resolves when the platform is open, or when it has turned out to be out of reach for now. */
  async start(platform: ChatPlatform): Promise<void> {
    const rest = await this.tryOnce(platform);
    if (rest === undefined) return;
    this.trying.add(this.keepTrying(platform, rest));
  }

  /** Resolves when nothing is being opened any more: what is open then can be closed for good. */
  async giveUp(): Promise<void> {
    this.stopping.abort();
    await this.trying.ended();
  }

  private async keepTrying(platform: ChatPlatform, firstRest: number): Promise<void> {
    const { clock } = this.parts;
    let rest: number | undefined = firstRest;
    while (rest !== undefined) {
      await clock.sleep(rest, this.stopping.signal);
      if (this.stopping.signal.aborted) return;
      rest = await this.tryAgain(platform);
    }
  }

  /** Once the bot runs, nothing about its chat may end it. */
  private async tryAgain(platform: ChatPlatform): Promise<number | undefined> {
    try {
      return await this.tryOnce(platform);
    } catch (error) {
      const { name } = platform;
      this.parts.log.error({ err: error, platform: name }, 'a chat platform refuses the bot');
      return REST_MS;
    }
  }

  /** How long to wait before it is tried again; undefined when the platform is open. */
  private async tryOnce(platform: ChatPlatform): Promise<number | undefined> {
    try {
      await platform.start(this.parts.receive);
      return undefined;
    } catch (error) {
      if (!(error instanceof UpstreamError && error.facts.retryable)) throw error;
      const { name } = platform;
      this.parts.log.error({ err: error, platform: name }, 'a chat platform is out of reach');
      return Math.max(REST_MS, error.facts.retryAfterMs ?? 0);
    }
  }
}
