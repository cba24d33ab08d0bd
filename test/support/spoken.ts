import { speak } from '../../bot/chat/language/speak.ts';
import { Speaker } from '../../bot/chat/language/speaker.ts';
import {
  type Line,
  type Message,
  plainLine as plainSpokenLine,
  plainText as plainSpokenText,
  type SpokenMessage,
} from '../../bot/chat/message.ts';
import type { Phrase } from '../../bot/failback/words.ts';

export const ENGLISH = new Speaker('en');

/** A message as an English channel gets it. */
export const inEnglish = (message: Message): SpokenMessage => speak(message, ENGLISH);

/** The whole message in plain English. */
export const plainText = (message: Message, nameOf: (person: string) => string): string =>
  plainSpokenText(inEnglish(message), nameOf);

/** One line in plain English. */
export const plainLine = (line: Line, nameOf: (person: string) => string): string =>
  plainSpokenLine(ENGLISH.line(line), nameOf);

/** A value of the domain with every phrase in it as English text. */
export function asRead<T>(value: T): unknown {
  if (Array.isArray(value)) return value.map(asRead);
  if (typeof value !== 'object' || value === null) return value;
  if ('phrase' in value) return ENGLISH.text(value as unknown as Phrase);
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, asRead(one)]));
}
