import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  cleanText,
  escapeMarkup,
  shortenText,
  unescapeMarkup,
} from '../../../../adapters/slack/blocks/slack-escape.ts';
import { anyText } from './arbitrary-message.ts';

const LONE_SURROGATE = /\p{Cs}/u;

describe('text for Slack', () => {
  it('keeps what people write', () => {
    expect(cleanText('Grüße, 東京 👩‍💻\n\tweb-01 *_~`')).toBe('Grüße, 東京 👩‍💻\n\tweb-01 *_~`');
  });

  it('shows what cannot be shown as a mark', () => {
    expect(cleanText('a\u0000b\u202ec\ud800d\r\ne')).toBe('a\ufffdb\ufffdc\ufffdd\ne');
  });

  it('has no character left that begins markup', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const escaped = escapeMarkup(text);

        expect(escaped).not.toMatch(/[<>]|&(?!amp;|lt;|gt;)/);
        expect(unescapeMarkup(escaped)).toBe(cleanText(text));
      }),
    );
  });

  it('is shortened to the length asked for, never in half a character', () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 2, max: 300 }), (text, max) => {
        const clean = cleanText(text);
        const short = shortenText(clean, max);

        expect(short.length).toBeLessThanOrEqual(max);
        expect(short).not.toMatch(LONE_SURROGATE);
        expect(short === clean).toBe(clean.length <= max);
      }),
    );
  });
});
