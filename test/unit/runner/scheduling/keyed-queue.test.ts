import { describe, expect, it } from 'vitest';
import { KeyedQueue } from '../../../../bot/runner/scheduling/keyed-queue.ts';
import { settle } from '../../../support/manual-clock.ts';

/** A queue whose runs end when the test says so. */
function controlled() {
  const begun: string[] = [];
  const ends: (() => void)[] = [];
  const queue = new KeyedQueue((key) => {
    begun.push(key);
    return new Promise((resolve) => ends.push(resolve));
  });
  const endNext = async () => {
    ends.shift()?.();
    await settle();
  };
  return { queue, begun, endNext };
}

async function isDone(promise: Promise<void>): Promise<boolean> {
  let done = false;
  void promise.then(() => {
    done = true;
  });
  await settle();
  return done;
}

describe('the keyed queue', () => {
  it('runs one task per key at a time', async () => {
    const { queue, begun } = controlled();

    void queue.push('a');
    void queue.push('a');
    void queue.push('b');
    await settle();
    expect(begun).toEqual(['a', 'b']);
  });

  it('runs once more for however many came while it ran', async () => {
    const { queue, begun, endNext } = controlled();
    void queue.push('a');
    void queue.push('a');
    void queue.push('a');

    await endNext();
    expect(begun).toEqual(['a', 'a']);
    await endNext();
    expect(begun).toEqual(['a', 'a']);
  });

  it('answers who came while it ran only after a run that began later', async () => {
    const { queue, endNext } = controlled();
    void queue.push('a');
    const late = queue.push('a');

    await endNext();
    expect(await isDone(late)).toBe(false);
    await endNext();
    expect(await isDone(late)).toBe(true);
  });

  it('runs again for who comes after it has ended', async () => {
    const { queue, begun, endNext } = controlled();
    void queue.push('a');
    await endNext();

    void queue.push('a');
    expect(begun).toEqual(['a', 'a']);
  });

  it('does not lose who comes in the moment in which a run ends', async () => {
    const begun: string[] = [];
    const queue = new KeyedQueue(async (key) => {
      begun.push(key);
    });

    const first = queue.push('a').then(() => queue.push('a'));
    await queue.push('a');
    await first;
    expect(begun.length).toBeGreaterThanOrEqual(2);
    await queue.idle();
  });

  it('is idle when nothing runs any more, also of what came meanwhile', async () => {
    const { queue, endNext } = controlled();
    void queue.push('a');
    const idle = queue.idle();
    void queue.push('b');
    await endNext();

    expect(await isDone(idle)).toBe(false);
    await endNext();
    expect(await isDone(idle)).toBe(true);
  });
});
