import { afterEach, expect, it } from 'vitest';
import { CAST } from '../../../simulators/rehearsal/scene.ts';
import { BotRig } from '../../support/bot.ts';

let bot: BotRig;

afterEach(() => bot.stop());

it.each(['refuse', '503'] as const)(
  'starts while Slack is away (%s), looks after what is open in Azure, and stops when it is told to',
  async (how) => {
    bot = await BotRig.start();
    await bot.types(CAST.mina, '/failback start web-01');
    await bot.stopBot();
    const { azure, slack } = bot.scene;
    const reads = () => azure.calls.reads('replicationProtectedItems');
    const readBefore = reads();

    await slack.down(how);
    await bot.startBot();
    await expect.poll(reads).toBeGreaterThan(readBefore);
    await bot.stopBot();
    await slack.up();
    await bot.startBot();

    expect(bot.logLines.filter((line) => line.includes('is out of reach'))).toHaveLength(1);
    expect(await bot.types(CAST.mina, '/failback status')).toContain('web-01');
  },
);
