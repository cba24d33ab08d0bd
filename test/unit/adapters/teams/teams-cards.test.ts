import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cardBytes } from '../../../../adapters/teams/cards/fit-card.ts';
import { bannerText, renderCard } from '../../../../adapters/teams/cards/teams-cards.ts';
import { renderTeamsForm } from '../../../../adapters/teams/cards/teams-form.ts';
import { TEAMS_LIMITS } from '../../../../adapters/teams/cards/teams-limits.ts';
import { Directory } from '../../../../bot/access/directory.ts';
import type {
  SpokenButton as Button,
  SpokenMessage as Message,
  SpokenPart as Part,
} from '../../../../bot/chat/message/message.ts';
import {
  hasCardSchema,
  rendererComplaints,
  schemaComplaints,
} from '../../../../simulators/teams/cards/card-review.ts';
import { describeCard } from '../../../../simulators/teams/describe-activity.ts';
import type { CardNode } from '../../../../simulators/teams/wire.ts';
import { ENGLISH } from '../../../support/catalogue/spoken.ts';
import { anyForm, anyMessage, anyText } from '../slack/arbitrary-message.ts';

const TENANT = '00000000-0000-4000-8000-0000000000aa';
const JUN = '00000000-0000-4000-8000-000000000012';

const directory = new Directory([
  { id: 'mina', name: 'Mina Example', roles: ['operator'], identities: { slack: 'U0MINA' } },
  { id: 'jun', name: 'Jun Sample', roles: ['approver'], identities: { teams: `${TENANT}:${JUN}` } },
  {
    id: 'evil',
    name: '</at><at>Everyone</at> **x**',
    roles: ['viewer'],
    identities: { teams: `${TENANT}:00000000-0000-4000-8000-000000000013` },
  },
]);

const button = (label: string, style: Button['style'] = 'plain'): Button => ({
  label,
  style,
  press: { command: label.toLowerCase(), failback: 'FB-7K3M', number: 3 },
});

const reader = { directory, speaker: ENGLISH };
const draw = (...parts: readonly Part[]) => renderCard({ parts }, reader);
const body = (...parts: readonly Part[]) => draw(...parts).body;

/** Cards are plain data; the reviewers read them as what arrives at a client. */
const arrived = (card: object): CardNode => JSON.parse(JSON.stringify(card));

function complaints(card: object): string[] {
  return [
    ...rendererComplaints(arrived(card)),
    ...(hasCardSchema ? schemaComplaints(arrived(card)) : []),
  ];
}

describe('a line', () => {
  it('is made of runs, which read no markup', () => {
    expect(
      body({ kind: 'paragraph', line: ['On ', { bold: 'web-01' }, ' now: ', { verbatim: '*x*' }] }),
    ).toEqual([
      {
        type: 'RichTextBlock',
        inlines: [
          { type: 'TextRun', text: 'On ' },
          { type: 'TextRun', text: 'web-01', weight: 'bolder' },
          { type: 'TextRun', text: ' now: ' },
          { type: 'TextRun', text: '*x*', fontType: 'monospace' },
        ],
      },
    ]);
  });

  it('with a mention is escaped but for the mention', () => {
    const card = draw({ kind: 'paragraph', line: [{ mention: 'jun' }, ' decides on *web_01*'] });

    expect(card.body).toEqual([
      { type: 'TextBlock', text: '<at>Jun Sample</at> decides on \\*web\\_01\\*', wrap: true },
    ]);
    expect(card.msteams.entities).toEqual([
      {
        type: 'mention',
        text: '<at>Jun Sample</at>',
        mentioned: { id: JUN, name: 'Jun Sample' },
      },
    ]);
  });

  it('names people who are not in Teams, and mentions nobody', () => {
    const card = draw({ kind: 'paragraph', line: [{ mention: 'mina' }, { mention: 'ada' }] });

    expect(describeCard(arrived(card))).toBe('Mina Exampleada');
    expect(card.msteams.entities).toEqual([]);
  });

  it('shows a moment in the time zone of the reader', () => {
    expect(body({ kind: 'note', line: ['until ', { time: Date.UTC(2026, 0, 2, 3, 4) }] })).toEqual([
      {
        type: 'TextBlock',
        text: 'until {{DATE(2026-01-02T03:04:00Z,COMPACT)}} {{TIME(2026-01-02T03:04:00Z)}}',
        wrap: true,
        size: 'small',
        isSubtle: true,
      },
    ]);
  });

  it('cannot mention somebody by what it says, even beside a real mention', () => {
    const text = '<at>Jun Sample</at> < at>Jun Sample</ AT> {{DATE(2026-01-01T00:00:00Z)}}';

    const json = JSON.stringify(
      draw({ kind: 'paragraph', line: [{ mention: 'jun' }, text, text] }),
    );

    expect(json.split('<at>')).toHaveLength(3);
    expect(json).not.toContain('{{');
  });

  it('mentions a person whose name is made of markup by what is left of it', () => {
    const card = draw({ kind: 'paragraph', line: [{ mention: 'evil' }] });

    const [entity] = card.msteams.entities as { text: string }[];
    expect(entity?.text).toMatch(/^<at>[^<>*]+<\/at>$/);
    expect(card.body).toMatchObject([{ text: entity?.text }]);
  });
});

