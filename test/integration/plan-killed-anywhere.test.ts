import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isWhollyMarked } from '../../bot/failback/coming-home.ts';
import {
  type AzureSimulator,
  startAzureSimulator,
} from '../../simulators/azure/azure-simulator.ts';
import { FAST, ONCE_EACH } from '../support/failback-rig.ts';
import { answering, deaths, diesOnce, ID, lives, nameOf } from '../support/lives-and-deaths.ts';

let azure: AzureSimulator;
beforeAll(async () => {
  azure = await startAzureSimulator(FAST);
});
afterAll(() => azure.close());

describe.each(['beforeFailover', 'fullDownload'] as const)(
  'a bot that is killed while a recovery plan comes home, %s',
  (way) => {
    it.concurrent.each(deaths(1, 36, way === 'fullDownload' ? ['after'] : ['before', 'after']))(
      '$when event $at is stored: each call once',
      async (death) => {
        const plan = nameOf(`plan-${way}`, death);
        const vms = [`${plan}-a`, `${plan}-b`];
        for (const name of vms) azure.addVm({ name, writeEveryMs: 10 });
        azure.addPlan({
          name: plan,
          groups: [
            { vms: vms.slice(0, 1) },
            { vms: vms.slice(1), before: [{ name: 'Tell the shop', instructions: 'By phone.' }] },
          ],
        });

        const { ended, rig } = await diesOnce(azure, death, {
          id: ID,
          request: (one) => one.requestPlan(ID, plan, way),
          live: lives(async () => false),
        });

        expect(ended.stage).toBe('protected');
        expect(rig.mutations(plan)).toEqual({
          ...ONCE_EACH,
          resume: way === 'fullDownload' ? 1 : 2,
        });
        expect(vms.map((name) => azure.vm(name).blocksThatDiffer())).toEqual([0, 0]);
      },
    );
  },
);

describe("a bot that is killed while a recovery plan's job is cancelled", () => {
  it.concurrent.each(deaths(8, 18))(
    '$when event $at is stored: cancelled once, and every VM is marked',
    async (death) => {
      const plan = nameOf('cancel-plan', death);
      const vms = [`${plan}-a`, `${plan}-b`];
      for (const name of vms) azure.addVm({ name, writeEveryMs: 10 });
      azure.addPlan({ name: plan, groups: [{ vms }] });
      const answer = answering('cancelAsked', 'cancel');

      const { ended, rig } = await diesOnce(azure, death, {
        id: ID,
        request: (one) => one.requestPlan(ID, plan),
        live: lives(async (failback, one) => {
          if (await answer(failback, one)) return true;
          if (failback.gate?.kind !== 'complete') return false;
          await one.cancel(ID);
          return true;
        }),
      });

      expect(ended.stage).toBe('cancelled');
      expect(isWhollyMarked(ended)).toBe(true);
      expect(rig.jobCalls(plan, 'cancel')).toBe(1);
      for (const name of vms) expect(azure.vm(name).blocksThatDiffer()).toBeGreaterThan(0);
    },
  );
});
