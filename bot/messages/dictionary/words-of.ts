import type { Wording } from '../../chat/language/languages.ts';

/** The words of each of these names, in every language: none may lack, and none be too many. */
export type WordsOf<Names> = Readonly<Record<keyof Names, Wording>>;
