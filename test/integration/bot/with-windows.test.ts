import { afterEach, describe, expect, it } from 'vitest';
import { DAYS } from '../../../bot/failback/state/maintenance-window.ts';
import { CAST, CHANNEL } from '../../../simulators/rehearsal/scene.ts';
import { BotRig } from '../../support/bot.ts';

const { mina, jun, ada } = CAST;
let bot: BotRig;
afterEach(() => bot.stop());

const DAY_MS = 86_400_000;

/** Open for an hour, in three days: whatever the time is, not now. */
const notNow = () => ({
  days: [DAYS[new Date(Date.now() + 3 * DAY_MS).getUTCDay()]],
  from: '12:00',
  to: '13:00',
  timeZone: 'UTC',
});

describe('a failback that waits for its maintenance window', () => {
  it('is announced, survives a restart, and goes home when an approver does not want to wait', async () => {
    bot = await BotRig.start({
      settings: { policies: { maintenanceWindows: [notNow()] } },
    });
    const started = await bot.types(mina, '/failback start web-01');
    expect(started).toContain('Maintenance window for the downtime: ');
    await bot.approves(jun, await bot.message('Direction:'), 'azure');
    const ready = await bot.message('Ready: web-01 waits for the maintenance window');
    await bot.stopBot();
    await bot.startBot();

    const handover = await bot.types(ada, '/failback handover');
    expect(handover).toContain('Owed: nothing before ');
    await bot.types(ada, '/failback handover post');
    await bot.message('Handover of FB-');
    expect(await bot.types(mina, '/failback ask-now I cannot wait')).toContain('somebody else');
    await bot.submits(jun, ready, 'Ask now', { reason: 'the link is free' });

    const complete = await bot.message('Complete failover:');
    expect(bot.read(complete)).toContain('Jun Sample had it asked now: the link is free');
    expect(bot.now(ready)).not.toContain('[Ask now]');
    const announced = bot.messages().filter((message) => bot.read(message).includes('was ready'));
    expect(announced).toHaveLength(1);
    expect(await bot.presses(jun, complete, 'Approve')).toContain('somebody else has to decide');
    await bot.presses(ada, complete, 'Approve');
    await bot.approves(ada, await bot.message('Commit:'), 'web-01');
    await bot.message('is home and protected');
    expect(bot.scene.azure.vm('web-01').blocksThatDiffer()).toBe(0);
    expect(await bot.types(mina, '/failback audit')).toContain('The audit trail is intact.');
  });

  it('calls the approvers below the board before the window of its channel opens', async () => {
    bot = await BotRig.start({
      settings: {
        channels: [{ name: 'incident', slack: CHANNEL, maintenanceWindows: [notNow()] }],
        // It opens within three days: in minutes, with room.
        policies: { reminders: { beforeWindowMinutes: 4 * 24 * 60 } },
      },
    });
    await bot.types(mina, '/failback start web-01');
    await bot.approves(jun, await bot.message('Direction:'), 'azure');

    const board = await bot.message('Azure to on-premises ==');
    const soon = await bot.until(() =>
      bot.scene.slack
        .channel(CHANNEL)
        .thread(board.ts)
        .find((message) => bot.read(message).includes('The maintenance window opens at')),
    );

    expect(bot.read(soon)).toContain('May decide: @Jun Sample, @Ada Placeholder');
    expect(bot.read(soon)).toContain('The bot will ask about complete failover: web-01');
  });

  it('asks at once while the window is open', async () => {
    const open = { days: DAYS, from: '00:00', to: '00:00', timeZone: 'Asia/Seoul' };
    bot = await BotRig.start({
      settings: { policies: { maintenanceWindows: [open] } },
    });
    await bot.types(mina, '/failback start web-01');
    await bot.approves(jun, await bot.message('Direction:'), 'azure');

    const complete = await bot.message('Complete failover:');

    expect(bot.read(complete)).toContain('before the maintenance window closes');
    expect(bot.messages().some((message) => bot.read(message).includes('Ready: '))).toBe(false);
  });
});
