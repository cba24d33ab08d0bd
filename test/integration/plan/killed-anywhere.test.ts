import { describe, expect } from 'vitest';
import { isWhollyMarked } from '../../../bot/failback/state/coming-home.ts';
import { ONCE_EACH } from '../../support/failback-rig.ts';
import {
  answering,
  deaths,
  deathsAtCalls,
  diesOnce,
  ID,
  lives,
  nameOf,
} from '../../support/lives-and-deaths.ts';
import { itInOwnVault as it } from '../../support/own-vault.ts';

/** More than there are events, and events of calls: the last ones die after the end, which must not matter either. */
const WAYS = [
  ['beforeFailover', [...deaths(1, 68, ['after']), ...deathsAtCalls(1, 12)]],
  // What is stored between the calls is the same both ways: every third of it will do here.
  [
    'fullDownload',
    [...deaths(1, 64, ['after']).filter(({ at }) => at % 3 === 0), ...deathsAtCalls(1, 10)],
  ],
] as const;

describe.each(WAYS)('a bot that is killed while a recovery plan comes home, %s', (way, all) => {
  it.concurrent.for(all)(
    '$when event $at ($of) is stored: each call once',
    async (death, { azure }) => {
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
});

describe("a bot that is killed while a recovery plan's job is cancelled", () => {
  it.concurrent.for(deaths(8, 18))(
    '$when event $at is stored: cancelled once, and every VM is marked',
    async (death, { azure }) => {
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
