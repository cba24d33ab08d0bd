import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blockProblems } from '../../../../adapters/slack/blocks/block-kit-limits.ts';
import { renderMessage, renderSlackParts } from '../../../../adapters/slack/blocks/slack-blocks.ts';
import { Directory } from '../../../../bot/access/directory.ts';
import type {
  SpokenMessage as Message,
  SpokenPart as Part,
} from '../../../../bot/chat/message/message.ts';
import { ENGLISH } from '../../../support/catalogue/spoken.ts';
import { anyMessage } from './arbitrary-message.ts';

const PEOPLE = new Directory([
  { id: 'mina', name: 'Mina <!channel> *Example*', roles: [], identities: { slack: 'U0MINA' } },
  { id: 'jun', name: 'Jun Sample', roles: [], identities: { slack: 'U0JUN' } },
  { id: 'evil', name: 'Eve Placeholder', roles: [], identities: { slack: 'U1> <!channel' } },
  { id: 'ada', name: 'Ada Placeholder', roles: [], identities: {} },
]);

const NOON = Date.UTC(2026, 10, 23, 12, 0);

function blocks(...parts: Part[]) {
  return renderMessage({ parts }, PEOPLE, ENGLISH).blocks;
}

function section(...elements: unknown[]) {
  return [{ type: 'rich_text', elements: [{ type: 'rich_text_section', elements }] }];
}

function press(command: string) {
  return { command, failback: 'FB-7K3M', number: 3 };
}

