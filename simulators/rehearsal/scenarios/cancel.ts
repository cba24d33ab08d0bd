import type { Scenario } from '../scenario.ts';
import { BEFORE_FAILOVER, ONCE_EACH } from '../ways-home.ts';

const WARNING = 'Do not start the on-premises VM';

export const cancel: Scenario = {
  name: 'cancel',
  summary: 'a synchronization is cancelled: the VM is marked until it has come home after all',
  scene: { vms: [{ name: 'web-01', writeEveryMs: 50 }] },

  async play(rehearsal) {
    const { mina, jun, ada } = rehearsal;
    const vm = rehearsal.vm('web-01');
    await mina.types('/failback start web-01');
    await jun.fillsIn('Approve', 'Direction:', 'azure');
    await rehearsal.channelIsTold('Complete failover:');
    await mina.types('/failback cancel the site has no power');
    mina.wasTold('nothing is cancelled yet');
    await rehearsal.channelIsTold('the on-premises VM must not be started afterwards');
    await jun.fillsIn('Cancel, do not start', 'Somebody asked to cancel.', 'No power until noon.');
    await rehearsal.channelIsTold('web-01 was cancelled');
    await rehearsal.channelIsTold(WARNING);
    const differing = vm.blocksThatDiffer();
    rehearsal.finds(
      `After the cancel: ${differing} blocks differ, as the channel was told`,
      differing > 0,
    );
    await rehearsal.until(() => vm.startAction === 'Nothing');

    rehearsal.tell('Hours later. Whoever looks at this VM is warned.');
    await mina.types('/failback list');
    await mina.types('/failback check web-01');
    mina.wasTold(WARNING);

    rehearsal.tell('The power is back, and the failback is run again.');
    await mina.types('/failback start web-01');
    mina.wasTold(WARNING);
    await jun.fillsIn('Approve', 'Direction:', 'azure');
    await jun.presses('Approve', 'Complete failover:');
    await ada.fillsIn('Approve', 'Commit: delete', 'web-01');
    await jun.fillsIn('Approve', 'Commit: delete', 'web-01');
    await rehearsal.channelIsTold('is home and protected');
    const list = await mina.types('/failback list');
    rehearsal.finds('At home: nobody is warned any more', !/do not start/i.test(list));
  },

  outcome: {
    home: [{ vm: 'web-01' }],
    failbacks: [
      {
        of: 'web-01',
        stages: [
          'checking',
          'awaitingDirection',
          'starting',
          'synchronizing',
          'awaitingCompletion',
          'cancelling',
          'cancelled',
        ],
      },
      { of: 'web-01', stages: BEFORE_FAILOVER },
    ],
    calls: { 'web-01': { ...ONCE_EACH, plannedFailover: 2, cancel: 1 } },
  },
};
