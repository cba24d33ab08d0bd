import { beforeAll, describe, expect, it } from 'vitest';
import { renderCard } from '../../../../adapters/teams/teams-cards.ts';
import { renderForm } from '../../../../adapters/teams/teams-form.ts';
import { LANGUAGES } from '../../../../bot/chat/language/languages.ts';
import type { SpokenForm as Form, SpokenMessage as Message } from '../../../../bot/chat/message.ts';
import { cardProblems } from '../../../../simulators/teams/card-rules.ts';
import type { CardNode } from '../../../../simulators/teams/wire.ts';
import { MessageCatalogue, type Names, type Said } from '../../../support/message-catalogue.ts';
import { ENGLISH } from '../../../support/spoken.ts';

const MARKUP =
  '<at>Jun Sample</at> **b** _i_ `c` [x](https://x.invalid) {{TIME(2026-01-01T00:00:00Z)}} &lt;';

const NAMES: Readonly<Record<string, Names>> = {
  plain: { vm: 'web-01', person: 'Jun Sample', azure: 'Something that Azure says', typed: 'early' },
  markup: { vm: MARKUP, person: MARKUP, azure: MARKUP, typed: MARKUP },
  'very long': {
    vm: 'v'.repeat(10_000),
    person: 'Jun '.repeat(20),
    azure: '&<>'.repeat(3_000),
    typed: 'x'.repeat(10_000),
  },
};

const arrived = (card: object): CardNode => JSON.parse(JSON.stringify(card));

const CASES = LANGUAGES.flatMap((language) =>
  Object.entries(NAMES).map(([name, names]) => ({ language, name, names })),
);

describe.each(CASES)(
  'every message in $language with names that are $name',
  ({ language, names }) => {
    const catalogue = new MessageCatalogue(names, language);
    const messages: Said<Message>[] = [
      ...catalogue.asks(),
      ...catalogue.views(),
      ...catalogue.noes(),
    ];
    const forms: Said<Form>[] = [...catalogue.forms()];

    beforeAll(async () => {
      const answers = await catalogue.answers();
      messages.push(...answers.messages);
      forms.push(...answers.forms);
    });

    it('is taken by Teams, whole', () => {
      const problems = messages.map(({ what, said }) => {
        const card = arrived(
          renderCard(said, { directory: catalogue.directory, speaker: ENGLISH }),
        );
        const cut = JSON.stringify(card).includes('Shortened: ') ? ['it was shortened'] : [];
        return { what, problems: [...cardProblems(card), ...cut] };
      });

      expect(messages.length).toBeGreaterThan(200);
      expect(problems.filter((one) => one.problems.length > 0)).toEqual([]);
    });

    it('is taken by Teams as a form, with all its choices', () => {
      const problems = forms.map(({ what, said }) => {
        const options = { directory: catalogue.directory, speaker: ENGLISH, back: true };
        const card = arrived(renderForm(said, { channel: '19:c' }, options));
        const text = JSON.stringify(card);
        const cut = /Shortened: |do not fit here/.test(text) ? ['something is missing'] : [];
        return { what, problems: [...cardProblems(card), ...cut] };
      });

      expect(forms.length).toBeGreaterThan(5);
      expect(problems.filter((one) => one.problems.length > 0)).toEqual([]);
    });
  },
);
