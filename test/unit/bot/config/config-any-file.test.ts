import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { settings } from '../../../../bot/config/sections/settings.ts';
import { GOOD, problems, removeFiles } from './settings-file.ts';

afterAll(removeFiles);

/** Values of every shape, under keys that the settings know and keys that they do not. */
const anything = fc.letrec<{ tree: unknown }>((tie) => ({
  tree: fc.oneof(
    { depthSize: 'small' },
    fc.constantFrom(
      null,
      true,
      -1,
      0.5,
      1e99,
      '',
      ' ',
      'x',
      'U0EXAMPLE01',
      'https://x',
      '2026-01-01',
    ),
    fc.string(),
    fc.array(tie('tree'), { maxLength: 3 }),
    fc.dictionary(
      fc.constantFrom(
        'kind',
        'name',
        'id',
        'roles',
        'slack',
        'vaults',
        'credential',
        'teams',
        'http',
        'approvals',
        '__proto__',
        'toString',
        'x',
      ),
      tie('tree'),
      { maxKeys: 4 },
    ),
  ),
})).tree;

const sections = fc.record(
  Object.fromEntries(Object.keys(settings.shape).map((section) => [section, anything])),
  { requiredKeys: [] },
);

describe('a settings file', () => {
  it('whatever is in it, is used or refused with problems that have a line', () => {
    fc.assert(
      fc.property(sections, (content) => {
        const found = problems(stringify(content));

        expect(found.length).toBeGreaterThan(0);
        for (const problem of found)
          expect(problem).toMatch(/^failback\.yaml:[1-9]\d*: |^FAILBACK_/);
      }),
      { numRuns: 100 },
    );
  });

  it('of any text at all ends in problems, never in another error', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.nat(GOOD.length), (text, at) => {
        const torn = GOOD.slice(0, at) + text + GOOD.slice(at);

        expect(Array.isArray(problems(torn))).toBe(true);
      }),
      { numRuns: 100 },
    );
  });
});
