import { speak } from '../../../bot/chat/language/speak.ts';
import { Speaker } from '../../../bot/chat/language/speaker.ts';
import {
  type Line,
  type Message,
  plainLine as plainSpokenLine,
  plainText as plainSpokenText,
  type SpokenMessage,
} from '../../../bot/chat/message/message.ts';
import { DICTIONARY } from '../../../bot/messages/dictionary/dictionary.ts';

export const ENGLISH = new Speaker('en', DICTIONARY);

/** A message as an English channel gets it. */
export const inEnglish = (message: Message): SpokenMessage => speak(message, ENGLISH);

/** The whole message in plain English. */
export const plainText = (message: Message, nameOf: (person: string) => string): string =>
  plainSpokenText(inEnglish(message), nameOf);

/** One line in plain English. */
export const plainLine = (line: Line, nameOf: (person: string) => string): string =>
  plainSpokenLine(ENGLISH.line(line), nameOf);
