import { describe, expect } from 'vitest';
import { ONCE_EACH } from '../../support/failback-rig.ts';
import { deaths, deathsAtCalls, diesOnce, ID, nameOf } from '../../support/lives-and-deaths.ts';
import { itInOwnVault as it } from '../../support/own-vault.ts';

/** More than there are events, and events of calls: the last ones die after the end, which must not matter either. */
const WAYS = [
  ['beforeFailover', [...deaths(1, 40, ['after']), ...deathsAtCalls(1, 9)]],
  ['fullDownload', [...deaths(1, 32, ['after']), ...deathsAtCalls(1, 7)]],
] as const;

const cases = WAYS.flatMap(([way, all]) => all.map((death) => ({ way, ...death })));

describe('a bot that is killed', () => {
  it.concurrent.for(cases)(
    '$when event $at ($of) is stored ends the same, $way: each call once',
    async ({ way, ...death }, { azure }) => {
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
