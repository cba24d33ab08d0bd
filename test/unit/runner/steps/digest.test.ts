import { describe, expect, it } from 'vitest';
import type { Fact } from '../../../../bot/failback/words/facts.ts';
import { digestOf } from '../../../../bot/runner/steps/digest.ts';

describe('the digest', () => {
  it('is the same for the same facts, and another for any other', () => {
    const facts: readonly Fact[] = [
      { name: 'vm', value: 'web-01' },
      { name: 'state', value: 'Committed' },
    ];
    const others: readonly (readonly Fact[])[] = [
      facts.toReversed(),
      [{ name: 'vm', value: 'web-02' }, ...facts.slice(1)],
      [{ name: 'protectedItem', value: 'web-01' }, ...facts.slice(1)],
      facts.slice(1),
    ];

    expect(digestOf(facts)).toBe(digestOf(structuredClone(facts)));
    expect(new Set([facts, ...others].map(digestOf)).size).toBe(5);
    expect(digestOf([])).toMatch(/^[0-9a-f]{64}$/);
  });
});
