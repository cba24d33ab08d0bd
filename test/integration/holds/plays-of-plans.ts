import { expect } from 'vitest';
import { CAST } from '../../../simulators/rehearsal/scene.ts';
import type { BotRig } from '../../support/bot.ts';
import { PLAN_SCENE } from './plan-scene.ts';
import { accepted, home, notReady, type Play, type Plays, untilTask, upTo } from './play.ts';

const { mina, jun } = CAST;
const LINE = 'plan shop';

const differing = ({ scene }: BotRig, name: string) => scene.azure.vm(name).blocksThatDiffer();

const unsupported: Play = {
  what: 'one of its VMs is not supported as far as anybody knows',
  scene: {
    ...PLAN_SCENE,
    vms: [{ name: 'db-01' }, { name: 'web-01', managedDisks: 'replicated' }],
  },
  reach: (bot) => bot.types(mina, '/failback start plan shop'),
  says: ['Microsoft does not support this', 'web-01', 'issues/114722'],
  ways: { 'Go on although unsupported': { leadsTo: home({}, 'shop') } },
};

/** The disk of web-01 is half written, the others come home. */
const oneVmFails: Play = {
  what: 'the child job of one of its VMs fails',
  scene: { timings: { synchronizationMs: 2_000_000 }, patienceMinutes: 0.005 },
  async reach(bot) {
    await upTo(bot, 'synchronization', LINE);
    await untilTask(bot, 'shop', 'DataSyncAllActionGroup');
    bot.scene.azure.jobs.failVmOfPlan('shop', 'web-01', [
      { code: '31000', message: 'The disk of the VM is full.', recommendedAction: 'Make room.' },
    ]);
    await bot.presses(jun, await bot.question('Complete failover:'), 'Approve');
  },
  says: ['only a part of it succeeded', 'web-01', 'The disk of the VM is full.', 'Make room.'],
  ways: {
    // The commit stays locked: one VM does not run on-premises. It is not offered for such a plan either, and not tried.
    'Expected, go on': {
      async leadsTo(bot) {
        const hold = bot.read(await bot.hold('Commit is locked'));
        expect(hold).toContain('web-01: The VM is Off.');
        expect(hold).toContain('VMs that are well: 1');
        expect(differing(bot, 'db-01')).toBe(0);
        expect(differing(bot, 'web-01')).toBeGreaterThan(0);
        expect(accepted(bot)).toMatchObject({ plannedFailover: 1, failoverCommit: 0 });
      },
    },
    'Start over': {
      async leadsTo(bot) {
        await notReady({ resume: 1 })(bot);
        expect(differing(bot, 'db-01')).toBe(0);
        expect(differing(bot, 'web-01')).toBeGreaterThan(0);
      },
    },
  },
};

const scriptFails: Play = {
  what: 'a script of its own fails',
  scene: {
    plans: [
      {
        name: 'shop',
        groups: [
          { vms: ['db-01'] },
          { vms: ['web-01'], before: [{ name: 'Move the address', kind: 'script' }] },
        ],
      },
    ],
  },
  async reach(bot) {
    await upTo(bot, 'complete', LINE);
    await bot.presses(jun, await bot.question('Complete failover:'), 'Approve');
    await untilTask(bot, 'shop', 'Move the address');
    bot.scene.azure.jobs.fail('shop', [
      {
        code: '45000',
        message: 'The script Move the address ended with exit code 1.',
        recommendedAction: 'Look at its output.',
      },
    ]);
  },
  says: ['The job failed in Azure', 'Move the address', 'Look at its output.'],
  ways: {
    // The first group runs on-premises already: its disks are not overwritten.
    'Start over': {
      async leadsTo(bot) {
        await notReady({ resume: 1 })(bot);
        expect(bot.read(await bot.message('shop was not ready'))).toContain('Not ready');
        expect(differing(bot, 'db-01')).toBe(0);
      },
    },
  },
};

/** What only a plan can come to. */
export const PLAYS_OF_PLANS: Plays = {
  notSupported: [unsupported],
  jobPartly: [oneVmFails],
  jobFailed: [scriptFails],
};
