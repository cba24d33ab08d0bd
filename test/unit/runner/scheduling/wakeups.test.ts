import { describe, expect, it } from 'vitest';
import { Wakeups } from '../../../../bot/runner/scheduling/wakeups.ts';
import { ManualClock } from '../../../support/manual-clock.ts';

function rig() {
  const clock = new ManualClock(1_000);
  const woken: [string, number][] = [];
  const wakeups = new Wakeups(clock, (key) => woken.push([key, clock.now()]));
  return { clock, woken, wakeups };
}

describe('the wake-ups', () => {
  it('come at their time, once', async () => {
    const { clock, woken, wakeups } = rig();
    wakeups.set('a', 1_500);

    await clock.advance(499);
    expect(woken).toEqual([]);
    await clock.advance(10_000);
    expect(woken).toEqual([['a', 1_500]]);
  });

  it('come at once when their time is past', async () => {
    const { clock, woken, wakeups } = rig();
    wakeups.set('a', 10);

    await clock.advance(0);
    expect(woken).toEqual([['a', 1_000]]);
  });

  it('replace an earlier one of the same key, whether sooner or later', async () => {
    const { clock, woken, wakeups } = rig();
    wakeups.set('a', 1_500);
    wakeups.set('a', 1_100);
    wakeups.set('b', 1_100);
    wakeups.set('b', 1_500);

    await clock.advance(1_000);
    expect(woken).toEqual([
      ['a', 1_100],
      ['b', 1_500],
    ]);
    expect(clock.asleep).toBe(0);
  });

  it('are not doubled by the same time again', async () => {
    const { clock, woken, wakeups } = rig();
    wakeups.set('a', 1_500);
    wakeups.set('a', 1_500);

    expect(clock.asleep).toBe(1);
    await clock.advance(1_000);
    expect(woken).toHaveLength(1);
  });

  it('can be set again from within', async () => {
    const clock = new ManualClock(0);
    const woken: number[] = [];
    const wakeups: Wakeups = new Wakeups(clock, (key) => {
      woken.push(clock.now());
      if (woken.length < 3) wakeups.set(key, clock.now() + 10);
    });
    wakeups.set('a', 10);

    await clock.advance(100);
    expect(woken).toEqual([10, 20, 30]);
  });

  it('do not come when they were cleared, not even in the moment of waking', async () => {
    const { clock, woken, wakeups } = rig();
    wakeups.set('a', 1_100);
    wakeups.set('b', 1_100);
    wakeups.set('c', 1_200);
    wakeups.clear('a');
    wakeups.clear('nobody');
    wakeups.clearAll();

    await clock.advance(1_000);
    expect(woken).toEqual([]);
    expect(clock.asleep).toBe(0);
  });

  it('cut a pause that timers cannot hold: the caller asks again', async () => {
    const { clock, woken, wakeups } = rig();
    wakeups.set('a', 2 ** 40);

    await clock.advance(2 ** 31);
    expect(woken).toEqual([['a', 1_000 + 2 ** 31 - 1]]);
  });
});
