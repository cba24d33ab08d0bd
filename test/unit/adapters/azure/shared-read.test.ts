import { describe, expect, it } from 'vitest';
import { SharedRead } from '../../../../adapters/azure/transport/shared-read.ts';

/** Reads that end when the test says so, each with its number. */
function readsByHand() {
  const begun: { resolve: (value: number) => void; reject: (error: Error) => void }[] = [];
  const shared = new SharedRead(
    () => new Promise<number>((resolve, reject) => begun.push({ resolve, reject })),
  );
  const end = async (at: number) => {
    begun[at]?.resolve(at);
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { shared, begun, end };
}

describe('a shared read', () => {
  it('gives nobody what was begun before they asked', async () => {
    const { shared, begun, end } = readsByHand();
    const first = shared.read();
    const late = [shared.read(), shared.read(), shared.read()];
    expect(begun).toHaveLength(1);

    await end(0);
    expect(begun).toHaveLength(2);
    const later = shared.read();
    await end(1);
    await end(2);

    expect(await first).toBe(0);
    expect(await Promise.all(late)).toEqual([1, 1, 1]);
    expect(await later).toBe(2);
  });

  it('begins anew when nobody reads', async () => {
    const { shared, end } = readsByHand();
    const first = shared.read();
    await end(0);
    const second = shared.read();
    await end(1);

    expect([await first, await second]).toEqual([0, 1]);
  });

  it('fails only for those whose read failed', async () => {
    const { shared, begun, end } = readsByHand();
    const first = expect(shared.read()).rejects.toThrow('busy');
    const second = shared.read();
    begun[0]?.reject(new Error('busy'));
    await first;
    await end(1);

    expect(await second).toBe(1);
  });
  it('never has two reads side by side, even when somebody asks in the moment in which one ends', async () => {
    const { shared, begun, end } = readsByHand();
    const first = shared.read();
    const second = shared.read();
    begun[0]?.resolve(0);
    const third = new Promise<number>((resolve) => {
      queueMicrotask(() => resolve(shared.read()));
    });
    await first;
    await end(1);

    expect(begun).toHaveLength(2);
    expect([await second, await third]).toEqual([1, 1]);
  });
});
