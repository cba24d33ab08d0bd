import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../../../bot/chat/language/languages.ts';
import { CODE_WORDS } from '../../../../bot/messages/dictionary/codes.ts';
import { DICTIONARY } from '../../../../bot/messages/dictionary/dictionary.ts';
import { factsOfCodes } from '../../../support/facts-of-codes.ts';
import { holesOf } from '../../../support/holes.ts';

describe('the words of the codes', () => {
  it('name exactly the facts of each code, in every language', () => {
    const facts = factsOfCodes();
    const holes = new Map(
      Object.entries(CODE_WORDS).map(([code, wording]) => [
        code,
        LANGUAGES.map((language) => holesOf(wording[language])),
      ]),
    );

    expect(holes.size).toBe(facts.size);
    for (const [code, names] of facts)
      expect({ code, holes: holes.get(code) }).toEqual({
        code,
        holes: LANGUAGES.map(() => names),
      });
  });

  it('are short names', () => {
    expect(
      Object.keys(CODE_WORDS).filter((code) => !/^[a-z][A-Za-z0-9]{1,34}$/.test(code)),
    ).toEqual([]);
  });

  it.each(['states', 'stages', 'names'] as const)('have no holes in the names of %s', (kind) => {
    for (const wording of Object.values(DICTIONARY[kind]))
      expect(LANGUAGES.flatMap((language) => holesOf(wording[language]))).toEqual([]);
  });
});
