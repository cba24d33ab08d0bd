import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CAST } from '../../../simulators/rehearsal/scene.ts';
import { BotRig } from '../../support/bot.ts';

const { mina, jun, ada } = CAST;
let bot: BotRig;

const VMS = [{ name: 'db-01' }, { name: 'web-01' }, { name: 'web-02' }];
const SHOP = {
  name: 'shop',
  groups: [
    { vms: ['db-01'] },
    {
      vms: ['web-01', 'web-02'],
      before: [{ name: 'Tell the shop', instructions: 'Say that the till is down.' }],
    },
  ],
};

beforeEach(async () => {
  bot = await BotRig.start({ vms: VMS, plans: [SHOP] });
});
afterEach(() => bot.stop());

describe('a recovery plan in Slack', () => {
  it('is listed and checked, comes home group after group, and waits at its own action', async () => {
    const { azure } = bot.scene;
    expect(await bot.types(mina, '/failback list')).toContain('3 of 3 VMs in Azure');
    expect(await bot.types(mina, '/failback check plan shop')).toContain('Tell the shop');

    const started = await bot.types(mina, '/failback start plan shop');
    expect(started).toContain('is open for the recovery plan shop with 3 VMs');
    const direction = await bot.message('Direction: bring the recovery plan shop home');
    await bot.approves(jun, direction, 'azure');
    await bot.presses(jun, await bot.message('Complete failover: take the VMs of shop'), 'Approve');
    const action = await bot.message('Action of the recovery plan shop: “Tell the shop');
    expect(bot.read(action)).toContain('Say that the till is down.');
    expect(azure.vm('web-01').onPremisesVm).toBe('off');
    await bot.presses(jun, action, 'Approve');
    const commit = await bot.message('Commit: delete the VMs of shop');
    await bot.approves(ada, commit, 'shop');
    await bot.message('is home and protected');

    expect(azure.vms().map((vm) => [vm.name, vm.blocksThatDiffer()])).toEqual([
      ['db-01', 0],
      ['web-01', 0],
      ['web-02', 0],
    ]);
    expect(azure.calls.accepted('failoverCommit', 'shop')).toBe(1);
    expect(bot.now(action)).toContain('Closed. Action of the recovery plan shop. Is it done?');
    const board = await bot.message('shop, Azure to on-premises');
    expect(bot.now(board)).toContain('Group 1, db-01: on-premises (“Protected”)');
    expect(bot.now(board)).toContain('Group 2, web-02: on-premises (“Protected”)');
  });

  it('says that there is no other server for a plan, and which of its VMs stand in the way', async () => {
    bot.scene.azure.addVm({ name: 'mail-01', state: 'protected' });
    bot.scene.azure.addPlan({ name: 'office', groups: [{ vms: ['db-01', 'mail-01'] }] });

    const elsewhere = await bot.types(mina, '/failback start plan shop to HV-HOST-02');
    const mixed = await bot.types(mina, '/failback start plan office');
    const unknown = await bot.types(mina, '/failback start plan nothing');

    expect(elsewhere).toContain('original location only');
    expect(mixed).toContain('In Azure: db-01. Not in Azure: mail-01 (“Protected”).');
    expect(unknown).toContain('There are: shop');
    expect(bot.scene.azure.calls.received('plannedFailover')).toBe(0);
  });

  it('keeps its VMs from being started by themselves', async () => {
    await bot.types(mina, '/failback start plan shop');

    const refused = await bot.types(mina, '/failback start web-01');

    expect(refused).toContain('web-01 already has an open failback');
  });

  it('is shown to somebody who asks for one of its VMs', async () => {
    await bot.types(mina, '/failback start plan shop');

    expect(await bot.types(mina, '/failback status WEB-01')).toContain(
      'shop, Azure to on-premises',
    );
    expect(await bot.types(mina, '/failback status mail-01')).toContain('No failback is open');
  });
});
