import type { Rehearsal } from '../rehearsal.ts';
import type { Scenario } from '../scenario.ts';
import { BEFORE_FAILOVER, ONCE_EACH } from '../ways-home.ts';

/** The plain way home, with everything around it that may happen in a night. */
export const beforeFailover: Scenario = {
  name: 'before-failover',
  summary: 'one VM by synchronization before failover; the bot is killed in the middle',
  scene: { hasTeams: true, settings: { policies: { approvals: { complete: 2 } } } },

  async play(rehearsal) {
    const { mina, jun, ada, kim, scene } = rehearsal;
    await kim.types('/failback start web-01');
    await mina.types('/failback list');
    await mina.types('/failback hosts');
    await mina.types(`/failback threads ${scene.azure.host.name} 16`);
    await mina.types('/failback start db-01');
    await mina.types('/failback check web-01');
    await mina.types('/failback start web-01');
    await mina.presses('Approve', 'Direction:');
    await jun.fillsIn('Approve', 'Direction:', 'on-premises');
    await jun.fillsIn('Approve', 'Direction:', 'azure');
    await rehearsal.until(() => scene.azure.calls.accepted('plannedFailover') === 1);

    rehearsal.tell(
      'Meanwhile another VM comes home, and somebody starts it by hand in the middle.',
    );
    await startedByHand(rehearsal);

    rehearsal.tell(
      'The power of the bot fails in the middle of the synchronization (SIGKILL). It starts again.',
    );
    await rehearsal.powerFails();
    await rehearsal.channelIsTold('Complete failover:');
    rehearsal.tell('The changes are synchronized. The Azure VM still runs, and the job waits.');
    rehearsal.tell(
      'Complete failover needs two approvals: one is given in Slack, the other one in Teams.',
    );
    const host = scene.hyperv.host(scene.azure.host.name);
    host.openPorts = [];
    await jun.presses('Approve', 'Complete failover:');
    await ada.pressesInTeams('Approve', 'Complete failover:');
    await rehearsal.channelIsTold('Commit is locked. Not proven yet');
    rehearsal.tell(
      'The VM has started on-premises, but its web server has not: commit is locked until it answers.',
    );
    host.openPorts = [443];

    await rehearsal.channelIsTold('Commit: delete');
    rehearsal.tell(
      'The VM runs on-premises. Only the commit deletes it in Azure: two people have to approve that.',
    );
    await ada.fillsIn('Approve', 'Commit: delete', 'web-01');
    await jun.fillsIn('Approve', 'Commit: delete', 'web-01');
    await rehearsal.channelIsTold('is home and protected');
    await rehearsal.until(() => host.downloadThreads === undefined);
    rehearsal.finds(`Download threads of ${host.name}: the default again`, true);
    await mina.types('/failback audit');
    mina.wasTold('The audit trail is intact.');
  },

  outcome: {
    home: [{ vm: 'web-01' }],
    failbacks: [
      { of: 'db-01', stages: ['checking', 'notReady'] },
      { of: 'web-01', stages: BEFORE_FAILOVER },
      {
        of: 'app-01',
        stages: ['checking', 'awaitingDirection', 'starting', 'synchronizing', 'abandoned'],
      },
    ],
    calls: { 'web-01': ONCE_EACH, 'app-01': { plannedFailover: 1 } },
  },
};

/** Data is written to the disks of a VM, and somebody who does not know it starts it. */
async function startedByHand(rehearsal: Rehearsal): Promise<void> {
  const { mina, jun, scene } = rehearsal;
  const host = scene.hyperv.host(scene.azure.host.name);
  await mina.types('/failback start app-01');
  await jun.fillsIn('Approve', 'bring app-01 home', 'azure');
  await rehearsal.until(() => rehearsal.vm('app-01').onPremisesIsInconsistent);
  rehearsal.somebody('starts the on-premises VM app-01 in Hyper-V Manager');
  host.startVm('app-01');
  await rehearsal.channelIsTold('Alarm:');
  host.stopVm('app-01');
  await mina.presses('Let go', 'Alarm:');
  await rehearsal.channelIsTold('The bot let go of it');
}
