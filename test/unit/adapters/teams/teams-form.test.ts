import { describe, expect, it } from 'vitest';
import { readAnswers, renderTeamsForm } from '../../../../adapters/teams/cards/teams-form.ts';
import { Seals } from '../../../../adapters/teams/inbound/teams-seal.ts';
import { Directory } from '../../../../bot/access/directory.ts';
import type { SpokenForm as Form } from '../../../../bot/chat/message/message.ts';
import { ENGLISH } from '../../../support/catalogue/spoken.ts';

const directory = new Directory([]);
const PRESS = { command: 'approve', failback: 'FB-7K3M', number: 2 };

const FORM: Form = {
  command: 'approve',
  title: 'Approve, FB-7K3M',
  intro: [{ kind: 'paragraph', line: ['web-01 goes down.'] }],
  fields: [
    { kind: 'text', name: 'typed', label: 'Name of the VM', hint: 'as in Azure' },
    {
      kind: 'choice',
      name: 'side',
      label: 'Live side',
      optional: true,
      options: [
        { value: 'azure', label: 'Azure' },
        { value: 'on-premises', label: 'On-premises' },
      ],
    },
  ],
  submit: 'Approve',
  press: PRESS,
};

describe('a form', () => {
  it('has its fields, and one button that carries where the answers belong', () => {
    const card = renderTeamsForm(
      FORM,
      { channel: '19:c', seal: 's' },
      { directory, speaker: ENGLISH, back: false },
    );

    expect(card.body.slice(2)).toMatchObject([
      {
        type: 'Input.Text',
        id: 'field:typed',
        label: 'Name of the VM',
        isRequired: true,
        placeholder: 'as in Azure',
      },
      {
        type: 'Input.ChoiceSet',
        id: 'field:side',
        isRequired: false,
        style: 'expanded',
        choices: [
          { title: 'Azure', value: 'azure' },
          { title: 'On-premises', value: 'on-premises' },
        ],
      },
      {
        type: 'ActionSet',
        actions: [
          {
            title: 'Approve',
            verb: 'failback/submit',
            data: {
              failback: { form: { command: 'approve', channel: '19:c', seal: 's', press: PRESS } },
            },
            fallback: { type: 'Action.Submit' },
          },
        ],
      },
    ]);
  });

  it('offers the way back where it stands in place of a message', () => {
    const card = renderTeamsForm(
      FORM,
      { channel: '19:c' },
      { directory, speaker: ENGLISH, back: true },
    );

    expect(card.body.at(-1)).toMatchObject({
      actions: [{}, { title: 'Back', verb: 'failback/show' }],
    });
  });

  it('lets several be chosen, with those that are chosen already', () => {
    const options = ['a', 'b', 'c'].map((value) => ({ value, label: value }));
    const form: Form = {
      ...FORM,
      fields: [
        { kind: 'choice', name: 'vm', label: 'VM', options, several: { chosen: ['a', 'c'] } },
        { kind: 'choice', name: 'later', label: 'Later', options, several: { chosen: [] } },
      ],
    };

    const card = renderTeamsForm(
      form,
      { channel: '19:c' },
      { directory, speaker: ENGLISH, back: false },
    );

    const [first, second] = card.body.filter(({ type }) => type === 'Input.ChoiceSet');
    expect(first).toMatchObject({ isMultiSelect: true, value: 'a,c' });
    expect(second).toMatchObject({ isMultiSelect: true });
    expect(second).not.toHaveProperty('value');
  });

  it('says how many choices it has no room for', () => {
    const options = Array.from({ length: 130 }, (_, index) => ({
      value: `vm-${index}`,
      label: 'VM',
    }));
    const form: Form = {
      ...FORM,
      fields: [{ kind: 'choice', name: 'vm', label: 'VM', options }],
    };

    const json = JSON.stringify(
      renderTeamsForm(form, { channel: '19:c' }, { directory, speaker: ENGLISH, back: false }),
    );

    expect(json).toContain('VM: 30 of 130 choices do not fit here.');
  });

  it('reads its answers, and nothing else that stands beside them', () => {
    const data = {
      'field:typed': 'web-01',
      'field:reason': '',
      'field:n': 7,
      typed: 'x',
      failback: {},
    };

    expect(readAnswers(data)).toEqual({ typed: 'web-01' });
  });
});

describe('a seal', () => {
  const words = ['home:mina', 'approve', '19:incident', 'null'];

  it('is good for exactly what it was made for', () => {
    const seals = new Seals();
    const seal = seals.make(words);

    expect(seals.isGenuine(seal, words)).toBe(true);
    for (const index of words.keys()) {
      expect(seals.isGenuine(seal, words.with(index, 'other'))).toBe(false);
    }
  });

  it('is no good after a restart, cut, or empty', () => {
    const seal = new Seals().make(words);
    const seals = new Seals();

    expect(seals.isGenuine(seal, words)).toBe(false);
    expect(seals.isGenuine(seals.make(words).slice(1), words)).toBe(false);
    expect(seals.isGenuine('', words)).toBe(false);
  });
});
