import fc from 'fast-check';
import type {
  SpokenField as Field,
  SpokenForm as Form,
  SpokenInline as Inline,
  SpokenMessage as Message,
  SpokenPart as Part,
} from '../../../../bot/chat/message/message.ts';

const NASTY = [
  '<!channel>',
  '<@U0JUN>',
  '<#C0INC>',
  '<http://example.com|web-01>',
  '*bold* _it_ ~no~ `code` ```block```',
  '&lt;!here&gt;',
  '@here #incident :fire:',
  '\ud800',
  '\u0000\u001b[31m',
  '\u202egnp.exe',
  '👩‍💻'.repeat(40),
  '&<>"\\'.repeat(700),
  'x'.repeat(14_000),
  '\n\n\n',
  ' ',
  '',
];

/** Any text, with what has hurt others among it. */
export const anyText = fc.oneof(
  fc.constantFrom(...NASTY),
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.string({ maxLength: 5_000 }),
);

const anyInline: fc.Arbitrary<Inline> = fc.oneof(
  anyText,
  fc.record({ bold: anyText }),
  fc.record({ verbatim: anyText }),
  fc.record({ mention: fc.oneof(fc.constantFrom('mina', 'jun', 'evil', 'ada'), anyText) }),
  fc.record({ time: fc.integer({ min: 0, max: 4_000_000_000_000 }) }),
);

const anyLine = fc.array(anyInline, { maxLength: 14 });

const anyPress = fc.record(
  {
    command: anyText,
    failback: anyText,
    number: fc.nat(),
    choice: anyText,
  },
  { requiredKeys: ['command', 'failback', 'number'] },
);

const anyButton = fc.record({
  label: anyText,
  style: fc.constantFrom('primary', 'danger', 'plain'),
  press: anyPress,
});

const anyPart = fc.oneof(
  fc.record({ kind: fc.constant('title'), text: anyText }),
  fc.record({ kind: fc.constant('paragraph'), line: anyLine }),
  fc.record({ kind: fc.constant('note'), line: anyLine }),
  fc.record({ kind: fc.constant('list'), lines: fc.array(anyLine, { maxLength: 30 }) }),
  fc.record({
    kind: fc.constant('facts'),
    facts: fc.array(fc.record({ name: anyText, value: anyLine }), { maxLength: 20 }),
  }),
  fc.record({ kind: fc.constant('code'), text: anyText }),
  fc.record({ kind: fc.constant('divider') }),
  fc.record({ kind: fc.constant('buttons'), buttons: fc.array(anyButton, { maxLength: 30 }) }),
) as fc.Arbitrary<Part>;

/** Any message at all. */
export const anyMessage: fc.Arbitrary<Message> = fc.record({
  parts: fc.array(anyPart, { maxLength: 70 }),
});

const anyField = fc.oneof(
  fc.record({
    kind: fc.constant('text'),
    label: anyText,
    hint: anyText,
    optional: fc.boolean(),
  }),
  fc.record({
    kind: fc.constant('choice'),
    label: anyText,
    options: fc.array(fc.record({ value: anyText, label: anyText }), { maxLength: 120 }),
  }),
);

/** Any form with fields of distinct names, as the commands write them. */
export const anyForm = fc
  .record({
    title: anyText,
    intro: fc.array(anyPart, { maxLength: 8 }),
    fields: fc.array(anyField, { minLength: 1, maxLength: 10 }),
    submit: anyText,
  })
  .map(({ fields, ...rest }) => ({
    ...rest,
    command: 'approve',
    fields: fields.map((field, index) => ({ ...field, name: `field-${index}` }) as Field),
  })) as fc.Arbitrary<Form>;
