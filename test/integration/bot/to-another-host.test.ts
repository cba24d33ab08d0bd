import { afterEach, describe, expect, it } from 'vitest';
import { CAST } from '../../../simulators/rehearsal/scene.ts';
import { BotRig } from '../../support/bot.ts';

const { mina, jun, ada, lea } = CAST;
const OTHER = 'HV-HOST-02.corp.example';
let bot: BotRig;
afterEach(() => bot.stop());

const original = () => bot.scene.hyperv.host(bot.scene.azure.host.name);
const other = () => bot.scene.hyperv.host(OTHER);
const vm = () => bot.scene.azure.vm('web-01');

async function bringsHome(): Promise<void> {
  await bot.approves(jun, await bot.message('Direction:'), 'azure');
  await bot.presses(jun, await bot.message('Complete failover:'), 'Approve');
  await bot.approves(ada, await bot.message('Commit: delete'), 'web-01');
  await bot.message('is home and protected');
}

describe('to another host', () => {
  it('comes a VM whose old host is gone, is proven there, and every block arrives', async () => {
    bot = await BotRig.start({ hosts: [OTHER] });
    bot.scene.azure.host.connectionStatus = 'Disconnected';
    original().access = 'away';
    const before = vm().onPremisesId;

    const answer = await bot.types(mina, '/failback start web-01 to HV-HOST-02');
    const direction = await bot.message('Direction:');
    const asked = bot.read(direction);
    await bringsHome();

    expect(answer).toContain('is open for web-01');
    expect(asked).toContain(`Alternate location: ${OTHER}. The VM is made there`);
    expect(vm().hostId).toBe(bot.scene.azure.hosts[1]?.id);
    expect(vm().onPremisesId).not.toBe(before);
    expect(vm().blocksThatDiffer()).toBe(0);
    expect(other().calls.some(({ operation }) => operation === 'checkPorts')).toBe(true);
    expect(bot.scene.azure.calls.accepted('plannedFailover')).toBe(1);
  });

  it('is chosen from a list of the registered Hyper-V servers', async () => {
    bot = await BotRig.start({ hosts: [OTHER] });
    const { slack } = bot.scene;

    await slack.as(mina.user).types('C0INCIDENT', '/failback start');
    const form = await bot.until(() => slack.views.find(({ isOpen }) => isOpen));
    const shown = JSON.stringify(form);

    expect(shown).toContain('Original location; make the VM if it is not there');
    expect(shown).toContain(`Alternate location: ${OTHER}`);
  });

  it.each([
    ['to HV-HOST-01', 'that is the original location'],
    ['to HV-HOST-09', 'No Hyper-V server of a Hyper-V site is registered as HV-HOST-09'],
  ])('"%s" is refused, and nothing is opened', async (words, why) => {
    bot = await BotRig.start({ hosts: [OTHER] });

    const answer = await bot.types(mina, `/failback start web-01 ${words}`);

    expect(answer).toContain(why);
    expect(await bot.types(mina, '/failback status')).toContain('No failback is open');
  });

  it('where a VM of the same name is already, is asked about by name and reason', async () => {
    bot = await BotRig.start({ hosts: [OTHER] });
    other().addVm({ name: 'web-01', state: 'protected' }).onPremisesVm = 'off';

    const answer = await bot.types(mina, '/failback start web-01 to HV-HOST-02');
    const hold = await bot.message('== On hold: web-01');
    const own = await bot.presses(mina, hold, 'Go on although unsupported');
    await bot.submits(jun, hold, 'Go on although unsupported', { reason: 'left by a rehearsal' });
    const direction = await bot.message('Direction:');

    expect(answer).toContain('but on hold');
    expect(bot.read(hold)).toContain('already has a VM of this name');
    expect(own).toContain('somebody else has to decide');
    expect(bot.read(direction)).toContain('left by a rehearsal');
    expect(bot.read(direction)).toContain('Jun Sample goes on although it is not supported');
  });

  it('is not possible for a VM of a VMM server, which is said with the source', async () => {
    bot = await BotRig.start({ hosts: [OTHER], fabric: { type: 'VMM', isEncrypted: true } });

    const answer = await bot.types(mina, '/failback start web-01 to HV-HOST-02');

    expect(answer).toContain('No Hyper-V server of a Hyper-V site');
  });
});

