import { beforeAll, describe } from 'vitest';
import { LANGUAGES, type Language } from '../../../bot/chat/language/languages.ts';
import type { SpokenForm, SpokenMessage } from '../../../bot/chat/message/message.ts';
import { MessageCatalogue, type Names, type Said } from './message-catalogue.ts';

export const PLAIN: Names = {
  vm: 'web-01',
  person: 'Jun Sample',
  azure: 'Something that Azure says',
  typed: 'too early',
};

const VERY_LONG: Names = {
  vm: 'v'.repeat(10_000),
  person: 'Jun '.repeat(20),
  azure: '&<>'.repeat(3_000),
  typed: 'x'.repeat(10_000),
};

/** Everything that the bot can say, in one language and with one kind of names. */
export interface Everything {
  readonly language: Language;
  readonly catalogue: MessageCatalogue;
  /** Both are complete when the tests run. */
  readonly messages: readonly Said<SpokenMessage>[];
  readonly forms: readonly Said<SpokenForm>[];
}

/** Describes all that the bot can say, in each language, with plain names, very long ones, and these. */
export function describeEveryMessage(
  names: Readonly<Record<string, Names>>,
  rules: (everything: Everything) => void,
): void {
  const cases = LANGUAGES.flatMap((language) =>
    Object.entries({ plain: PLAIN, ...names, 'very long': VERY_LONG }).map(([name, all]) => ({
      language,
      name,
      names: all,
    })),
  );

  describe.each(cases)('every message in $language with names that are $name', (one) => {
    const catalogue = new MessageCatalogue(one.names, one.language);
    const messages = [...catalogue.asks(), ...catalogue.views(), ...catalogue.noes()];
    const forms = [...catalogue.forms()];

    beforeAll(async () => {
      const answers = await catalogue.answers();
      messages.push(...answers.messages);
      forms.push(...answers.forms);
    });

    rules({ language: one.language, catalogue, messages, forms });
  });
}

/** What is wrong with each of these; what is well is left out. */
export const wrong = <T>(said: readonly Said<T>[], problemsOf: (said: T) => readonly unknown[]) =>
  said
    .map(({ what, said: one }) => ({ what, problems: problemsOf(one) }))
    .filter(({ problems }) => problems.length > 0);

/** The same text for every name. */
export const allNamed = (name: string): Names => ({
  vm: name,
  person: name,
  azure: name,
  typed: name,
});
