import { afterEach, describe, expect, it } from 'vitest';
import { CAST } from '../../../simulators/rehearsal/scene.ts';
import { BotRig } from '../../support/bot.ts';
import { eventually } from '../../support/fast-clock.ts';

const { mina, jun, ada } = CAST;
let bot: BotRig;
afterEach(() => bot.stop());

const host = () => bot.scene.hyperv.host(bot.scene.azure.host.name);
const vm = () => bot.scene.azure.vm('web-01');

async function startWeb01(): Promise<void> {
  await bot.types(mina, '/failback start web-01');
  await bot.approves(jun, await bot.message('Direction:'), 'azure');
}

async function upToVerification(): Promise<void> {
  await startWeb01();
  await bot.presses(jun, await bot.message('Complete failover:'), 'Approve');
}

describe('a check', () => {
  it.each([
    ['absent', () => host().removeVm('web-01'), 'has no such VM'],
    ['forbidden', () => (host().access = 'forbidden'), 'may not look'],
    ['on a host that is away', () => (host().access = 'away'), 'could not be reached'],
    ['running', () => host().startVm('web-01'), 'Turn it off'],
    ['with a checkpoint', () => host().takeCheckpoint('web-01'), 'Remove them first'],
    ['as it should be', () => undefined, 'The VM is off.'],
  ])('tells of an on-premises VM that is %s', async (_what, arrange, expected) => {
    bot = await BotRig.start();
    arrange();

    expect(await bot.types(mina, '/failback check web-01')).toContain(expected);
  });

  it('says "not checked" without a host connector, and everything else works', async () => {
    bot = await BotRig.start({ settings: { hyperv: undefined } });

    expect(await bot.types(mina, '/failback check web-01')).toContain('[not checked]');
    await upToVerification();
    const commit = await bot.message('Commit:');
    expect(bot.read(commit)).toContain('was not checked by the bot');
    expect(await bot.types(mina, '/failback hosts')).toContain('no host connector is configured');
  });
});

describe('while data travels', () => {
  it('the VM does not start by itself, and does again after the commit', async () => {
    bot = await BotRig.start();
    await startWeb01();
    await bot.message('Complete failover:');

    const during = vm().startAction;
    await bot.presses(jun, await bot.message('Complete failover:'), 'Approve');
    await bot.approves(ada, await bot.message('Commit:'), 'web-01');
    await bot.message('is home and protected');

    expect(during).toBe('Nothing');
    await eventually(() => expect(vm().startAction).toBe('StartIfRunning'));
  });

  it('a VM that is started by hand raises an alarm, and must not be started', async () => {
    bot = await BotRig.start();
    await startWeb01();
    await bot.message('Complete failover:');

    host().startVm('web-01');
    const alarm = await bot.message('Alarm: the on-premises VM was started');

    expect(bot.read(alarm)).toContain('Do not start the on-premises VM');
    expect(bot.scene.azure.calls.received('resume')).toBe(0);
    expect(
      bot.messages().some((message) => bot.read(message).includes('Closed. Complete failover')),
    ).toBe(true);
  });

  it('a checkpoint raises an alarm', async () => {
    bot = await BotRig.start();
    await startWeb01();
    await bot.message('Complete failover:');

    host().takeCheckpoint('web-01');

    expect(bot.read(await bot.message('Alarm:'))).toContain('checkpoint');
  });

  it('a VM that is not off at the start is a hold, and nothing is started', async () => {
    bot = await BotRig.start();
    await bot.types(mina, '/failback start web-01');
    const direction = await bot.message('Direction:');

    host().startVm('web-01');
    await bot.approves(jun, direction, 'azure');
    const hold = await bot.message('== On hold: web-01');

    expect(bot.read(hold)).toContain('Running');
    expect(bot.scene.azure.calls.received('plannedFailover')).toBe(0);
  });

  it('a host that is away at the start is a hold, and a person may go on without it', async () => {
    bot = await BotRig.start();
    await bot.types(mina, '/failback start web-01');
    const direction = await bot.message('Direction:');

    host().access = 'away';
    await bot.approves(jun, direction, 'azure');
    await bot.presses(jun, await bot.message('== On hold: web-01'), 'Go on without it');
    await bot.message('Complete failover:');

    expect(bot.scene.azure.calls.accepted('plannedFailover')).toBe(1);
    expect(vm().startAction).toBe('StartIfRunning');
  });
});

describe('commit', () => {
  it('stays locked until a port that the settings name answers', async () => {
    bot = await BotRig.start();
    host().openPorts = [];
    await upToVerification();
    await bot.message('Commit is locked. Not proven yet: Port 443');

    const before = bot.messages().some((message) => bot.read(message).includes('Commit: delete'));
    host().openPorts = [443];
    const commit = await bot.message('Commit: delete');

    expect(before).toBe(false);
    expect(bot.read(commit)).toContain('Proven on-premises');
  });

  it('can be asked for without proof only by an approver, by name and with a reason', async () => {
    bot = await BotRig.start({ patienceMinutes: 0.005 });
    host().openPorts = [];
    await upToVerification();
    const hold = await bot.message('Commit is locked: nothing proves');

    const own = await bot.presses(mina, hold, 'Commit without proof');
    const answer = await bot.submits(jun, hold, 'Commit without proof', {
      reason: 'port 443 is closed on purpose',
    });
    const commit = await bot.message('Commit: delete');

    expect(own).toContain('somebody else has to decide');
    expect(answer).toContain('recorded');
    expect(bot.read(commit)).toContain(
      'Jun Sample let the commit be asked for without Port 443: port 443 is closed on purpose',
    );
  });
});

describe('download threads', () => {
  it('are changed, told with their effect, and put back when the failback has ended', async () => {
    bot = await BotRig.start();
    const name = host().name;

    const answer = await bot.types(mina, `/failback threads ${name} 16`);
    const during = host().downloadThreads;
    await upToVerification();
    await bot.approves(ada, await bot.message('Commit:'), 'web-01');
    await bot.message('is home and protected');

    expect(answer).toContain('every VM on this server');
    expect(during).toBe(16);
    await eventually(() => expect(host().downloadThreads).toBeUndefined());
  });

  it.each(['0', '33', 'many', '1;2'])('"%s" is refused, and nothing is changed', async (count) => {
    bot = await BotRig.start();

    expect(await bot.types(mina, `/failback threads ${host().name} ${count}`)).toContain('1 to 32');
    expect(host().downloadThreads).toBeUndefined();
  });
});

describe('hosts', () => {
  it('shows what a server says of itself beside what Azure says of it', async () => {
    bot = await BotRig.start();
    host().breakService('obengine');

    const answer = await bot.types(mina, '/failback hosts');

    expect(answer).toContain('obengine stopped');
    expect(answer).toContain('Azure: Connected');
  });
});
