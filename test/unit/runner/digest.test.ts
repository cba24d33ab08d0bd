import { describe, expect, it } from 'vitest';
import { digestOf } from '../../../bot/runner/digest.ts';

describe('the digest', () => {
  it('is the same for the same facts, and another for any other', () => {
    const facts = [
      { name: 'VM', value: 'web-01' },
      { name: 'State', value: 'Committed' },
    ];
    const others = [
      facts.toReversed(),
      [{ name: 'VM', value: 'web-02' }, ...facts.slice(1)],
      [{ name: 'VMweb', value: '-01' }, ...facts.slice(1)],
      facts.slice(1),
    ];

    expect(digestOf(facts)).toBe(digestOf(structuredClone(facts)));
    expect(new Set([facts, ...others].map(digestOf)).size).toBe(5);
    expect(digestOf([])).toMatch(/^[0-9a-f]{64}$/);
  });
});
