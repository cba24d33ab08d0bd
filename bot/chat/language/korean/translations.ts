/** What a language says for English sentences. Holes are the same; their order need not be. */
export type Translations = Readonly<Record<string, string>>;
