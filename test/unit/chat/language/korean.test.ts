import { describe, expect, it } from 'vitest';
import { KOREAN } from '../../../../bot/chat/language/korean.ts';
import { hasWords, phrasesInSource } from '../../../support/phrases-in-source.ts';
import { wordsInTemplates } from '../../../support/words-in-templates.ts';

describe('the sentences in the sources', () => {
  const { sentences, unreadable } = phrasesInSource();

  it('are written where they are said, so that they can be found', () => {
    expect(sentences.size).toBeGreaterThan(500);
    expect(unreadable).toEqual([]);
  });

  it('all have their Korean', () => {
    const missing = [...sentences].filter((one) => hasWords(one) && !Object.hasOwn(KOREAN, one));

    expect(missing).toEqual([]);
  });

  it('are all that has Korean', () => {
    expect(Object.keys(KOREAN).filter((one) => !sentences.has(one))).toEqual([]);
  });

  it('are not put into strings as if they were strings', { timeout: 120_000 }, () => {
    expect(wordsInTemplates()).toEqual([]);
  });
});
