import { describe, expect, it } from 'vitest';
import { blockProblems, viewProblems } from '../../../../adapters/slack/blocks/block-kit-limits.ts';

const plain = (length: number) => ({ type: 'plain_text', text: 'x'.repeat(length) });
const header = (length: number) => ({ type: 'header', text: plain(length) });
const button = (change: object = {}) => ({
  type: 'button',
  action_id: 'a',
  text: plain(3),
  value: '{}',
  ...change,
});
const actions = (...elements: object[]) => ({ type: 'actions', elements });
const numbered = (count: number) =>
  Array.from({ length: count }, (_, index) => button({ action_id: `a${index}` }));
const code = (length: number) => ({
  type: 'rich_text',
  elements: [
    { type: 'rich_text_preformatted', elements: [{ type: 'text', text: 'x'.repeat(length) }] },
  ],
});
const context = (count: number) => ({ type: 'context', elements: Array(count).fill(plain(3)) });

describe('the limits of Block Kit', () => {
  it.each<[string, object[], object[]]>([
    ['blocks of a message', Array(50).fill(header(3)), Array(51).fill(header(3))],
    ['a header', [header(150)], [header(151)]],
    ['a header with text', [header(1)], [header(0)]],
    ['buttons of a block', [actions(...numbered(25))], [actions(...numbered(26))]],
    ['a label', [actions(button({ text: plain(75) }))], [actions(button({ text: plain(76) }))]],
    [
      'a value',
      [actions(button({ value: 'x'.repeat(2000) }))],
      [actions(button({ value: 'x'.repeat(2001) }))],
    ],
    [
      'an action id',
      [actions(button({ action_id: 'x'.repeat(255) }))],
      [actions(button({ action_id: 'x'.repeat(256) }))],
    ],
    [
      'distinct action ids',
      [actions(button(), button({ action_id: 'b' }))],
      [actions(button(), button())],
    ],
    ['the pieces of small print', [context(10)], [context(11)]],
    ['all the text of a message', [code(12_000)], [code(13_200)]],
    ['a known style', [actions(button({ style: 'danger' }))], [actions(button({ style: 'red' }))]],
    ['known blocks', [{ type: 'divider' }], [{ type: 'nonsense' }]],
    ['known fields', [{ type: 'divider' }], [{ type: 'divider', colour: 'red' }]],
    [
      'distinct block ids',
      [
        { type: 'divider', block_id: 'a' },
        { type: 'divider', block_id: 'b' },
      ],
      [
        { type: 'divider', block_id: 'a' },
        { type: 'divider', block_id: 'a' },
      ],
    ],
  ])('are checked for %s', (_what, good, bad) => {
    expect(blockProblems(good)).toEqual([]);
    expect(blockProblems(bad)).not.toEqual([]);
  });

  it('say where the problem is', () => {
    expect(blockProblems([header(3), header(151)])[0]).toMatch(/^1\/text\/text: /);
  });

  const modal = (change: object = {}) => ({
    type: 'modal',
    title: plain(24),
    submit: plain(24),
    close: plain(24),
    callback_id: 'form',
    private_metadata: 'x'.repeat(3000),
    blocks: [header(3)],
    ...change,
  });
  const select = (count: number, length = 3) => ({
    type: 'input',
    label: plain(3),
    element: {
      type: 'static_select',
      action_id: 'a',
      options: Array(count).fill({ text: plain(length), value: 'v' }),
    },
  });

  it.each<[string, object, object]>([
    ['the title', {}, { title: plain(25) }],
    ['the carried data', {}, { private_metadata: 'x'.repeat(3001) }],
    ['the blocks', { blocks: Array(100).fill(header(3)) }, { blocks: Array(101).fill(header(3)) }],
    ['the choices', { blocks: [select(100)] }, { blocks: [select(101)] }],
    ['some choice', { blocks: [select(1)] }, { blocks: [select(0)] }],
    ['a choice', { blocks: [select(1, 75)] }, { blocks: [select(1, 76)] }],
  ])('are checked for %s of a modal', (_what, good, bad) => {
    expect(viewProblems(modal(good))).toEqual([]);
    expect(viewProblems(modal(bad))).not.toEqual([]);
  });
});
