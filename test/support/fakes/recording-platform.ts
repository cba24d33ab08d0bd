import type { ChatPlatform, MessageRef } from '../../../bot/chat/chat-platform.ts';
import type { Message, SpokenMessage } from '../../../bot/chat/message/message.ts';
import { UpstreamError } from '../../../bot/failback/ports/errors.ts';
import { plainText } from '../catalogue/spoken.ts';

/** One message as the channel shows it now. */
export interface ShownMessage {
  readonly id: string;
  readonly channel: string;
  readonly thread?: string;
  readonly message: SpokenMessage;
}

/** What the platform does with one attempt to write: takes it, or throws before or after it took effect. */
export type Mishap = (attempt: Attempt) => Error | { readonly afterwards: Error } | undefined;

export interface Attempt {
  readonly kind: 'post' | 'update';
  readonly channel: string;
  readonly text: string;
  readonly thread?: string;
}

/** A chat service that shows what it was told, and fails as the test says. */
export class RecordingPlatform implements ChatPlatform {
  readonly name: string;
  readonly postGapMs: number;
  /** What was tried, in order, with what came of it. */
  readonly attempts: Attempt[] = [];
  mishap: Mishap = () => undefined;
  private readonly shown = new Map<string, ShownMessage>();
  private count = 0;

  constructor(name = 'slack', postGapMs = 1_000) {
    this.name = name;
    this.postGapMs = postGapMs;
  }

  async start() {}

  async stop() {}

  async post(channel: string, message: SpokenMessage, thread?: MessageRef): Promise<MessageRef> {
    return this.attempt(
      { kind: 'post', channel, ...(thread && { thread: thread.id }) },
      message,
      () => {
        if (thread !== undefined && !this.shown.has(thread.id)) throw gone();
        this.count += 1;
        const id = `m-${this.count}`;
        this.shown.set(id, { id, channel, message, ...(thread && { thread: thread.id }) });
        return { channel, id };
      },
    );
  }

  async update({ channel, id }: MessageRef, message: SpokenMessage): Promise<void> {
    return this.attempt({ kind: 'update', channel }, message, () => {
      const before = this.shown.get(id);
      if (before === undefined) throw gone();
      this.shown.set(id, { ...before, message });
    });
  }

  /** Somebody deletes a message. */
  delete(text: string): void {
    for (const { id } of this.find(text)) this.shown.delete(id);
  }

  /** The messages that stand in a channel, oldest first. */
  in(channel: string): readonly ShownMessage[] {
    return [...this.shown.values()].filter((message) => message.channel === channel);
  }

  find(text: string): readonly ShownMessage[] {
    return [...this.shown.values()].filter(({ message }) => read(message).includes(text));
  }

  private attempt<T>(what: Omit<Attempt, 'text'>, message: Message, act: () => T): T {
    const attempt = { ...what, text: read(message) };
    this.attempts.push(attempt);
    const mishap = this.mishap(attempt);
    if (mishap instanceof Error) throw mishap;
    const done = act();
    if (mishap !== undefined) throw mishap.afterwards;
    return done;
  }
}

export const read = (message: Message): string => plainText(message, (person) => person);

const trouble = (code: string, facts: { retryable: boolean; retryAfterMs?: number }) =>
  new UpstreamError(code, 'The chat service has trouble.', {
    service: 'chat',
    operation: 'write',
    ...facts,
  });

const gone = () => trouble('messageGone', { retryable: false });
export const channelGone = () => trouble('channelGone', { retryable: false });
export const refused = () => trouble('slackRefused', { retryable: false });
export const unreachable = () => trouble('slackUnreachable', { retryable: true });
export const throttled = (retryAfterMs: number) =>
  trouble('rateLimited', { retryable: true, retryAfterMs });
