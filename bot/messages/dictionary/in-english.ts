import { Speaker } from '../../chat/language/speaker.ts';
import type { Words } from '../../chat/message/phrase.ts';
import { DICTIONARY } from './dictionary.ts';

const ENGLISH = new Speaker('en', DICTIONARY);

/** Words for the terminal and the settings' problems: administrators read English. */
export const inEnglish = (words: Words): string => ENGLISH.text(words);
