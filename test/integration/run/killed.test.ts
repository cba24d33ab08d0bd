import { describe, expect, it, vi } from 'vitest';
import { CAST } from '../../../simulators/rehearsal/scene.ts';
import { KillableBot } from '../../support/killable-bot.ts';

const { mina, jun, ada } = CAST;
const VMS = ['web-01', 'web-02', 'db-01'].map((name) => ({ name, writeEveryMs: 50 }));

describe('SIGKILL in the middle of a wave, then a new process', () => {
  it.concurrent.for([
    { call: 'plannedFailover', taken: true },
    { call: 'resume', taken: false },
    { call: 'failoverCommit', taken: true },
  ])(
    'while $call of one of its VMs is on its way, taken: $taken: each VM comes home, each call once',
    async ({ call, taken }, { onTestFinished }) => {
      const bot = await KillableBot.start({ vms: VMS });
      onTestFinished(() => bot.stop());
      const { rig } = bot;
      const { calls } = rig.scene.azure;
      const answer = await rig.types(mina, '/failback start web-01 web-02 then db-01');
      const run = /RUN-[0-9A-Z]{4}/.exec(answer)?.[0] ?? '';
      const hang = () =>
        rig.scene.azure.faults.next({ method: 'POST', operation: call }, { kind: 'hang', taken });
      const dies = async () => {
        await vi.waitFor(() => expect(calls.received(call)).toBe(2), 10_000);
        await bot.dies();
      };

      if (call === 'plannedFailover') hang();
      await rig.approves(jun, await rig.message('Direction: bring 2 VMs home'), 'azure');
      if (call === 'plannedFailover') await dies();
      if (call === 'resume') hang();
      await rig.presses(jun, await rig.message('Complete failover: take 2 VMs down'), 'Approve');
      if (call === 'resume') await dies();
      const commit = await rig.message('Commit: delete 2 VMs');
      if (call === 'failoverCommit') hang();
      await rig.approves(ada, commit, `${run} 2`);
      if (call === 'failoverCommit') await dies();
      await rig.approves(jun, await rig.message('Direction: bring db-01 home'), 'azure');
      await rig.presses(jun, await rig.message('Complete failover: take db-01 down'), 'Approve');
      await rig.approves(ada, await rig.message('Commit: delete db-01'), 'db-01');
      await rig.message(`${run}: all 3 VMs home and protected`);

      for (const { name } of VMS) {
        expect(calls.accepted('plannedFailover', name)).toBe(1);
        expect(calls.accepted('failoverCommit', name)).toBe(1);
        expect(rig.scene.azure.vm(name).blocksThatDiffer()).toBe(0);
      }
      expect(calls.accepted('resume')).toBe(3);
    },
  );
});
