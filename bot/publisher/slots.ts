import { speak } from '../chat/language/speak.ts';
import type { Speaker } from '../chat/language/speaker.ts';
import type { Message, SpokenMessage } from '../chat/message/message.ts';
import { fingerprint } from './fingerprint.ts';
import type { PublishedMessage } from './published-messages.ts';

/** One message to be written next in one channel. */
export interface Write {
  readonly slot: string;
  readonly message: SpokenMessage;
  /** What is remembered of it: a fingerprint, or for the thread what was told. */
  readonly drawn: string;
  /** The message to change; absent for a new one. */
  readonly update?: string;
  /** The message below whose thread it goes. */
  readonly thread?: string;
}

/** What one channel shows of a failback or of a run, slot by slot. */
export class Slots {
  private readonly published: readonly PublishedMessage[];
  private readonly speaker: Speaker;

  constructor(published: readonly PublishedMessage[], speaker: Speaker) {
    this.published = published;
    this.speaker = speaker;
  }

  /** The message in a slot; undefined when there is none, or none any more. */
  find(slot: string): PublishedMessage | undefined {
    return this.published.find((message) => message.slot === slot && message.messageId !== '');
  }

  has(slot: string): boolean {
    return this.find(slot) !== undefined;
  }

  /** The slots with a message whose names begin like this. */
  named(beginning: string): readonly string[] {
    return this.published
      .map(({ slot }) => slot)
      .filter((slot) => slot.startsWith(beginning) && this.has(slot));
  }

  /** What is remembered of a slot whose message may be gone. */
  memoryOf(slot: string): string | undefined {
    return this.published.find((message) => message.slot === slot)?.drawn;
  }

  /** How the slot comes to show this; undefined when it does. */
  draw(slot: string, message: Message): Write | undefined {
    const spoken = speak(message, this.speaker);
    const drawn = fingerprint(spoken);
    const shown = this.find(slot);
    if (shown?.drawn === drawn) return undefined;
    return { slot, message: spoken, drawn, ...(shown && { update: shown.messageId }) };
  }
}
