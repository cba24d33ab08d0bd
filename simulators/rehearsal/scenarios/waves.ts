import type { Scenario } from '../scenario.ts';
import { BEFORE_FAILOVER, ONCE_EACH } from '../ways-home.ts';

const VMS = ['db-01', 'web-01', 'web-02'];

export const waves: Scenario = {
  name: 'waves',
  summary:
    'three VMs in two waves without a recovery plan: the second waits until the first is home',
  scene: { vms: VMS.map((name) => ({ name, writeEveryMs: 50 })) },

  async play(rehearsal) {
    const { mina, jun, ada } = rehearsal;
    const answer = await mina.types('/failback start db-01 then web-01 web-02');
    const run = /RUN-[0-9A-Z]{4}/.exec(answer)?.[0] ?? 'no run';
    await rehearsal.channelIsTold('waits until wave 1 is home');
    await jun.fillsIn('Approve', 'Direction: bring db-01 home', 'azure');
    await jun.presses('Approve', 'Complete failover: take db-01 down');
    rehearsal.finds(
      'While wave 1 travelled: no call to Azure for wave 2',
      rehearsal.scene.azure.calls.received('plannedFailover') === 1,
    );

    await rehearsal.channelIsTold('1 of 3 VMs home.');
    rehearsal.tell(
      'Wave 1 runs on-premises. Wave 2 is asked about, while wave 1 waits for its commit.',
    );
    await jun.fillsIn('Approve', 'Direction: bring 2 VMs home', 'azure');
    await ada.fillsIn('Approve', 'Commit: delete db-01', 'db-01');
    await jun.fillsIn('Approve', 'Commit: delete db-01', 'db-01');
    await jun.presses('Approve', 'Complete failover: take 2 VMs down');
    await ada.fillsIn('Approve', 'Commit: delete 2 VMs', 'web-01');
    ada.wasTold('not the id of the run');
    await ada.fillsIn('Approve', 'Commit: delete 2 VMs', `${run} 2`);
    await jun.fillsIn('Approve', 'Commit: delete 2 VMs', `${run} 2`);
    await rehearsal.channelIsTold('all 3 VMs home and protected');
  },

  outcome: {
    home: VMS.map((vm) => ({ vm })),
    failbacks: VMS.map((of) => ({ of, stages: BEFORE_FAILOVER })),
    calls: Object.fromEntries(VMS.map((name) => [name, ONCE_EACH])),
  },
};