describe('a message', () => {
  it('draws every kind of part', () => {
    const card = draw(
      { kind: 'title', text: 'Bring web-01 home?' },
      { kind: 'facts', facts: [{ name: 'Goes down', value: ['the *Azure* VM'] }] },
      { kind: 'divider' },
      { kind: 'list', lines: [['one'], [''], ['two']] },
      { kind: 'code', text: 'a:  1\n\nb' },
      { kind: 'note', line: ['FB-7K3M'] },
      { kind: 'buttons', buttons: [button('Approve', 'primary')] },
    );

    expect(describeCard(arrived(card)).replaceAll('\u00a0', ' ')).toBe(
      '== Bring web-01 home? ==\nGoes down: the *Azure* VM\n---\n• one\n• two\na:  1\n \nb\n(FB-7K3M)\n[Approve]',
    );
    expect(complaints(card)).toEqual([]);
  });

  it('has buttons for clients of both ages', () => {
    const data = { failback: { press: button('Decline').press } };

    expect(body({ kind: 'buttons', buttons: [button('Decline', 'danger')] })).toEqual([
      {
        type: 'ActionSet',
        actions: [
          {
            type: 'Action.Execute',
            verb: 'failback/press',
            title: 'Decline',
            data,
            style: 'destructive',
            associatedInputs: 'none',
            fallback: {
              type: 'Action.Submit',
              title: 'Decline',
              data,
              style: 'destructive',
              associatedInputs: 'none',
            },
          },
        ],
      },
    ]);
  });

  it('keeps no decision behind a menu', () => {
    const sets = body({ kind: 'buttons', buttons: Array.from({ length: 8 }, () => button('Go')) });

    expect(sets.map((set) => 'actions' in set && set.actions.length)).toEqual([5, 3]);
  });

  it('is looked at again by 60 people at most, and by nobody unless they are named', () => {
    const viewers = Array.from({ length: 80 }, (_, index) => `29:${index}`);
    const message: Message = { parts: [{ kind: 'title', text: 'Board' }] };

    expect(renderCard(message, reader, viewers).refresh?.userIds).toHaveLength(60);
    expect(renderCard(message, reader).refresh).toBeUndefined();
  });

  it('that is too long is cut at its end, keeps its buttons, and says so', () => {
    const card = draw(
      { kind: 'paragraph', line: ['The beginning.'] },
      { kind: 'paragraph', line: ['x'.repeat(40_000)] },
      { kind: 'paragraph', line: [{ mention: 'jun' }, ' decides.'] },
      { kind: 'buttons', buttons: [button('Approve')] },
    );

    expect(cardBytes(card)).toBeLessThanOrEqual(TEAMS_LIMITS.cardBytes);
    expect(describeCard(arrived(card))).toMatch(
      /^The beginning\.\nx+…\n\(Shortened.*\)\n\[Approve\]$/,
    );
    expect(card.msteams.entities).toEqual([]);
  });

  it('in words leaves the buttons out', () => {
    const parts: Part[] = [
      { kind: 'paragraph', line: ['Refused, ', { bold: 'web-01' }] },
      { kind: 'buttons', buttons: [button('Approve')] },
    ];

    expect(bannerText({ parts }, reader)).toBe('Refused, web-01');
    expect(bannerText({ parts: [] }, reader)).toBe('Done.');
  });
});

describe('whatever is said', () => {
  it('fits, is understood, and mentions nobody but the people of the settings', () => {
    fc.assert(
      fc.property(anyMessage, (message) => {
        const card = renderCard(message, reader, ['29:a']);
        const known = ['Jun Sample', ' at  at Everyone  at    x  '];

        expect(cardBytes(card)).toBeLessThanOrEqual(TEAMS_LIMITS.cardBytes);
        expect(complaints(card)).toEqual([]);
        const mentioned = JSON.stringify(card.body).match(/<at>(.*?)<\/at>/g) ?? [];
        const allowed = known.map((name) => `<at>${name.trim()}</at>`);
        expect(mentioned.filter((one) => !allowed.includes(one))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('is shown in a text block as it is, whatever signs it has', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const [block] = body({ kind: 'paragraph', line: [text, { time: 0 }] });
        const raw = block !== undefined && 'text' in block ? block.text : '';
        const said = raw.slice(0, raw.indexOf('{{DATE(1970'));

        expect(said.replace(/\\[!-/:-@[-`{-~]/g, '')).not.toMatch(/[\\`*_{}[\]<>()#+\-!|~&:/@]/);
      }),
    );
  });

  it('in a form, fits and is understood', () => {
    fc.assert(
      fc.property(anyForm, fc.boolean(), (form, back) => {
        const carried = { channel: '19:incident@thread.tacv2' };
        const card = renderTeamsForm(form, carried, { ...reader, back });

        expect(complaints(card)).toEqual([]);
        expect(cardBytes(card)).toBeLessThanOrEqual(TEAMS_LIMITS.cardBytes);
      }),
      { numRuns: 60 },
    );
  });
});
