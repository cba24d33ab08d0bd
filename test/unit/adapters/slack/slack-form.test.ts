import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { viewProblems } from '../../../../adapters/slack/blocks/block-kit-limits.ts';
import { readForm, renderSlackForm } from '../../../../adapters/slack/blocks/slack-form.ts';
import { Directory } from '../../../../bot/access/directory.ts';
import type {
  SpokenField as Field,
  SpokenForm as Form,
} from '../../../../bot/chat/message/message.ts';
import { ENGLISH } from '../../../support/catalogue/spoken.ts';
import { anyForm } from './arbitrary-message.ts';

const READER = { directory: new Directory([]), speaker: ENGLISH };
const FORM: Form = {
  command: 'approve',
  title: 'Approve',
  intro: [],
  fields: [{ kind: 'text', name: 'typed', label: 'Type the name of the VM' }],
  submit: 'Approve',
  press: { command: 'approve', failback: 'FB-7K3M', number: 2 },
};

function submitted(values: Record<string, Record<string, unknown>>, change: object = {}) {
  return { ...renderSlackForm(FORM, 'C0INC', READER), state: { values }, ...change };
}

describe('a form in Slack', () => {
  it('comes back with its answers, its press and its channel', () => {
    const view = submitted({
      typed: { answer: { type: 'plain_text_input', value: 'web-01 <&>' } },
      side: { answer: { type: 'static_select', selected_option: { value: 'azure' } } },
      reason: { answer: { type: 'plain_text_input', value: null } },
      other: { answer: { type: 'static_select', selected_option: null } },
      vms: {
        answer: {
          type: 'multi_static_select',
          selected_options: [{ value: 'web-01' }, { value: 'db-01' }],
        },
      },
      later: { answer: { type: 'multi_static_select', selected_options: [] } },
      none: {},
    });

    expect(readForm(view)).toEqual({
      command: 'approve',
      channel: 'C0INC',
      press: { command: 'approve', failback: 'FB-7K3M', number: 2 },
      values: { typed: 'web-01 <&>', side: 'azure', vms: 'web-01,db-01' },
    });
  });

  it.each([
    ['of another kind', { callback_id: 'other' }],
    ['without what it carried', { private_metadata: '' }],
    ['that carried something else', { private_metadata: '{"command":7}' }],
    ['without answers', { state: null }],
  ])('%s is none of ours', (_what, change) => {
    expect(readForm(submitted({}, change))).toBeUndefined();
  });

  it('lets several be chosen, with those that are chosen already', () => {
    const options = ['a', 'b', 'with,comma'].map((value) => ({ value, label: value }));
    const field = { kind: 'choice', name: 'vm', label: 'VM', options, several: { chosen: ['b'] } };

    const view = renderSlackForm({ ...FORM, fields: [field as Field] }, 'C0INC', READER);

    expect(viewProblems(view)).toEqual([]);
    expect(view.blocks[0]).toMatchObject({
      element: {
        type: 'multi_static_select',
        options: [{ value: 'a' }, { value: 'b' }],
        initial_options: [{ value: 'b' }],
      },
    });
  });

  it('says how many choices do not fit', () => {
    const options = Array.from({ length: 103 }, (_, index) => ({
      value: `vm-${index}`,
      label: `vm-${index}`,
    }));
    const field = { kind: 'choice', name: 'vm', label: 'VM', options } as const;

    const view = renderSlackForm({ ...FORM, fields: [field] }, 'C0INC', READER);

    expect(JSON.stringify(view.blocks)).toContain('VM: 3 of 103 choices do not fit here.');
    expect(viewProblems(view)).toEqual([]);
  });

  it('stays within the limits whatever it asks', () => {
    fc.assert(
      fc.property(anyForm, (form) => {
        expect(viewProblems(renderSlackForm(form, 'C0INC', READER))).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });
});
