/** What people read: a sentence to be put into their language, or text that stays as it is, a name for example. */
export type Words = string | Phrase;

/**
 * A sentence in English, in ICU MessageFormat (https://unicode-org.github.io/icu/userguide/format_parse/messages/), with
 * the values for its holes. Its English text is the key under which the languages know it. Values are data: nothing in
 * them is read as a pattern.
 */
export interface Phrase {
  readonly phrase: string;
  readonly values?: PhraseValues;
  /** At most so many characters are shown. */
  readonly max?: number;
}

export type PhraseValues = Readonly<Record<string, PhraseValue>>;

/** What fills a hole. The marked ones keep their look where the sentence is shown as a line. */
export type PhraseValue =
  | Words
  | number
  | { readonly bold: Words }
  | { readonly code: string }
  /** A person, by the id in the settings. */
  | { readonly mention: string }
  /** A moment, in milliseconds. */
  | { readonly time: number }
  /** Several words, listed as the language lists things, or with what `between` says between them. */
  | { readonly list: readonly PhraseValue[]; readonly between?: string };

/** A sentence for people: `phrase('{vm} is off.', { vm })`. */
export function phrase(text: string, values?: PhraseValues): Phrase {
  return values === undefined ? { phrase: text } : { phrase: text, values };
}

/** What somebody else has said, in their own language: in quotation marks, behind who said it. */
export const quoted = (who: Words, text: string): Phrase =>
  phrase('{who}: “{text}”', { who, text });

/** The words as a log shows them: a pattern with its values behind it. */
export function rough(words: Words): string {
  if (typeof words === 'string') return words;
  return words.values === undefined
    ? words.phrase
    : `${words.phrase} ${JSON.stringify(words.values)}`;
}
