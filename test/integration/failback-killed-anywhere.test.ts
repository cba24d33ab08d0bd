import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type AzureSimulator,
  startAzureSimulator,
} from '../../simulators/azure/azure-simulator.ts';
import { MemoryLedger } from '../../storage/memory/memory-ledger.ts';
import { DyingLedger, isDeath } from '../support/dying-ledger.ts';
import { FAST, FailbackRig, ONCE_EACH } from '../support/failback-rig.ts';

/** More than a failback has events: the last ones die after the end, which must not matter either. */
const EVENTS = 36;

let azure: AzureSimulator;
beforeAll(async () => {
  azure = await startAzureSimulator(FAST);
});
afterAll(() => azure.close());

const WAYS = [
  ['beforeFailover', 'before'],
  ['beforeFailover', 'after'],
  ['fullDownload', 'after'],
] as const;

const cases = WAYS.flatMap(([way, when]) =>
  Array.from({ length: EVENTS }, (_, index) => ({ way, when, at: index + 1 })),
);

/** Lives as far as the ledger lets it; then nothing of it is left but what was stored. */
async function liveUntilDeath(
  rig: FailbackRig,
  id: string,
  request: () => Promise<void>,
): Promise<void> {
  try {
    await rig.runner.start();
    await request();
    await rig.approveAll(id);
  } catch (error) {
    if (!isDeath(error)) throw error;
  } finally {
    await rig.runner.stop();
  }
}

describe('a bot that is killed', () => {
  it.concurrent.each(cases)(
    '$when event $at is stored ends the same, $way: each call once',
    async ({ way, when, at }) => {
      const vm = `killed-${way}-${when}-${at}`;
      const id = 'FB-KILL';
      azure.addVm({ name: vm, writeEveryMs: 10 });
      const ledger = new MemoryLedger();
      const dying = new DyingLedger(ledger, { at, when });

      const first = new FailbackRig(azure, dying);
      const life = liveUntilDeath(first, id, () => first.request(id, vm, {}, way));
      await Promise.race([life, dying.death()]);
      const next = new FailbackRig(azure, ledger);
      await next.runner.start();
      if ((await ledger.read(id)).length === 0) await next.request(id, vm, {}, way);
      const failback = await next.approveAll(id);
      await next.runner.stop();

      expect(failback).toMatchObject({ stage: 'protected' });
      const resume = way === 'fullDownload' ? 0 : 1;
      expect(next.mutations(vm)).toEqual({ ...ONCE_EACH, resume });
      expect(azure.vm(vm).blocksThatDiffer()).toBe(0);
    },
  );
});
