import type { Press, SpokenForm, SpokenMessage } from './message/message.ts';

/**
 * A chat service, seen from the bot: neutral messages out, invocations in.
 * `post` and `update` throw `UpstreamError`, with `retryable` and `retryAfterMs` where the service says so, and with the
 * code `messageGone` or `channelGone` when there is nothing left to write to.
 */
export interface ChatPlatform {
  /** `slack`, `teams`: what `ChannelRef.platform` and a person's identities name it. */
  readonly name: string;
  /** The pause that the platform asks for between two new messages in one channel. */
  readonly postGapMs: number;
  /**
   * Opens the listeners. Every invocation is acknowledged within the platform's limit before `receive` has ended. Throws
   * `UpstreamError` when the platform is not reached; where that is retryable, it is called again later.
   */
  start(receive: (invocation: Invocation) => Promise<void>): Promise<void>;
  /** Takes no more invocations, lets the running ones end. */
  stop(): Promise<void>;
  post(channel: string, message: SpokenMessage, thread?: MessageRef): Promise<MessageRef>;
  update(message: MessageRef, content: SpokenMessage): Promise<void>;
}

/** Where a message is, so that it can be changed later. */
export interface MessageRef {
  readonly channel: string;
  readonly id: string;
}

/** Somebody did something in chat. */
export interface Invocation {
  readonly platform: string;
  /** The same for every redelivery of the same act, different for every act. */
  readonly deliveryId: string;
  readonly channel: string;
  /** Whether `channel` is the sender's own chat: nobody else sees what is done and answered there. */
  readonly isPersonal: boolean;
  readonly sender: Sender;
  readonly input: Input;
  /**
   * Answers the sender alone. Where the platform can not, others in the channel see it too, unless it is confidential:
   * then the sender is told there how to be answered alone. Never throws: a lost answer is logged, the act stands.
   */
  reply(message: SpokenMessage, secrecy?: Secrecy): Promise<void>;
  /** Shows a form to the sender alone; false when the platform can not (too late, or no trigger). */
  openForm(form: SpokenForm): Promise<boolean>;
}

export type Secrecy = 'confidential';

export interface Sender {
  readonly userId: string;
  /**
   * What the platform itself says of the sender. `member` of the home workspace; a `guest`; a `stranger` from another
   * workspace or tenant; a `bot`; `unknown` when the platform could not be asked.
   */
  readonly standing: 'member' | 'guest' | 'stranger' | 'bot' | 'unknown';
}

export type Input =
  /** A typed command, without the bot's name: `start web-01`. */
  | { readonly kind: 'typed'; readonly text: string }
  | { readonly kind: 'pressed'; readonly press: Press }
  | {
      readonly kind: 'submitted';
      readonly command: string;
      readonly press?: Press;
      readonly values: Readonly<Record<string, string>>;
    };
