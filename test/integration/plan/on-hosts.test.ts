import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CAST } from '../../../simulators/rehearsal/scene.ts';
import { BotRig } from '../../support/bot.ts';
import { eventually } from '../../support/fast-clock.ts';

const { mina, jun, ada } = CAST;
let bot: BotRig;

const VMS = [{ name: 'db-01' }, { name: 'web-01' }];
const SHOP = { name: 'shop', groups: [{ vms: ['db-01'] }, { vms: ['web-01'] }] };

beforeEach(async () => {
  bot = await BotRig.start({ vms: VMS, plans: [SHOP] });
});
afterEach(() => bot.stop());

const host = () => bot.scene.hyperv.host(bot.scene.azure.host.name);
const vm = (name: string) => bot.scene.azure.vm(name);
const startActions = () => bot.scene.azure.vms().map(({ startAction }) => startAction);
const differing = () => bot.scene.azure.vms().map((one) => one.blocksThatDiffer() > 0);

async function startShop(way = ''): Promise<void> {
  await bot.types(mina, `/failback start plan shop${way}`);
  await bot.approves(jun, await bot.message('Direction: bring the recovery plan shop'), 'azure');
}

const complete = () => bot.message('Complete failover: take the VMs of shop');

describe('the VMs of a plan on their servers', () => {
  it('are checked one by one, and the check names the one that is not ready', async () => {
    expect(await bot.types(mina, '/failback check plan shop')).toContain(
      'All 2 VMs: The VM is off.',
    );

    host().startVm('db-01');
    const said = await bot.types(mina, '/failback check plan shop');

    expect(said).toContain('db-01: On-premises power');
    expect(said).toContain('Turn it off');
    expect(await bot.types(mina, '/failback start plan shop')).toContain('Turn it off');
    expect(bot.scene.azure.calls.received('plannedFailover')).toBe(0);
  });

  it('do not start by themselves while data travels, are proven well, and are put back after the commit', async () => {
    await startShop();
    await complete();
    expect(startActions()).toEqual(['Nothing', 'Nothing']);
    const board = await bot.message('shop, Azure to on-premises');
    await eventually(() => expect(bot.now(board)).toContain('on-premises VM Off, no checkpoints'));

    await bot.presses(jun, await complete(), 'Approve');
    const commit = await bot.message('Commit: delete the VMs of shop');
    expect(bot.read(commit)).toContain('Proven on-premises: 2 of 2 VMs.');
    await bot.approves(ada, commit, 'shop');
    await bot.message('is home and protected');

    await eventually(() => expect(startActions()).toEqual(['StartIfRunning', 'StartIfRunning']));
    expect(differing()).toEqual([false, false]);
  });

  it('lock the commit until each of them is well: the one that is not is named', async () => {
    await bot.stop();
    bot = await BotRig.start({
      vms: VMS,
      plans: [SHOP],
      patienceMinutes: 0.005,
    });
    await startShop();
    vm('web-01').heartbeat = 'noContact';
    await bot.presses(jun, await complete(), 'Approve');

    const stop = await bot.message('On hold: shop');
    expect(bot.read(stop)).toContain('web-01: The guest does not answer yet.');
    expect(bot.read(stop)).toContain('VMs that are well: 1');
    expect(bot.scene.azure.calls.received('failoverCommit')).toBe(0);
  });

  it('stop the failback before anything is called when one was started after the question', async () => {
    await bot.types(mina, '/failback start plan shop');
    const direction = await bot.message('Direction: bring the recovery plan shop');
    host().startVm('web-01');
    await bot.approves(jun, direction, 'azure');

    const stop = await bot.message('On hold: shop');
    expect(bot.read(stop)).toMatch(/web-01 \(.+\): Running, no checkpoints/);
    expect(bot.read(stop)).not.toContain('db-01 (');
    expect(bot.scene.azure.calls.received('plannedFailover')).toBe(0);
    expect(startActions()).toEqual(['StartIfRunning', 'StartIfRunning']);

    host().stopVm('web-01');
    await bot.presses(jun, stop, 'Look again');
    await complete();
  });

  it('raise an alarm for the one that is started by hand: it is marked, the other is not', async () => {
    await startShop();
    await complete();

    host().startVm('db-01');
    const alarm = await bot.message('On hold: shop');

    expect(bot.read(alarm)).toContain('VM: db-01');
    const status = await bot.types(mina, '/failback status');
    expect(status).toContain('Do not start the on-premises VM');
    expect(status).toContain('This is so for: db-01.');
  });

  it('of a cancelled synchronization are marked, and unmarked one by one as they come home', async () => {
    await startShop();
    await complete();
    await bot.types(mina, '/failback cancel');
    const asked = await bot.message('On hold: shop');
    expect(bot.read(asked)).toContain('half written');
    await bot.submits(jun, asked, 'Cancel, do not start', { reason: 'No power.' });
    await bot.message('shop was cancelled');
    expect(differing()).toEqual([true, true]);
    await eventually(() => expect(startActions()).toEqual(['Nothing', 'Nothing']));

    await bot.types(mina, '/failback start db-01');
    await bot.approves(jun, await bot.message('Direction: bring db-01'), 'azure');
    await bot.presses(jun, await bot.message('Complete failover: take db-01'), 'Approve');
    await bot.approves(ada, await bot.message('Commit: delete db-01'), 'db-01');
    await bot.message('db-01 is home and protected');

    const marked = await bot.types(mina, '/failback hosts');
    expect(marked).toContain('web-01 (');
    expect(marked).not.toContain('db-01 (');
    await eventually(() => expect(startActions()).toEqual(['StartIfRunning', 'Nothing']));

    host().startVm('web-01');
    expect(bot.read(await bot.message('Alarm: web-01 was started'))).toContain('Turn it off now');
  });

  it('are started by Azure group after group in a full download, which is no alarm', async () => {
    await startShop(' full-download');
    const commit = await bot.message('Commit: delete the VMs of shop');
    expect(bot.read(commit)).toContain('Proven on-premises: 2 of 2 VMs.');
    expect(differing()).toEqual([false, false]);
    expect(vm('db-01').onPremisesVm).toBe('running');
  });
});
