import { describe, expect, it } from 'vitest';
import { Turns } from '../../../storage/sqlite/turns.ts';

const nextTurn = () => new Promise((resolve) => setImmediate(resolve));

describe('the turns of reading', () => {
  it('let ten go on at once, in the order in which they asked, and others in between', async () => {
    const turns = new Turns();
    const done: (number | string)[] = [];
    for (let at = 0; at < 25; at += 1) void turns.take().then(() => done.push(at));
    setImmediate(() => done.push('something else'));

    await nextTurn();
    expect(done.slice(0, 10)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    for (let turn = 0; turn < 4; turn += 1) await nextTurn();
    expect(done.filter((each) => typeof each === 'number')).toEqual(
      Array.from({ length: 25 }, (_, at) => at),
    );
    expect(done.indexOf('something else')).toBeLessThan(done.indexOf(24));
  });

  it('keep nobody waiting who asks alone', async () => {
    const turns = new Turns();
    let isDone = false;
    void turns.take().then(() => {
      isDone = true;
    });
    await Promise.resolve();

    expect(isDone).toBe(true);
  });
});
