import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FairTurns } from '../../../../bot/runner/scheduling/fair-turns.ts';

/** Who gets a turn in one picture, when everybody asks in the order that is given. */
function picture(turns: FairTurns, vault: string, all: readonly number[]): readonly number[] {
  return turns.begin(vault, all).filter(() => turns.take(vault));
}

const upTo = (count: number) => Array.from({ length: count }, (_, index) => index);

describe('turns', () => {
  it('are as many per picture as there is room for', () => {
    const turns = new FairTurns(2);

    expect(picture(turns, 'north', upTo(5))).toEqual([0, 1]);
    expect(picture(turns, 'north', upTo(5))).toEqual([2, 3]);
    expect(picture(turns, 'north', upTo(5))).toEqual([4, 0]);
    expect(picture(turns, 'north', [])).toEqual([]);
    expect(turns.take('south')).toBe(false);
  });

  it('come to everybody, in several vaults that are looked at in turn', () => {
    const sizes = fc.integer({ min: 1, max: 40 });

    fc.assert(
      fc.property(sizes, sizes, fc.integer({ min: 1, max: 7 }), (north, south, room) => {
        const turns = new FairTurns(room);
        const rounds = upTo(Math.ceil(Math.max(north, south) / room));
        const seen = rounds.map(() => ({
          north: picture(turns, 'north', upTo(north)),
          south: picture(turns, 'south', upTo(south)),
        }));

        expect(new Set(seen.flatMap((round) => round.north)).size).toBe(north);
        expect(new Set(seen.flatMap((round) => round.south)).size).toBe(south);
      }),
    );
  });
});
