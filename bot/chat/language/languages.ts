import { KOREAN } from './korean.ts';

/** The languages that the bot speaks. */
export const LANGUAGES = ['en', 'ko'] as const;

export type Language = (typeof LANGUAGES)[number];

/** The same in every language, in ICU MessageFormat: https://unicode-org.github.io/icu/userguide/format_parse/messages/ */
export type Wording = Readonly<Record<Language, string>>;

/** What each language says for an English sentence. English itself needs nothing. */
export const PATTERNS: Readonly<Record<Language, ReadonlyMap<string, string>>> = {
  en: new Map(),
  ko: new Map(Object.entries(KOREAN)),
};
