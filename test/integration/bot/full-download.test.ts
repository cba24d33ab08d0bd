import { afterEach, describe, expect, it } from 'vitest';
import { CAST } from '../../../simulators/rehearsal/scene.ts';
import { BotRig } from '../../support/bot.ts';

const { mina, jun, ada } = CAST;
const DAY = 86_400_000;
let bot: BotRig;
afterEach(() => bot.stop());

const azure = () => bot.scene.azure;
const vm = () => azure().vm('web-01');

describe('a full download', () => {
  it('brings a VM home with two decisions, and every block arrives', async () => {
    bot = await BotRig.start();
    const before = vm().blocksThatDiffer();

    const started = await bot.types(mina, '/failback start web-01 full-download');
    const direction = await bot.message('Direction:');
    const asked = bot.read(direction);
    await bot.approves(jun, direction, 'azure');
    const commit = await bot.message('Commit:');
    const homeBlocks = vm().blocksThatDiffer();
    await bot.approves(ada, commit, 'web-01');
    const end = await bot.message('is home and protected');

    expect(started).toContain('is open for web-01');
    expect(asked).toContain('web-01 stops in Azure the moment this is approved.');
    expect(asked).toContain('Not as advised: synchronization before failover is advised');
    expect(before).toBeGreaterThan(0);
    expect(homeBlocks).toBe(0);
    expect(vm().onPremisesIsBroken).toBe(false);
    expect(azure().calls.accepted('plannedFailover')).toBe(1);
    expect(azure().calls.received('resume')).toBe(0);
    expect(
      bot
        .messages()
        .map((message) => bot.read(message))
        .join(),
    ).not.toContain('Complete failover');
    expect(bot.read(end)).toContain('Downtime');
  });

  it('is advised, with its reasons, after 40 days in Azure, and done when it is chosen', async () => {
    bot = await BotRig.start({
      vms: [{ name: 'web-01', writeEveryMs: 50, failedOverAt: Date.now() - 40 * DAY }],
    });

    const checked = await bot.types(mina, '/failback check web-01');
    const form = await formOf('/failback start web-01');
    const before = azure().calls.received('plannedFailover');
    await choosesFullDownload('web-01');
    const direction = await bot.message('Direction:');
    const asked = bot.read(direction);
    await bot.approves(jun, direction, 'azure');
    await bot.approves(ada, await bot.message('Commit:'), 'web-01');
    await bot.message('is home and protected');

    expect(checked).toContain('Advised: full download. The VM has been in Azure for 40 days');
    expect(form).toContain('The VM has been in Azure for 40 days');
    expect(before).toBe(0);
    expect(asked).toContain('As advised: full download. The VM has been in Azure for 40 days');
    expect(vm().blocksThatDiffer()).toBe(0);
  });

  it('of a recovery plan is asked about where it is advised for one of its VMs', async () => {
    bot = await BotRig.start({
      vms: [{ name: 'db-01', failedOverAt: Date.now() - 40 * DAY }, { name: 'web-01' }],
      plans: [{ name: 'shop', groups: [{ vms: ['db-01', 'web-01'] }] }],
    });

    const form = await formOf('/failback start plan shop');
    const before = azure().calls.received('plannedFailover');
    await choosesFullDownload('shop');
    const direction = await bot.message('Direction: bring the recovery plan shop');

    expect(form).toContain('A full download is advised for db-01');
    expect(before).toBe(0);
    expect(bot.read(direction)).toContain('full download');
  });
});

/** What the form says that opens when Mina types the command. */
async function formOf(command: string): Promise<string> {
  await bot.scene.slack.as(mina.user).types('C0INCIDENT', command);
  const { view } = await bot.until(() => bot.scene.slack.views.find(({ isOpen }) => isOpen));
  return JSON.stringify(view.blocks);
}

const choosesFullDownload = (name: string) =>
  bot.scene.slack.as(mina.user).fillsIn({
    vm: name,
    synchronization: 'Full download: the Azure VM stops at once, long downtime',
    destination: 'Original location',
    channel: 'incident',
  });
