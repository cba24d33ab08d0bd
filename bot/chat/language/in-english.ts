import type { Words } from '../../failback/words.ts';
import { Speaker } from './speaker.ts';

const ENGLISH = new Speaker('en');

/** Words for the terminal and the settings' problems: administrators read English. */
export const inEnglish = (words: Words): string => ENGLISH.text(words);
