import { describe, expect, it } from 'vitest';
import { type LanePlace, Lanes } from '../../../../bot/runner/scheduling/lanes.ts';
import { ManualClock, settle } from '../../../support/manual-clock.ts';

const always = () => true;

/** Lanes whose work ends when the test says so. */
function lanesByHand() {
  const clock = new ManualClock();
  const begun: string[] = [];
  const ends = new Map<string, () => void>();
  const run = (id: string) => {
    begun.push(id);
    return new Promise<void>((resolve) => ends.set(id, resolve));
  };
  const lanes = new Lanes({ clock, run });
  const add = (count: number, lane: string, hasPlenty: LanePlace['hasPlenty'] = always) => {
    for (let at = 0; at < count; at += 1) lanes.add(`${lane}-${at}`, { lane, hasPlenty });
  };
  const end = async (...ids: readonly string[]) => {
    for (const id of ids) ends.get(id)?.();
    await settle();
    await settle();
  };
  return { clock, begun, lanes, add, end };
}

describe('lanes', () => {
  it('let eight begin at once, and the next one when one has ended, in their order', async () => {
    const { begun, add, end } = lanesByHand();
    add(20, 'north');
    expect(begun).toEqual([0, 1, 2, 3, 4, 5, 6, 7].map((at) => `north-${at}`));

    await end('north-3', 'north-5');
    expect(begun.slice(8)).toEqual(['north-8', 'north-9']);
  });

  it('do not let one lane wait for another', async () => {
    const { begun, add } = lanesByHand();
    add(20, 'north');
    add(1, 'south');

    expect(begun).toContain('south-0');
  });

  it('let what waits be added again without doing it twice', async () => {
    const { begun, add, end } = lanesByHand();
    add(9, 'north');
    add(9, 'north');
    await end(...begun);

    expect(begun.filter((id) => id === 'north-8')).toHaveLength(1);
  });

  it('do not wait for long for one that hangs', async () => {
    const { clock, begun, add } = lanesByHand();
    add(9, 'north');
    await clock.advance(5_000);
    await settle();

    expect(begun).toContain('north-8');
  });

  it('begin eight a second while reads are few, and go on when there are plenty', async () => {
    const { clock, begun, add, end } = lanesByHand();
    let hasPlenty = false;
    add(40, 'north', () => hasPlenty);
    await end(...begun);
    expect(begun).toHaveLength(8);

    await clock.advance(999);
    expect(begun).toHaveLength(8);
    await clock.advance(1);
    await end(...begun);
    expect(begun).toHaveLength(16);
    hasPlenty = true;
    await clock.advance(1_000);
    for (let round = 0; round < 3; round += 1) await end(...begun);
    expect(begun).toHaveLength(40);
  });

  it('begin nothing more once they are stopped, and leave nobody asleep', async () => {
    const { clock, begun, lanes, add, end } = lanesByHand();
    add(9, 'north');
    add(9, 'south', () => false);
    lanes.stop();
    await end(...begun);

    expect(begun).not.toContain('north-8');
    expect(begun).not.toContain('south-8');
    expect(clock.asleep).toBe(0);
  });
});
