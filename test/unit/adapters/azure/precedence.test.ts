import { describe, expect, it } from 'vitest';
import { RequestPriority } from '../../../../adapters/azure/transport/request-priority.ts';

const NEVER_MS = 1_000_000;

/** Work that ends when the test says so. */
function byHand() {
  let end = () => {};
  const work = new Promise<void>((resolve) => {
    end = resolve;
  });
  return { work: () => work, end: () => end() };
}

const settle = () => new Promise((resolve) => setImmediate(resolve));

describe('precedence', () => {
  it('lets nobody wait while nothing goes first', async () => {
    await new RequestPriority(NEVER_MS).giveWay();
  });

  it('lets others wait until all that goes first is over, however it ends', async () => {
    const precedence = new RequestPriority(NEVER_MS);
    const [first, second] = [byHand(), byHand()];
    const fails = precedence.goFirst(async () => {
      await second.work();
      throw new Error('no answer');
    });
    const failed = expect(fails).rejects.toThrow('no answer');
    void precedence.goFirst(first.work);
    const order: string[] = [];
    void precedence.giveWay().then(() => order.push('list'));

    first.end();
    await settle();
    order.push('first is over');
    second.end();
    await failed;
    await settle();
    expect(order).toEqual(['first is over', 'list']);
  });

  it('does not let others wait for ever', async () => {
    const precedence = new RequestPriority(1);
    const hanging = byHand();
    void precedence.goFirst(hanging.work);

    await precedence.giveWay();
    hanging.end();
  });
});
