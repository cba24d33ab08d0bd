import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { errorReply } from '../../../bot/chat/error-reply.ts';
import { bulletList, compose, note, paragraph, say, title } from '../../../bot/chat/message/say.ts';
import { shorten, shownName } from '../../../bot/chat/message/shorten.ts';
import { UpstreamError } from '../../../bot/failback/ports/errors.ts';
import { duration, minutes } from '../../../bot/messages/words/duration.ts';
import { ENGLISH, plainText } from '../../support/catalogue/spoken.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

describe('a duration', () => {
  it.each([
    [-5, '0 s'],
    [45_400, '45 s'],
    [90_000, '1 min 30 s'],
    [12 * MINUTE + 59_000, '12 min'],
    [3 * HOUR + 5 * MINUTE, '3 h 05 min'],
    [52 * HOUR, '2 d 4 h'],
  ])('of %d ms is said as %s', (ms, said) => {
    expect(ENGLISH.text(duration(ms))).toBe(said);
  });

  it.each([
    [-1, 'less than a minute'],
    [59_999, 'less than a minute'],
    [5 * MINUTE + 59_000, '5 min'],
    [10 * MINUTE, '10 min'],
    [HOUR, '1 h 00 min'],
  ])('of %d ms in whole minutes is said as %s', (ms, said) => {
    expect(ENGLISH.text(minutes(ms))).toBe(said);
  });
});

describe('a text that is shortened', () => {
  it('is never longer than asked for, never half a character, and whole where it fits', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 20 }), (text, max) => {
        const short = shorten(text, max);

        expect([...short].length).toBeLessThanOrEqual(max);
        expect(short).not.toMatch(/\p{Cs}/u);
        expect(short === text).toBe([...text].length <= max);
      }),
    );
  });

  it('leaves a real name of a VM alone', () => {
    const real = 'w'.repeat(64);

    expect(shownName(real)).toBe(real);
    expect(shownName('w'.repeat(76))).toBe(`${'w'.repeat(74)}…`);
  });
});

describe('a message in plain words', () => {
  it('has every part on lines of its own', () => {
    const message = compose(
      title('Title'),
      paragraph('to ', { mention: 'jun' }, ' at ', { time: Date.UTC(2026, 10, 23, 12, 5) }),
      bulletList([[{ bold: 'one' }], ['two ', { verbatim: '/x' }]]),
      { kind: 'facts', facts: [{ name: 'Fact', value: ['value'] }] },
      { kind: 'code', text: 'a\nb' },
      { kind: 'divider' },
      {
        kind: 'buttons',
        buttons: [
          { label: 'Yes', style: 'primary', press: { command: 'a', failback: 'b', number: 1 } },
          { label: 'No', style: 'danger', press: { command: 'a', failback: 'b', number: 1 } },
        ],
      },
      { kind: 'buttons', buttons: [] },
      note('small'),
    );

    expect(plainText(message, () => 'Jun Sample')).toBe(
      'Title\nto @Jun Sample at 2026-11-23 12:05 UTC\none\ntwo /x\nFact: value\na\nb\n[Yes] [No]\nsmall',
    );
  });

  it('leaves out what is empty', () => {
    expect(
      compose(undefined, bulletList([]), { kind: 'facts', facts: [] }, paragraph('x')),
    ).toEqual(say('x'));
  });
});

describe('an error of a service', () => {
  it('is told without what is not known of it', () => {
    const error = new UpstreamError('no', 'Azure said no.', {
      service: 'azure',
      operation: 'commit',
      retryable: false,
    });

    expect(plainText(errorReply(error, 'r'), String)).toBe('Azure said no.\nazure');
  });
});
