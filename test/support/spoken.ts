import { speak, speakForm } from '../../bot/chat/language/speak.ts';
import { Speaker } from '../../bot/chat/language/speaker.ts';
import {
  type Form,
  type Line,
  type Message,
  plainLine as plainSpokenLine,
  plainText as plainSpokenText,
  type SpokenForm,
  type SpokenMessage,
} from '../../bot/chat/message.ts';

export const ENGLISH = new Speaker('en');

/** A message as an English channel gets it. */
export const inEnglish = (message: Message): SpokenMessage => speak(message, ENGLISH);

export const formInEnglish = (form: Form): SpokenForm => speakForm(form, ENGLISH);

/** The whole message in plain English. */
export const plainText = (message: Message, nameOf: (person: string) => string): string =>
  plainSpokenText(inEnglish(message), nameOf);

/** One line in plain English. */
export const plainLine = (line: Line, nameOf: (person: string) => string): string =>
  plainSpokenLine(ENGLISH.line(line), nameOf);
