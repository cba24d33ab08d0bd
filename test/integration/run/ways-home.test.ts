import { afterEach, describe, expect, it } from 'vitest';
import { CAST } from '../../../simulators/rehearsal/scene.ts';
import { BotRig } from '../../support/bot.ts';

const { mina, jun, ada } = CAST;
const DAY = 86_400_000;
const OTHER = 'HV-HOST-02.corp.example';
const VMS = ['db-01', 'web-01', 'web-02'].map((name) => ({ name, writeEveryMs: 50 }));
let bot: BotRig;

afterEach(() => bot.stop());

const calls = () => bot.scene.azure.calls;
const vm = (name: string) => bot.scene.azure.vm(name);
const differing = () => VMS.map(({ name }) => vm(name).blocksThatDiffer());

const idIn = (answer: string): string => {
  const run = /RUN-[0-9A-Z]{4}/.exec(answer)?.[0];
  if (run === undefined) throw new Error(`no run was started: ${answer}`);
  return run;
};

describe('several VMs by a full download', () => {
  it('stop when their one question is approved, and are asked about once more, at home', async () => {
    bot = await BotRig.start({ vms: VMS });
    const answer = await bot.types(mina, '/failback start web-01 web-02 full-download');
    const run = idIn(answer);

    const direction = await bot.message('Direction: bring 2 VMs home');
    const asked = bot.read(direction);
    expect(calls().received('plannedFailover')).toBe(0);
    await bot.approves(jun, direction, 'azure');
    const commit = await bot.message('Commit: delete 2 VMs');
    const atHome = ['web-01', 'web-02'].map((name) => vm(name).blocksThatDiffer());
    await bot.approves(ada, commit, `${run} 2`);
    await bot.message(`${run}: all 2 VMs home and protected`);

    expect(answer).toContain('Not as advised: synchronization before failover is advised');
    expect(asked).toContain('Every VM of the list stops in Azure the moment this is approved.');
    expect(asked).toContain('a full download of all disks');
    expect(asked).toMatch(/about \d+ to \d+ minutes for all/);
    expect(atHome).toEqual([0, 0]);
    expect(calls().accepted('plannedFailover')).toBe(2);
    expect(calls().received('resume')).toBe(0);
  });

  it('come together with one that keeps running, each in the way that was said of it', async () => {
    bot = await BotRig.start({ vms: VMS });
    const answer = await bot.types(
      mina,
      '/failback start db-01 web-01 then web-02 full-download for db-01',
    );
    const run = idIn(answer);

    const direction = await bot.message('Direction: bring 2 VMs home');
    const asked = bot.read(direction);
    await bot.approves(jun, direction, 'azure');
    await bot.presses(jun, await bot.message('Complete failover: take web-01 down'), 'Approve');
    await bot.approves(ada, await bot.message('Commit: delete 2 VMs'), `${run} 2`);
    await bot.approves(jun, await bot.message('Direction: bring web-02 home'), 'azure');
    await bot.presses(jun, await bot.message('Complete failover: take web-02 down'), 'Approve');
    await bot.approves(ada, await bot.message('Commit: delete web-02'), 'web-02');
    await bot.message(`${run}: all 3 VMs home and protected`);

    expect(asked).toContain('Each VM with a full download stops in Azure the moment');
    expect(asked).toMatch(/db-01 .*full download: stops at once/);
    expect(asked).not.toMatch(/web-01 .*stops at once/);
    expect(differing()).toEqual([0, 0, 0]);
    expect(calls().received('resume')).toBe(2);
  });

  it('are asked for with the advice for each, where nothing was said and it is not the usual way', async () => {
    const [db, ...others] = VMS;
    bot = await BotRig.start({
      vms: [{ name: 'db-01', ...db, failedOverAt: Date.now() - 40 * DAY }, ...others],
    });

    const asked = await bot.types(mina, '/failback start db-01 then web-01 then web-02');
    const before = await bot.types(mina, '/failback status');
    const typed = '/failback start db-01 then web-01 then web-02 full-download for db-01';
    const answer = await bot.types(mina, `${typed} before-failover for web-01 web-02 in incident`);

    expect(asked).toContain('For 1 of 3 VMs a full download is advised');
    expect(asked).toContain('db-01: The VM has been in Azure for 40 days');
    expect(asked).toContain(`${typed} before-failover for web-01 web-02 in incident`);
    expect(before).toContain('No failback is open.');
    expect(answer).toContain('is open for 3 VMs in 3 waves');
    expect(answer).not.toContain('Not as advised');
  });
});

describe('several VMs to another server', () => {
  it('come there with one approval that names the place of each, or stay where they were', async () => {
    bot = await BotRig.start({ vms: VMS, hosts: [OTHER] });
    const run = idIn(
      await bot.types(mina, '/failback start db-01 web-01 to HV-HOST-02 for web-01'),
    );

    const direction = await bot.message('Direction: bring 2 VMs home');
    const asked = bot.read(direction);
    await bot.approves(jun, direction, 'azure');
    await bot.presses(jun, await bot.message('Complete failover: take 2 VMs down'), 'Approve');
    await bot.approves(ada, await bot.message('Commit: delete 2 VMs'), `${run} 2`);
    await bot.message(`${run}: all 2 VMs home and protected`);

    expect(asked).toMatch(/web-01 .*to HV-HOST-02/);
    expect(asked).not.toMatch(/db-01 .*to HV-HOST-02/);
    expect(vm('web-01').hostId).toBe(bot.scene.azure.hosts[1]?.id);
    expect(vm('db-01').hostId).toBe(bot.scene.azure.hosts[0]?.id);
    expect(differing().slice(0, 2)).toEqual([0, 0]);
  });

  it('wait together until the switches that they need are made, each after its own question', async () => {
    bot = await BotRig.start({
      hosts: [OTHER],
      vms: ['web-01', 'web-02'].map((name) => ({
        name,
        switches: ['External', 'Production'],
        writeEveryMs: 50,
      })),
    });
    bot.scene.hyperv.host(bot.scene.azure.host.name).switches.push('Production');
    const answer = await bot.types(mina, '/failback start web-01 web-02 to HV-HOST-02');

    await bot.presses(jun, await bot.message('Virtual switch: make what web-01'), 'Approve');
    await bot.presses(jun, await bot.message('Virtual switch: make what web-02'), 'Approve');
    await bot.approves(jun, await bot.message('Direction: bring 2 VMs home'), 'azure');
    await bot.message('Complete failover: take 2 VMs down');

    expect(answer).toContain('A virtual switch is missing for web-01, web-02');
    const other = bot.scene.hyperv.host(OTHER);
    expect(other.switches).toEqual(['External', 'Production']);
    expect(other.calls.filter(({ operation }) => operation === 'createSwitch')).toHaveLength(1);
  });

  it.each([
    ['web-01 web-02 to HV-HOST-01', 'Say which VMs go there: to HV-HOST-01'],
    ['web-01 web-02 to HV-HOST-09', 'No Hyper-V server of a Hyper-V site is registered'],
    ['web-01 full-download web-02', 'It is not clear for which VMs the option before web-02'],
    ['web-01 web-02 full-download for db-01', 'db-01 stands behind "for"'],
    ['web-01 web-02 full-download before-failover', 'Two different things are said of web-01'],
  ])('"%s" is refused with what to do, and nothing is opened', async (line, why) => {
    bot = await BotRig.start({ vms: VMS, hosts: [OTHER] });

    expect(await bot.types(mina, `/failback start ${line}`)).toContain(why);
    expect(await bot.types(mina, '/failback status')).toContain('No failback is open');
  });
});
