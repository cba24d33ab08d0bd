import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type AzureSimulator,
  startAzureSimulator,
} from '../../simulators/azure/azure-simulator.ts';
import { FAST, ONCE_EACH } from '../support/failback-rig.ts';
import { deaths, diesOnce, ID, nameOf } from '../support/lives-and-deaths.ts';

/** More than a failback has events: the last ones die after the end, which must not matter either. */
const EVENTS = 36;

let azure: AzureSimulator;
beforeAll(async () => {
  azure = await startAzureSimulator(FAST);
});
afterAll(() => azure.close());

const cases = [
  ...deaths(1, EVENTS).map((death) => ({ way: 'beforeFailover', ...death }) as const),
  ...deaths(1, EVENTS, ['after']).map((death) => ({ way: 'fullDownload', ...death }) as const),
];

describe('a bot that is killed', () => {
  it.concurrent.each(cases)(
    '$when event $at is stored ends the same, $way: each call once',
    async ({ way, ...death }) => {
      const vm = nameOf(`killed-${way}`, death);
      azure.addVm({ name: vm, writeEveryMs: 10 });

      const { ended, rig } = await diesOnce(azure, death, {
        id: ID,
        request: (one) => one.request(ID, vm, {}, way),
        live: (one) => one.approveAll(ID),
      });

      expect(ended).toMatchObject({ stage: 'protected' });
      const resume = way === 'fullDownload' ? 0 : 1;
      expect(rig.mutations(vm)).toEqual({ ...ONCE_EACH, resume });
      expect(azure.vm(vm).blocksThatDiffer()).toBe(0);
    },
  );
});
