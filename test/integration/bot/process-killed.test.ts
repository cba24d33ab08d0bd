import { spawnSync } from 'node:child_process';
import { describe, expect, it, vi } from 'vitest';
import { CAST } from '../../../simulators/rehearsal/scene.ts';
import { KillableBot } from '../../support/killable-bot.ts';

const { mina, jun, ada } = CAST;

describe('SIGKILL while a call is on its way, then a new process', () => {
  it.concurrent.for([
    { call: 'plannedFailover', taken: true },
    { call: 'plannedFailover', taken: false },
    { call: 'failoverCommit', taken: true },
    { call: 'failoverCommit', taken: false },
  ])(
    '$call, taken: $taken: Azure does it once, and the VM comes home',
    async ({ call, taken }, { onTestFinished }) => {
      const bot = await KillableBot.start();
      onTestFinished(() => bot.stop());
      const { rig } = bot;
      const { calls } = rig.scene.azure;
      rig.scene.azure.faults.next({ method: 'POST', operation: call }, { kind: 'hang', taken });
      await rig.types(mina, '/failback start web-01');
      await rig.approves(jun, await rig.message('Direction:'), 'azure');
      if (call === 'failoverCommit') {
        await rig.presses(jun, await rig.message('Complete failover:'), 'Approve');
        await rig.approves(ada, await rig.message('Commit:'), 'web-01');
      }
      await vi.waitFor(() => expect(calls.received(call)).toBe(1), 10_000);

      await bot.dies();
      if (call === 'plannedFailover') {
        await rig.presses(jun, await rig.message('Complete failover:'), 'Approve');
        await rig.approves(ada, await rig.message('Commit:'), 'web-01');
      }
      await rig.message('is home and protected');

      expect(calls.accepted(call)).toBe(1);
      expect(calls.accepted('resume')).toBe(1);
      expect(calls.accepted('reProtect')).toBe(1);
      expect(rig.scene.azure.vm('web-01').blocksThatDiffer()).toBe(0);
    },
  );
});

describe('npm start', () => {
  it('without settings says on one screen what is missing', () => {
    const { status, stderr } = spawnSync(process.execPath, ['--import', 'tsx', 'bot/main.ts'], {
      env: { PATH: process.env['PATH'] ?? '', FAILBACK_CONFIG: 'there-is-none.yaml' },
      encoding: 'utf8',
    });

    expect(status).toBe(2);
    expect(stderr).toContain('failback.example.yaml');
    expect(stderr.split('\n').length).toBeLessThan(30);
  });
});
