import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { estimate } from '../../../bot/failback/estimate.ts';
import type { GateKind } from '../../../bot/failback/gates.ts';

const KINDS: readonly GateKind[] = ['direction', 'complete', 'commit', 'reverse'];

describe('the estimate', () => {
  it('grows with the disks where data is synchronized', () => {
    expect(estimate('direction', 100 * 1024)).toEqual([20, 50]);
    expect(estimate('direction', 500 * 1024)).toEqual([100, 250]);
  });

  it('does not depend on the disks afterwards', () => {
    for (const kind of ['complete', 'commit', 'reverse'] as const) {
      expect(estimate(kind, 1)).toEqual(estimate(kind, 1_000_000));
    }
  });

  it('is a range of whole minutes that never begins at none', () => {
    fc.assert(
      fc.property(fc.constantFrom(...KINDS), fc.nat(10_000_000), (kind, sizeMb) => {
        const [from, to] = estimate(kind, sizeMb);

        expect(from).toBeGreaterThanOrEqual(1);
        expect(to).toBeGreaterThan(from);
        expect([from, to].every(Number.isInteger)).toBe(true);
      }),
    );
  });
});