describe('a virtual switch that is missing', () => {
  async function startsWithout(name: string) {
    bot = await BotRig.start({
      hosts: [OTHER],
      vms: [{ name: 'web-01', switches: ['External', name], writeEveryMs: 50 }],
    });
    original().switches.push(name);
    return bot.types(mina, '/failback start web-01 to HV-HOST-02');
  }

  it('is made once, after a question of its own, and the VM comes to it with every block', async () => {
    const answer = await startsWithout('Production');
    const question = await bot.message('Virtual switch: make');
    const own = await bot.presses(mina, question, 'Approve');
    await bot.presses(jun, question, 'Approve');
    const again = await bot.presses(ada, question, 'Approve');
    await bringsHome();

    expect(answer).toContain('A virtual switch is missing');
    expect(bot.read(question)).toContain('a private virtual switch is made for each missing name');
    expect(own).toContain('somebody else has to decide');
    expect(again).toContain('so nothing was done');
    expect(other().switches).toEqual(['External', 'Production']);
    expect(other().calls.filter(({ operation }) => operation === 'createSwitch')).toHaveLength(1);
    expect(vm().blocksThatDiffer()).toBe(0);
    expect(bot.scene.azure.calls.accepted('plannedFailover')).toBe(1);
  });

  it('is not made where somebody declines, and an approver may go on without it', async () => {
    await startsWithout('Production');
    const question = await bot.message('Virtual switch: make');
    await bot.submits(jun, question, 'Decline', { reason: 'the network team makes it' });
    await bot.presses(jun, await bot.message('== On hold: web-01'), 'Go on without it');
    const direction = await bot.message('Direction:');

    expect(bot.read(direction)).toContain('does not have Production');
    expect(other().switches).toEqual(['External']);
  });

  it('that was made, though its answer was lost, is found and not made again', async () => {
    await startsWithout('Production');
    const question = await bot.message('Virtual switch: make');
    other().misbehave({ kind: 'slow', ms: 1 });
    other().misbehave({ kind: 'exit', code: 3, isTaken: true });
    await bot.presses(jun, question, 'Approve');
    await bot.message('Direction:');

    expect(other().switches).toEqual(['External', 'Production']);
    expect(other().calls.filter(({ operation }) => operation === 'createSwitch')).toHaveLength(1);
  });

  it('that does not show after a lost answer is not made again without a person', async () => {
    await startsWithout('Production');
    const question = await bot.message('Virtual switch: make');
    other().misbehave({ kind: 'slow', ms: 1 });
    other().misbehave({ kind: 'exit', code: 3 });
    await bot.presses(jun, question, 'Approve');
    const hold = await bot.message('The virtual switch was not made');

    expect(bot.read(hold)).toContain('it is not there');
    expect(other().calls.filter(({ operation }) => operation === 'createSwitch')).toHaveLength(1);
    expect(bot.scene.azure.calls.received('plannedFailover')).toBe(0);
  });
});

describe('a VM that was deleted', () => {
  it('is not brought home until it may be made, and then every block arrives', async () => {
    bot = await BotRig.start();
    original().removeVm('web-01');

    const refused = await bot.types(mina, '/failback start web-01');
    const answer = await bot.types(mina, '/failback start web-01 create-vm before-failover');
    const asked = bot.read(await bot.message('Direction:'));
    await bringsHome();

    expect(refused).toContain('start with "create-vm"');
    expect(answer).toContain('is open for web-01');
    expect(asked).toContain('The VM is made if it is not there');
    expect(asked).toContain('it may refuse');
    expect(vm().blocksThatDiffer()).toBe(0);
  });
});

describe('what is not supported', () => {
  it('as far as the evidence goes is let pass by name and with a reason; what is certain is not', async () => {
    bot = await BotRig.start({
      vms: [
        { name: 'web-01', managedDisks: 'replicated', writeEveryMs: 50 },
        { name: 'files-01', managedDisks: 'legacy' },
      ],
    });

    const legacy = await bot.types(mina, '/failback start files-01');
    await bot.types(mina, '/failback start web-01');
    const hold = await bot.message('== On hold: web-01');
    await bot.submits(lea, hold, 'Go on although unsupported', { reason: 'tried last week' });
    await bringsHome();

    expect(legacy).toContain('[no] Managed disks');
    expect(legacy).toContain('hyper-v-azure-failback');
    expect(bot.read(hold)).toContain('issues/114722');
    expect(vm().blocksThatDiffer()).toBe(0);
  });

  it('is told of a VMM server with data encryption, and of a server without a desktop', async () => {
    bot = await BotRig.start({ fabric: { type: 'VMM', isEncrypted: true } });
    original().windows = 'Windows Server 2019 Standard, 10.0.17763';
    original().isServerCore = true;

    const answer = await bot.types(mina, '/failback check web-01');

    expect(answer).toContain('The portal would ask for a certificate');
    expect(answer).toContain('[not supported] Server Core');
  });
});

describe('a check', () => {
  it('of the way to another host changes nothing and tells what is missing there', async () => {
    bot = await BotRig.start({ hosts: [OTHER] });
    other().switches = [];

    const answer = await bot.types(mina, '/failback check web-01 to HV-HOST-02');

    expect(answer).toContain('Alternate location: HV-HOST-02.corp.example');
    expect(answer).toContain('does not have External');
    expect(bot.scene.azure.calls.received('plannedFailover')).toBe(0);
  });
});
