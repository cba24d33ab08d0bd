import { PassThrough } from 'node:stream';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createLogger } from '../../../../bot/logging.ts';

describe('whatever is logged', () => {
  it('stays one line of JSON, without the secrets that the process holds', () => {
    // Long enough not to be part of the line's own words.
    const secret = fc
      .string({ unit: 'grapheme', minLength: 12, maxLength: 40 })
      .map((text) => `§${text}`);

    fc.assert(
      fc.property(secret, fc.string(), fc.anything({ maxDepth: 4 }), (held, text, value) => {
        const destination = new PassThrough();
        const log = createLogger({ level: 'info', secrets: [held], destination });

        log.info({ value, deep: { list: [`${text}${held}${text}`] } }, `${text} ${held} ${text}`);

        const line = String(destination.read());
        expect(line.indexOf('\n')).toBe(line.length - 1);
        expect(JSON.stringify(JSON.parse(line))).not.toContain(JSON.stringify(held).slice(1, -1));
      }),
      { numRuns: 200 },
    );
  });
});
