import { expect, it } from 'vitest';
import { renderCard } from '../../../../adapters/teams/cards/teams-cards.ts';
import { renderTeamsForm } from '../../../../adapters/teams/cards/teams-form.ts';
import type {
  SpokenForm as Form,
  SpokenMessage as Message,
} from '../../../../bot/chat/message/message.ts';
import { cardProblems } from '../../../../simulators/teams/cards/card-rules.ts';
import type { CardNode } from '../../../../simulators/teams/wire.ts';
import { allNamed, describeEveryMessage, wrong } from '../../../support/catalogue/every-message.ts';
import { ENGLISH } from '../../../support/catalogue/spoken.ts';

const MARKUP =
  '<at>Jun Sample</at> **b** _i_ `c` [x](https://x.invalid) {{TIME(2026-01-01T00:00:00Z)}} &lt;';

const arrived = (card: object): CardNode => JSON.parse(JSON.stringify(card));

describeEveryMessage({ markup: allNamed(MARKUP) }, ({ catalogue, messages, forms }) => {
  const { directory } = catalogue;

  it('is taken by Teams, whole', () => {
    const problems = (message: Message) => {
      const card = arrived(renderCard(message, { directory, speaker: ENGLISH }));
      const cut = JSON.stringify(card).includes('Shortened: ') ? ['it was shortened'] : [];
      return [...cardProblems(card), ...cut];
    };

    expect(messages.length).toBeGreaterThan(200);
    expect(wrong(messages, problems)).toEqual([]);
  });

  it('is taken by Teams as a form, with all its choices', () => {
    const problems = (form: Form) => {
      const options = { directory, speaker: ENGLISH, back: true };
      const card = arrived(renderTeamsForm(form, { channel: '19:c' }, options));
      const text = JSON.stringify(card);
      const cut = /Shortened: |do not fit here/.test(text) ? ['something is missing'] : [];
      return [...cardProblems(card), ...cut];
    };

    expect(forms.length).toBeGreaterThan(5);
    expect(wrong(forms, problems)).toEqual([]);
  });
});
