import { describe, expect, it } from 'vitest';
import { CircuitBreaker } from '../../../../adapters/hyperv/circuit-breaker.ts';
import { RestartPause } from '../../../../adapters/hyperv/shell/restart-pause.ts';
import { SerialQueue } from '../../../../adapters/hyperv/shell/serial-queue.ts';

describe('a circuit breaker', () => {
  it('opens at the third miss in a row, and closes with an answer', () => {
    const breaker = new CircuitBreaker();

    breaker.unanswered(0);
    breaker.unanswered(0);
    breaker.answered();
    breaker.unanswered(0);
    breaker.unanswered(0);
    expect(breaker.remainingMs(0)).toBe(0);
    breaker.unanswered(1_000);
    expect(breaker.remainingMs(1_000)).toBe(30_000);
    expect(breaker.remainingMs(31_000)).toBe(0);
    breaker.unanswered(31_000);
    expect(breaker.remainingMs(31_000)).toBe(30_000);
    breaker.answered();
    expect(breaker.remainingMs(31_000)).toBe(0);
    expect(breaker.missed).toBe(0);
  });
});

describe('the pause before another shell', () => {
  it('is none at first, grows to a minute, and ends with a shell that is of use', () => {
    const pause = new RestartPause();
    const pauses = Array.from({ length: 8 }, () => {
      pause.failed(0);
      return pause.remainingMs(0);
    });

    expect(pauses).toEqual([0, 1_000, 2_000, 5_000, 15_000, 60_000, 60_000, 60_000]);
    expect(pause.remainingMs(59_999)).toBe(1);
    pause.succeeded();
    expect(pause.remainingMs(0)).toBe(0);
  });
});

describe('a queue', () => {
  it('runs one task at a time, in order, and goes on after one that failed', async () => {
    const queue = new SerialQueue();
    const seen: string[] = [];
    const task = (name: string) => async () => {
      seen.push(`${name} begins`);
      await Promise.resolve();
      seen.push(`${name} ends`);
      if (name === 'b') throw new Error(name);
      return name;
    };

    const results = ['a', 'b', 'c'].map((name) => queue.run(task(name)));
    expect(queue.length).toBe(3);

    expect(await Promise.allSettled(results)).toMatchObject([
      { value: 'a' },
      { reason: { message: 'b' } },
      { value: 'c' },
    ]);
    expect(seen).toEqual(['a', 'b', 'c'].flatMap((name) => [`${name} begins`, `${name} ends`]));
    expect(queue.length).toBe(0);
  });
});
