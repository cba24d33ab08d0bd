import { describe, expect, it } from 'vitest';
import { KOREAN } from '../../../../bot/chat/language/korean.ts';
import { Speaker } from '../../../../bot/chat/language/speaker.ts';
import { phrase } from '../../../../bot/chat/message/phrase.ts';
import { DICTIONARY } from '../../../../bot/messages/dictionary/dictionary.ts';
import { holesOf } from '../../../support/holes.ts';

const english = new Speaker('en', DICTIONARY);
const korean = new Speaker('ko', DICTIONARY);

describe('a speaker', () => {
  it('fills a sentence, and counts', () => {
    const words = phrase('{vm} has {count, plural, one {# checkpoint} other {# checkpoints}}.', {
      vm: 'web-01',
      count: 1,
    });

    expect(english.text(words)).toBe('web-01 has 1 checkpoint.');
  });

  it('keeps the look of a marked value where it stands in the sentence', () => {
    const words = phrase('{who} approved at {at}.', {
      who: { bold: 'Jun Sample' },
      at: { time: 0 },
    });

    expect(english.line([words])).toEqual([
      { bold: 'Jun Sample' },
      ' approved at ',
      { time: 0 },
      '.',
    ]);
  });

  it('reads nothing in a value as a pattern', () => {
    expect(english.text(phrase('{vm} is off.', { vm: "{x} <b>'{' #" }))).toBe(
      "{x} <b>'{' # is off.",
    );
    expect(english.text('{not a hole}')).toBe('{not a hole}');
  });

  it('says a sentence in a sentence in the same language', () => {
    const inner = phrase('Reference for the administrator: {reference}', { reference: 'r1' });

    expect(korean.text(phrase('[{inner}]', { inner }))).toBe('[관리자에게 전달할 참조 번호: r1]');
  });

  it('keeps the look in a sentence in a sentence, too', () => {
    const inner = phrase('{who} approved.', { who: { mention: 'jun' } });

    expect(english.line([phrase('[{inner}]', { inner })])).toEqual([
      '[',
      { mention: 'jun' },
      ' approved.]',
    ]);
  });

  it('names several things', () => {
    const list = ['web-01', phrase('{count} more', { count: 2 })];

    expect(english.text(phrase('Open: {list}.', { list: { list } }))).toBe('Open: web-01, 2 more.');
    expect(english.text(phrase('{all}', { all: { list, between: '; ' } }))).toBe('web-01; 2 more');
    expect(english.text(phrase('Open: {list}.', { list: { list: [] } }))).toBe('Open: .');
  });

  it('shortens after it has spoken', () => {
    expect(english.text({ shortened: phrase('{vm} is off.', { vm: 'web-01' }), max: 6 })).toBe(
      'web-0…',
    );
  });

  it('says an unknown sentence in English, and one that lacks a value as it is', () => {
    expect(korean.text(phrase('{vm} is home.', { vm: 'a' }))).toBe('a is home.');
    expect(korean.text(phrase('{vm} is home.'))).toBe('{vm} is home.');
  });
});

describe('the Korean sentences', () => {
  it.each(Object.entries(KOREAN))(
    'have the holes of the English one: %s',
    (sentence, translated) => {
      expect(holesOf(translated)).toEqual(holesOf(sentence));
    },
  );
});
