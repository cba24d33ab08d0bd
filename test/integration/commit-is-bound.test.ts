import { afterEach, describe, expect, it } from 'vitest';
import { CAST } from '../../simulators/rehearsal/scene.ts';
import type { ShownMessage } from '../../simulators/slack/workspace.ts';
import { BotRig } from '../support/bot.ts';

const { mina, jun, ada, lea } = CAST;
/** Its ports are not looked at: what differs is then seen at once. */
const VM = 'web-02';
const DISKS = [{ sizeMb: 40_960 }, { sizeMb: 102_400 }];

/** The settings want port 443 of it. */
const WITH_PORT = 'web-01';

let bot: BotRig;
afterEach(() => bot.stop());

const host = () => bot.scene.hyperv.host(bot.scene.azure.host.name);
const calls = () => bot.scene.azure.calls;
const commits = () => calls().accepted('failoverCommit');

/** What happens to a VM that has come home, and what people read of it. */
const CHANGES: readonly (readonly [what: string, happen: () => void, said: string])[] = [
  ['is turned off', () => host().stopVm(VM), 'On-premises power was Running, is Off'],
  ['gets a checkpoint', () => host().takeCheckpoint(VM), 'Checkpoints was 0, is 1'],
  ['loses a disk', () => host().detachDisk(VM), 'On-premises disks was 2: '],
  ['loses its adapter', () => host().removeAdapters(VM), 'Network adapters was 1: External, is 0'],
  ['has moved to another host', () => host().moveAway(VM), 'its server has no such VM'],
];

/** The VM is home and verified; its commit is asked for. */
async function upToCommit(settings: Readonly<Record<string, unknown>> = {}): Promise<ShownMessage> {
  const vms = [{ name: VM, disks: DISKS, writeEveryMs: 50 }];
  bot = await BotRig.start({ settings, vms, patienceMinutes: 0.01 });
  await bot.types(mina, `/failback start ${VM}`);
  await bot.approves(jun, await bot.message('Direction:'), 'azure');
  await bot.presses(jun, await bot.message('Complete failover:'), 'Approve');
  return bot.question('Commit: delete');
}

/** Azure does not take the commit for a while: it is approved, and not called yet. */
const postponeCommit = () =>
  bot.scene.azure.faults.always(
    { operation: 'failoverCommit' },
    { kind: 'status', status: 429, taken: false, retryAfter: '1' },
  );

/** All that was told of the failback so far. */
const told = async (): Promise<string> => bot.types(mina, '/failback timeline');

describe('between the question about the commit and its approval a VM that', () => {
  it.each(CHANGES)(
    '%s: nothing is committed, and it is said what differs',
    async (_, happen, said) => {
      const question = await upToCommit();

      happen();
      await bot.until(() => !bot.now(question).includes('[Approve]'));
      const answer = await bot.presses(ada, question, 'Approve');

      expect(answer).not.toContain('recorded');
      await bot.until(() => bot.events().some(({ type }) => type === 'verificationVoided'));
      expect(await told()).toContain(said);
      expect(commits()).toBe(0);
    },
  );
});

describe('between the approval of the commit and the call a VM that', () => {
  it.each(CHANGES)(
    '%s: nothing is committed, and it is said what differs',
    async (_, happen, said) => {
      const question = await upToCommit();
      const takeAgain = postponeCommit();
      await bot.approves(ada, question, VM);
      await bot.until(() => calls().received('failoverCommit') > 0);

      happen();
      await bot.until(() => bot.events().some(({ type }) => type === 'grantVoided'));
      takeAgain();

      expect(await told()).toContain(said);
      expect(commits()).toBe(0);
      expect(bot.events().filter(({ type }) => type === 'verified')).not.toHaveLength(0);
    },
  );

  it('is on a host that falls silent: nothing is committed, and a person is asked', async () => {
    const question = await upToCommit();
    const takeAgain = postponeCommit();
    await bot.approves(ada, question, VM);
    await bot.until(() => calls().received('failoverCommit') > 0);

    host().access = 'away';
    await bot.until(() => bot.events().some(({ type }) => type === 'grantVoided'));
    takeAgain();

    expect(await told()).toContain('its server was not reached');
    await bot.hold('nothing proves');
    expect(commits()).toBe(0);
  });
});

