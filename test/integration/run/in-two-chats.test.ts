import { afterEach, describe, expect, it } from 'vitest';
import { CAST } from '../../../simulators/rehearsal/scene.ts';
import { TwoChats } from '../../support/two-chats.ts';

const { ada } = CAST;
let chats: TwoChats;

afterEach(() => chats.stop());

describe('a run in two chats', () => {
  it('is asked for in Teams, decided in Teams and in Slack, and closed in both', async () => {
    chats = await TwoChats.start();
    const answer = await chats.typesInTeams('mina', 'start web-01 app-01');
    const run = /RUN-[0-9A-Z]{4}/.exec(answer)?.[0] ?? '';
    const [inTeams, inSlack] = await Promise.all([
      chats.inTeams('Direction: bring 2 VMs home'),
      chats.inSlack('Direction: bring 2 VMs home'),
    ]);

    await chats.approvesInTeams('jun', inTeams, 'azure');
    const complete = await chats.inSlack('Complete failover: take 2 VMs down');
    await chats.scene.slack.as(ada.user).presses(complete, 'Approve');
    await chats.approvesInTeams('jun', await chats.inTeams('Commit: delete 2 VMs'), `${run} 2`);
    await Promise.all([
      chats.inTeams(`${run}: all 2 VMs home and protected`),
      chats.inSlack(`${run}: all 2 VMs home and protected`),
    ]);

    for (const now of [chats.nowInTeams(inTeams), chats.nowInSlack(inSlack)]) {
      expect(now).toContain('direction: approved by Jun Sample');
      expect(now).not.toContain('[Approve]');
    }
    const vms = ['web-01', 'app-01'].map((name) => chats.scene.azure.vm(name));
    expect(vms.map((vm) => vm.blocksThatDiffer())).toEqual([0, 0]);
    expect(chats.scene.azure.calls.accepted('failoverCommit')).toBe(2);
  });
});
