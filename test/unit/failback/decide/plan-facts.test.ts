import { describe, expect, it } from 'vitest';
import { gateFacts } from '../../../../bot/failback/decide/gate-facts.ts';
import type { PlanWorld } from '../../../../bot/failback/decide/plan-facts.ts';
import type { PlanAction } from '../../../../bot/failback/ports/recovery-plans.ts';
import { coded } from '../../../../bot/failback/words/coded.ts';
import { differences } from '../../../../bot/failback/words/facts.ts';
import { item, provider } from '../../../support/azure-records.ts';

const TELL: PlanAction = { kind: 'manual', name: 'Tell the shop' };

const world = (actions: readonly PlanAction[]): PlanWorld => ({
  plan: {
    id: '/plans/shop',
    name: 'shop',
    replicationProviders: [],
    allowedOperations: [],
    groups: [
      { name: 'Shutdown', items: [], actions },
      { name: 'Group 1', items: [{ itemId: item().id }], actions: [] },
    ],
  },
  vms: [{ itemId: item().id, name: 'web-01', item: item() }],
  providers: [provider()],
  synchronization: 'beforeFailover',
});

describe('the approval of a recovery plan', () => {
  it.each(['direction', 'complete', 'commit'] as const)(
    'is void when somebody adds a script to the plan: %s',
    (kind) => {
      const asked = gateFacts(kind, world([TELL]));
      const script: PlanAction = { kind: 'script', name: 'wipe.ps1' };
      const inShutdown = (actionKind: string, action: string) =>
        coded('groupWithAction', { group: 'Shutdown', kind: actionKind, action });
      const told = inShutdown('manual', 'Tell the shop');
      const wiped = inShutdown('script', 'wipe.ps1');

      expect(differences(asked, gateFacts(kind, world([TELL])))).toEqual([]);
      expect(differences(asked, gateFacts(kind, world([TELL, script])))).toEqual([
        {
          name: 'actions',
          asked: { list: [told], between: '; ' },
          now: { list: [told, wiped], between: '; ' },
        },
      ]);
    },
  );
});