describe('between the question about the commit and its approval', () => {
  it('a host that falls silent leaves the question open, and nothing is committed by its approval', async () => {
    const question = await upToCommit();

    host().access = 'away';
    await bot.approves(ada, question, VM);
    await bot.until(() => bot.events().some(({ type }) => type === 'grantVoided'));

    expect(await told()).toContain('its server was not reached');
    expect(commits()).toBe(0);
  });
});

const TWO = ['web-01', 'web-02'].map((name) => ({ name, writeEveryMs: 50 }));

describe('of several VMs', () => {
  it('one of a recovery plan that is turned off keeps the whole plan from being committed, and is named', async () => {
    const shop = { name: 'shop', groups: [{ vms: ['web-01', 'web-02'] }] };
    bot = await BotRig.start({ vms: TWO, plans: [shop] });
    await bot.types(mina, '/failback start plan shop');
    await bot.approves(jun, await bot.message('Direction: bring the recovery plan shop'), 'azure');
    await bot.presses(jun, await bot.message('Complete failover: take the VMs'), 'Approve');
    const question = await bot.question('Commit: delete the VMs of shop');

    host().stopVm('web-02');
    await bot.until(() => !bot.now(question).includes('[Approve]'));

    const timeline = await told();
    expect(timeline).toContain('web-02: On-premises power was Running, is Off');
    expect(timeline).not.toContain('web-01: On-premises power was');
    expect(commits()).toBe(0);
  });

  it('one of a wave that is turned off is not committed, and the other one is', async () => {
    bot = await BotRig.start({ vms: TWO });
    const answer = await bot.types(mina, '/failback start web-01 web-02');
    const run = /RUN-[0-9A-Z]{4}/.exec(answer)?.[0] ?? 'no run';
    await bot.approves(jun, await bot.message('Direction: bring 2 VMs home'), 'azure');
    await bot.presses(jun, await bot.message('Complete failover: take 2 VMs'), 'Approve');
    const question = await bot.question('Commit: delete 2 VMs');
    const takeAgain = postponeCommit();
    await bot.approves(ada, question, `${run} 2`);
    await bot.until(() => calls().received('failoverCommit') >= 2);

    host().stopVm('web-02');
    await bot.until(() => bot.events().some(({ type }) => type === 'grantVoided'));
    takeAgain();
    await bot.until(() => commits() > 0);

    expect(calls().accepted('failoverCommit', 'web-01')).toBe(1);
    expect(calls().accepted('failoverCommit', 'web-02')).toBe(0);
    expect(await bot.types(mina, `/failback timeline ${run}`)).toContain(
      'On-premises power was Running, is Off',
    );
  });
});

describe('a VM that is well', () => {
  it('is committed with one look more, and the question says what was seen', async () => {
    const question = await upToCommit();
    const before = host().calls.length;
    expect(bot.read(question)).toContain(`Seen on ${host().name}`);
    expect(bot.read(question)).toContain('2 disks: 40 GB, 100 GB');

    await bot.approves(ada, question, VM);
    await bot.message('is home and protected');

    const looks = host().calls.slice(before);
    expect(looks.map(({ operation }) => operation)).toContain('readVm');
    expect(commits()).toBe(1);
  });

  it('that was put right is asked about again, with what had changed, and is committed', async () => {
    const question = await upToCommit();
    host().stopVm(VM);
    await bot.until(() => !bot.now(question).includes('[Approve]'));

    host().startVm(VM);
    const again = await bot.question('Commit: delete');
    expect(bot.read(again)).toContain('Asked again');
    expect(bot.read(again)).toContain('On-premises power: was Running, is Off');

    await bot.approves(ada, again, VM);
    await bot.message('is home and protected');
    expect(commits()).toBe(1);
  });
});

