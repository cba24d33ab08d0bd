import type { Statement } from '../../failback/words/statement.ts';

/** What people read: a sentence or a statement to be put into their language, or text that stays as it is. */
export type Words =
  | Statement
  | Phrase
  | NamedSubject
  | ShortenedWords
  | DifferingWords
  | ListOfValues;

/**
 * A sentence in English, in ICU MessageFormat (https://unicode-org.github.io/icu/userguide/format_parse/messages/), with
 * the values for its holes. Its English text is the key under which the languages know it. Values are data: nothing in
 * them is read as a pattern.
 */
export interface Phrase {
  readonly phrase: string;
  readonly values?: PhraseValues;
}

/** Words of which at most so many characters are shown. */
export interface ShortenedWords {
  readonly shortened: Words;
  readonly max: number;
}

/** Words of which, where they are long, the place is shown where they begin to differ from others. */
export interface DifferingWords {
  readonly differing: Words;
  readonly from: Words;
  readonly max: number;
}

/** What a check, a proof or a fact is about, by its name in the domain. */
export interface NamedSubject {
  readonly subject: string;
}

export type PhraseValues = Readonly<Record<string, PhraseValue>>;

/** What fills a hole. The marked ones keep their look where the sentence is shown as a line. */
export type PhraseValue =
  | Words
  | number
  | { readonly bold: Words }
  | { readonly verbatim: string }
  /** A person, by the id in the settings. */
  | { readonly mention: string }
  /** A moment, in milliseconds. */
  | { readonly time: number }
  | ListOfValues;

/** Several words, listed as the language lists things, or with what `between` says between them. */
export interface ListOfValues {
  readonly list: readonly PhraseValue[];
  readonly between?: string;
}

/** A sentence for people: `phrase('{vm} is off.', { vm })`. */
export function phrase(text: string, values?: PhraseValues): Phrase {
  return values === undefined ? { phrase: text } : { phrase: text, values };
}

/** Words as a log shows them: a sentence with its values behind it. */
export function roughWords(words: Words): string {
  if (typeof words === 'string') return words;
  if (!('phrase' in words)) return JSON.stringify(words);
  return words.values === undefined
    ? words.phrase
    : `${words.phrase} ${JSON.stringify(words.values)}`;
}
