import type { Scenario } from '../scenario.ts';
import { ONCE_EACH, WITH_ACTION } from '../ways-home.ts';

export const plan: Scenario = {
  name: 'plan',
  summary: 'a recovery plan of two groups, with an action of its own that waits for a person',
  scene: {
    vms: ['db-01', 'web-01', 'web-02'].map((name) => ({ name, writeEveryMs: 50 })),
    plans: [
      {
        name: 'shop',
        groups: [
          { vms: ['db-01'] },
          {
            vms: ['web-01', 'web-02'],
            before: [{ name: 'Tell the shop', instructions: 'Say that the till is down.' }],
          },
        ],
      },
    ],
  },

  async play(rehearsal) {
    const { mina, jun, ada } = rehearsal;
    await mina.types('/failback list');
    await mina.types('/failback check plan shop');
    mina.wasTold('Tell the shop');
    await mina.types('/failback start plan shop');
    await jun.fillsIn('Approve', 'Direction: bring the recovery plan shop home', 'azure');
    await jun.presses('Approve', 'Complete failover: take the VMs of shop');

    await rehearsal.channelIsTold('Say that the till is down.');
    const vms = ['db-01', 'web-01', 'web-02'].map((name) => rehearsal.vm(name));
    const isInOrder = vms.map(({ onPremisesVm }) => onPremisesVm).join() === 'running,off,off';
    rehearsal.finds(
      'While the action waited: db-01 ran on-premises, web-01 and web-02 did not',
      isInOrder,
    );
    rehearsal.tell('The first group has started. The plan waits for somebody to do what it says.');
    await jun.presses('Approve', 'Action of the recovery plan shop');

    await rehearsal.channelIsTold('Proven on-premises: 3 of 3 VMs.');
    await ada.fillsIn('Approve', 'Commit: delete the VMs of shop', 'shop');
    await jun.fillsIn('Approve', 'Commit: delete the VMs of shop', 'shop');
    await rehearsal.channelIsTold('is home and protected');
    await mina.types('/failback status');
  },

  outcome: {
    home: [{ vm: 'db-01' }, { vm: 'web-01' }, { vm: 'web-02' }],
    failbacks: [{ of: 'shop', stages: WITH_ACTION }],
    // Complete failover, and the action.
    calls: { shop: { ...ONCE_EACH, resume: 2 } },
  },
};
