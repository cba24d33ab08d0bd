import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CAST, CHANNEL, NEWCOMER } from '../../../simulators/rehearsal/scene.ts';
import { BotRig } from '../../support/bot.ts';
import { eventually } from '../../support/fast-clock.ts';

const { mina, jun, ada } = CAST;
let bot: BotRig;

beforeEach(async () => {
  bot = await BotRig.start();
});
afterEach(() => bot.stop());

const calls = () => bot.scene.azure.calls;
const isProtected = () => bot.message('is home and protected');

async function startWeb01() {
  await bot.types(mina, '/failback start web-01');
  return bot.message('Direction:');
}

describe('one VM comes home', () => {
  it('from the slash command to Protected, with three decisions', async () => {
    const direction = await startWeb01();
    await bot.approves(jun, direction, 'azure');
    await bot.presses(jun, await bot.message('Complete failover:'), 'Approve');
    await bot.approves(ada, await bot.message('Commit:'), 'web-01');
    await isProtected();

    expect(bot.scene.azure.vm('web-01').blocksThatDiffer()).toBe(0);
    expect(calls().accepted('failoverCommit')).toBe(1);
    expect(bot.now(direction)).toContain('direction: approved by Jun Sample');
    expect(bot.now(direction)).not.toContain('[Approve]');
    expect(await bot.types(mina, '/failback audit')).toContain('The audit trail is intact.');
  });

  it('is declined with a reason, and nothing is changed', async () => {
    const direction = await startWeb01();
    await bot.scene.slack.as(jun.user).presses(direction, 'Decline');
    await bot.until(() => bot.scene.slack.views.some((view) => view.isOpen));
    await bot.scene.slack.as(jun.user).fillsIn({ reason: 'not tonight' });
    const end = await bot.message('was declined');

    expect(bot.read(end)).toContain('Nothing was changed.');
    expect(bot.now(direction)).toContain('not tonight');
    expect(calls().received('plannedFailover')).toBe(0);
  });

  it('is cancelled by the one who asked, before the start', async () => {
    await startWeb01();
    const answer = await bot.types(mina, '/failback cancel wrong VM');
    await bot.message('was cancelled');

    expect(answer).toContain('Nothing was changed.');
    expect(calls().received('plannedFailover')).toBe(0);
  });
});

describe('one click', () => {
  it('delivered 100 times in turn has one effect, and is acknowledged each time', async () => {
    const direction = await startWeb01();
    await bot.approves(jun, direction, 'azure');
    const press = bot.scene.slack.deliveries.at(-1)!;

    const again = await bot.scene.slack.redeliver(press.payload, 100, 'inTurn');
    await bot.message('Complete failover:');

    expect(again.every(({ isAcknowledged }) => isAcknowledged)).toBe(true);
    expect(calls().received('plannedFailover')).toBe(1);
  });

  it('delivered 50 times at once has one effect', async () => {
    const direction = await startWeb01();
    await bot.approves(jun, direction, 'azure');
    const complete = await bot.message('Complete failover:');
    await bot.presses(jun, complete, 'Approve');
    const press = bot.scene.slack.deliveries.at(-1)!;

    const again = await bot.scene.slack.redeliver(press.payload, 50, 'atOnce');
    await bot.message('Commit:');

    expect(again.every(({ isAcknowledged }) => isAcknowledged)).toBe(true);
    expect(calls().received('resume')).toBe(1);
  });

  it('by two approvers at the same moment counts once each and calls once', async () => {
    const direction = await startWeb01();
    await bot.approves(jun, direction, 'azure');
    const complete = await bot.message('Complete failover:');

    const answers = await Promise.all([
      bot.presses(jun, complete, 'Approve'),
      bot.presses(ada, complete, 'Approve'),
    ]);
    await bot.message('Commit:');

    expect(answers.filter((answer) => answer.includes('your approval is recorded'))).toHaveLength(
      1,
    );
    expect(calls().received('resume')).toBe(1);
  });

  it('on an old message, after a restart of the bot, is answered with the state and who decided', async () => {
    const direction = await startWeb01();
    await bot.approves(jun, direction, 'azure');
    await bot.message('Complete failover:');
    await bot.stopBot();
    await bot.startBot();

    const answer = await bot.presses(ada, direction, 'Approve');

    expect(answer).toContain('no longer open');
    expect(answer).toContain('direction: approved by Jun Sample');
  });

  it('by the requester, or by somebody unknown, is refused privately and recorded', async () => {
    const direction = await startWeb01();

    const own = await bot.presses(mina, direction, 'Approve');
    const unknown = await bot.presses(NEWCOMER, direction, 'Approve');

    expect(own).toContain('somebody else has to decide');
    expect(unknown).toContain('slack: U0NEW');
    expect(await bot.types(mina, '/failback timeline')).toContain('Refused: Mina Example');
    expect(calls().received('plannedFailover')).toBe(0);
  });
});

describe('Slack is down', () => {
  it('the failback goes on, and the messages are repaired when Slack is back', async () => {
    const direction = await startWeb01();
    await bot.approves(jun, direction, 'azure');
    await bot.message('Complete failover:');
    await bot.presses(jun, await bot.message('Complete failover:'), 'Approve');

    await bot.scene.slack.down();
    await eventually(() => expect(bot.scene.azure.vm('web-01').state).toBe('failedBack'));
    await bot.scene.slack.up();
    const commit = await bot.message('Commit:');
    const board = await bot.message('Azure to on-premises ==');

    await bot.until(() => bot.now(board).includes('[x] Complete failover'));
    expect(bot.now(commit)).toContain('[Approve]');
  });
});

describe('what people type', () => {
  it.each([
    ['an unknown VM', 'start web-99', 'No protected VM is called web-99'],
    ['a VM that is not committed', 'start db-01', 'is not committed'],
    ['a VM on managed disks', 'start files-01', 'managed disks'],
    ['nonsense', 'make me a sandwich', 'There is no command make'],
    ['a broadcast', 'start <!channel>', 'No protected VM is called <!channel>'],
    ['10,000 characters', `start ${'x'.repeat(10_000)}`, 'too long'],
  ])('%s gets a clear private answer, and nothing is changed', async (_what, text, expected) => {
    const answer = await bot.types(mina, `/failback ${text}`);

    expect(answer).toContain(expected);
    expect(bot.messages()).toHaveLength(0);
    expect(calls().log.filter(({ method }) => method === 'POST')).toHaveLength(0);
  });

  it('a second start of the same VM is told which failback is open', async () => {
    await startWeb01();

    expect(await bot.types(mina, '/failback start WEB-01')).toMatch(
      /web-01 already has an open failback, FB-/,
    );
    expect(
      bot.messages().filter((message) => bot.read(message).includes('Direction:')),
    ).toHaveLength(1);
  });

  it('start without a VM opens a form with the VMs that run in Azure', async () => {
    await bot.scene.slack.as(mina.user).types(CHANNEL, '/failback start');
    const view = await bot.until(() => bot.scene.slack.views.find(({ isOpen }) => isOpen));

    expect(JSON.stringify(view)).toContain('web-01');
  });
});