describe('who overrides', () => {
  it('does not decide what it leads to, and the question says who is missing', async () => {
    bot = await BotRig.start({
      patienceMinutes: 0.005,
      settings: { policies: { approvals: { commit: 2 } } },
    });
    host().openPorts = [];
    await bot.types(mina, `/failback start ${WITH_PORT}`);
    await bot.approves(jun, await bot.message('Direction:'), 'azure');
    await bot.presses(jun, await bot.message('Complete failover:'), 'Approve');
    await bot.submits(jun, await bot.hold('nothing proves'), 'Commit without proof', {
      reason: 'port 443 is closed on purpose',
    });

    const question = await bot.question('Commit: delete');
    expect(bot.read(question)).toContain('Jun Sample let the commit be asked for without Port 443');
    expect(await bot.presses(jun, question, 'Approve')).toContain('somebody else has to decide');
    await bot.approves(ada, question, WITH_PORT);
    expect(commits()).toBe(0);
    await bot.approves(lea, question, WITH_PORT);
    await bot.message('is home and protected');
    expect(commits()).toBe(1);
  });

  it('may let pass that nobody sees the VM: it is committed as long as its server says the same', async () => {
    bot = await BotRig.start({ patienceMinutes: 0.005 });
    await bot.types(mina, `/failback start ${WITH_PORT}`);
    await bot.approves(jun, await bot.message('Direction:'), 'azure');
    const complete = await bot.question('Complete failover:');
    host().access = 'away';
    await bot.presses(jun, complete, 'Approve');
    await bot.submits(jun, await bot.hold('nothing proves'), 'Commit without proof', {
      reason: 'seen on its console',
    });

    await bot.approves(ada, await bot.question('Commit: delete'), WITH_PORT);
    await bot.until(() => commits() === 1);
    host().access = 'open';
    await bot.message('is home and protected');
    expect(bot.events().some(({ type }) => type === 'grantVoided')).toBe(false);
  });

  it('lets pass only what was named: a VM that is off all the same is not committed', async () => {
    bot = await BotRig.start({ patienceMinutes: 0.005 });
    host().openPorts = [];
    await bot.types(mina, `/failback start ${WITH_PORT}`);
    await bot.approves(jun, await bot.message('Direction:'), 'azure');
    await bot.presses(jun, await bot.message('Complete failover:'), 'Approve');
    const hold = await bot.hold('nothing proves');
    host().stopVm(WITH_PORT);
    await bot.submits(jun, hold, 'Commit without proof', { reason: 'closed on purpose' });

    const next = await bot.until(() =>
      bot
        .messages()
        .findLast((one) => one.ts !== hold.ts && bot.read(one).includes('== On hold: ')),
    );
    expect(bot.read(next)).toContain('The VM is Off');
    expect(bot.messages().some((one) => bot.read(one).includes('Commit: delete'))).toBe(false);
    expect(commits()).toBe(0);
  });

  it('leaves too few: the question says so, by name', async () => {
    bot = await BotRig.start({
      patienceMinutes: 0.005,
      settings: { policies: { approvals: { commit: 3 } } },
    });
    host().openPorts = [];
    await bot.types(mina, `/failback start ${WITH_PORT}`);
    await bot.approves(jun, await bot.message('Direction:'), 'azure');
    await bot.presses(jun, await bot.message('Complete failover:'), 'Approve');
    await bot.submits(jun, await bot.hold('nothing proves'), 'Commit without proof', {
      reason: 'closed on purpose',
    });

    expect(bot.read(await bot.question('Commit: delete'))).toContain(
      'Too few people can decide this: 3 approvals are needed, and 2 people can give one. Not counted: Mina Example asked for the failback, Jun Sample had a check passed over.',
    );
  });
});
