import type { Scenario } from '../scenario.ts';
import { BEFORE_FAILOVER, ONCE_EACH } from '../ways-home.ts';

const OTHER = 'HV-HOST-02.corp.example';

export const anotherServer: Scenario = {
  name: 'another-server',
  summary: 'one VM to a server that it was never on, and that lacks one of its virtual switches',
  scene: {
    hosts: [OTHER],
    vms: [{ name: 'web-01', switches: ['External', 'Production'], writeEveryMs: 50 }],
  },
  arrange: ({ azure, hyperv }) => {
    hyperv.host(azure.host.name).switches.push('Production');
  },

  async play(rehearsal) {
    const { mina, jun, ada, scene } = rehearsal;
    await mina.types('/failback start web-01 to HV-HOST-02');
    mina.wasTold('A virtual switch is missing');
    await rehearsal.channelIsTold('a private virtual switch is made for each missing name');
    await jun.presses('Approve', 'Virtual switch: make');
    await rehearsal.channelIsTold(`Alternate location: ${OTHER}. The VM is made there`);
    await jun.fillsIn('Approve', 'Direction:', 'azure');
    await rehearsal.channelIsTold('Connect them to the network in Hyper-V first.');
    await jun.presses('Approve', 'Complete failover:');
    await ada.fillsIn('Approve', 'Commit: delete', 'web-01');
    await jun.fillsIn('Approve', 'Commit: delete', 'web-01');
    await rehearsal.channelIsTold('is home and protected');
    const other = scene.hyperv.host(OTHER);
    const made = other.calls.filter(({ operation }) => operation === 'createSwitch').length;
    rehearsal.finds(`Virtual switches of ${OTHER}: ${other.switches.join(', ')}`, made === 1);
  },

  outcome: {
    home: [{ vm: 'web-01', on: OTHER }],
    failbacks: [
      {
        of: 'web-01',
        stages: ['checking', 'awaitingSwitch', 'creatingSwitch', ...BEFORE_FAILOVER],
      },
    ],
    calls: { 'web-01': ONCE_EACH },
  },
};