describe('a message in Slack', () => {
  it('is a header for a title', () => {
    expect(blocks({ kind: 'title', text: 'web-01 <home>' })).toEqual([
      { type: 'header', text: { type: 'plain_text', text: 'web-01 <home>', emoji: false } },
    ]);
  });

  it('draws a paragraph as rich text, in which markup is only text', () => {
    const line = [
      '<@U0JUN> ',
      { bold: '*' },
      { verbatim: '`' },
      { time: NOON },
      { mention: 'mina' },
    ];

    expect(blocks({ kind: 'paragraph', line })).toEqual(
      section(
        { type: 'text', text: '<@U0JUN> ' },
        { type: 'text', text: '*', style: { bold: true } },
        { type: 'text', text: '`', style: { code: true } },
        {
          type: 'date',
          timestamp: NOON / 1000,
          format: '{date_short_pretty} {time}',
          fallback: '2026-11-23 12:00 UTC',
        },
        { type: 'user', user_id: 'U0MINA' },
      ),
    );
  });

  it('names people whom Slack does not know, instead of mentioning them', () => {
    const line = [{ mention: 'ada' }, ' ', { mention: 'evil' }, ' ', { mention: 'nobody' }];

    expect(blocks({ kind: 'paragraph', line })).toEqual(
      section(
        { type: 'text', text: 'Ada Placeholder' },
        { type: 'text', text: ' ' },
        { type: 'text', text: 'Eve Placeholder' },
        { type: 'text', text: ' ' },
        { type: 'text', text: 'nobody' },
      ),
    );
  });

  it('draws facts as one line each, names in bold', () => {
    const facts = [
      { name: 'Live side', value: ['Azure'] },
      { name: 'Disks', value: ['2, ', { bold: '120 GB' }] },
    ];

    expect(blocks({ kind: 'facts', facts })).toEqual(
      section(
        { type: 'text', text: 'Live side: ', style: { bold: true } },
        { type: 'text', text: 'Azure' },
        { type: 'text', text: '\nDisks: ', style: { bold: true } },
        { type: 'text', text: '2, ' },
        { type: 'text', text: '120 GB', style: { bold: true } },
      ),
    );
  });

  it('draws lists and code', () => {
    const list: Part = { kind: 'list', lines: [['one'], [], ['two']] };

    expect(blocks(list, { kind: 'code', text: 'a\nb' })).toEqual([
      {
        type: 'rich_text',
        elements: [
          {
            type: 'rich_text_list',
            style: 'bullet',
            elements: [
              { type: 'rich_text_section', elements: [{ type: 'text', text: 'one' }] },
              { type: 'rich_text_section', elements: [{ type: 'text', text: 'two' }] },
            ],
          },
        ],
      },
      {
        type: 'rich_text',
        elements: [{ type: 'rich_text_preformatted', elements: [{ type: 'text', text: 'a\nb' }] }],
      },
    ]);
  });

  it('draws small print as plain text, with markup for times and mentions only', () => {
    const line = ['asked ', { bold: '<!here>' }, { time: NOON }, ' by ', { mention: 'mina' }];

    expect(blocks({ kind: 'note', line })).toEqual([
      {
        type: 'context',
        elements: [
          { type: 'plain_text', text: 'asked <!here>', emoji: false },
          {
            type: 'mrkdwn',
            text: `<!date^${NOON / 1000}^{date_short_pretty} {time}|2026-11-23 12:00 UTC>`,
          },
          { type: 'plain_text', text: ' by ', emoji: false },
          { type: 'mrkdwn', text: '<@U0MINA>' },
        ],
      },
    ]);
  });

  it('draws small print in one piece when it has more pieces than Slack takes', () => {
    const line = Array.from({ length: 6 }, () => [{ time: NOON }, ' and ']).flat();

    const [block] = blocks({ kind: 'note', line });

    expect(block).toMatchObject({ type: 'context', elements: [{ type: 'plain_text' }] });
  });

  it('draws buttons that carry their press and are read out with what they are about', () => {
    const buttons = [
      { label: 'Approve', style: 'primary' as const, press: press('approve') },
      { label: 'Later', style: 'plain' as const, press: press('help') },
    ];

    expect(blocks({ kind: 'buttons', buttons })).toEqual([
      {
        type: 'actions',
        elements: [
          {
            type: 'button',
            action_id: 'approve:0',
            text: { type: 'plain_text', text: 'Approve', emoji: false },
            value: '{"command":"approve","failback":"FB-7K3M","number":3}',
            style: 'primary',
            accessibility_label: 'Approve, FB-7K3M',
          },
          {
            type: 'button',
            action_id: 'help:1',
            text: { type: 'plain_text', text: 'Later', emoji: false },
            value: '{"command":"help","failback":"FB-7K3M","number":3}',
            accessibility_label: 'Later, FB-7K3M',
          },
        ],
      },
    ]);
  });

  it('has a plain text for notifications in which nothing is markup', () => {
    const { text } = renderMessage(
      { parts: [{ kind: 'paragraph', line: ['<!channel> & ', { mention: 'mina' }] }] },
      PEOPLE,
      ENGLISH,
    );

    expect(text).toBe('&lt;!channel&gt; &amp; @Mina &lt;!channel&gt; *Example*');
  });

  it('is never quite empty', () => {
    expect(renderMessage({ parts: [] }, PEOPLE, ENGLISH)).toEqual({ text: 'Failback', blocks: [] });
  });

  it('that is too long is shortened, says so, and keeps its buttons', () => {
    const lines = Array.from({ length: 400 }, (_, index) => [`line ${index} ${'x'.repeat(80)}`]);
    const buttons = [{ label: 'Approve', style: 'primary' as const, press: press('approve') }];

    const drawn = blocks({ kind: 'list', lines }, { kind: 'buttons', buttons });

    expect(drawn.map((block) => block.type)).toEqual(['rich_text', 'context', 'actions']);
    expect(JSON.stringify(drawn[1])).toContain('Shortened');
    expect(JSON.stringify(drawn[0])).toContain('line 50');
    expect(blockProblems(drawn)).toEqual([]);
  });

  it('of too many parts is shortened, says so, and keeps its buttons', () => {
    const parts = Array.from({ length: 80 }, (): Part => ({ kind: 'title', text: 'again' }));
    const buttons = [{ label: 'Approve', style: 'primary' as const, press: press('approve') }];

    const drawn = blocks(...parts, { kind: 'buttons', buttons });

    expect(drawn).toHaveLength(50);
    expect(drawn.at(-2)?.type).toBe('context');
    expect(drawn.at(-1)?.type).toBe('actions');
  });

  it('whatever it says: stays within the limits, says when it is cut, mentions only who is meant', () => {
    fc.assert(
      fc.property(anyMessage, (message) => {
        const drawn = renderMessage(message, PEOPLE, ENGLISH);

        expect(blockProblems(drawn.blocks)).toEqual([]);
        expect(drawn.text.length).toBeGreaterThan(0);
        expect(drawn.text.length).toBeLessThanOrEqual(20_000);
        expect(drawn.text).not.toMatch(/[<>]/);
        expect(drawn.text).not.toMatch(/\p{Cs}/u);
        const isCut = !isDeepStrictEqual(drawn.blocks, renderSlackParts(message.parts, PEOPLE));
        expect(JSON.stringify(drawn.blocks).includes('Shortened: the rest')).toBe(isCut);
        expect(foreignMarkup(drawn.blocks)).toEqual([]);
        expect(mentioned(drawn.blocks).filter((id) => !meant(message).has(id))).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });
});

type Node = { [key: string]: unknown };

/** Every object in a tree of blocks. */
function nodes(value: unknown): Node[] {
  if (Array.isArray(value)) return value.flatMap(nodes);
  if (typeof value !== 'object' || value === null) return [];
  return [value as Node, ...Object.values(value).flatMap(nodes)];
}

/** Texts that Slack reads as markup and that are not of the two forms which the adapter makes itself. */
function foreignMarkup(tree: unknown): unknown[] {
  const own = /^(<@U0(MINA|JUN)>|<!date\^\d+\^\{date_short_pretty\} \{time\}\|[-\d: ]+UTC>)$/;
  return nodes(tree)
    .filter((node) => node['type'] === 'mrkdwn')
    .map((node) => node['text'])
    .filter((text) => !own.test(String(text)));
}

function mentioned(tree: unknown): unknown[] {
  return nodes(tree)
    .filter((node) => node['type'] === 'user')
    .map((node) => node['user_id']);
}

function meant(message: Message): Set<unknown> {
  const ids = nodes(message)
    .map((node) => node['mention'])
    .filter((person) => typeof person === 'string')
    .map((person) => PEOPLE.identityOn('slack', person));
  return new Set(ids);
}
