import { afterEach, expect, it } from 'vitest';
import { CAST } from '../../simulators/rehearsal/scene.ts';
import { BotRig } from '../support/bot.ts';

const { mina } = CAST;
let bot: BotRig;
afterEach(() => bot.stop());

/** Nobody looks at the vault meanwhile. */
const SELDOM = { fastSeconds: 3_600, slowSeconds: 3_600, settleSeconds: 60 };

// With one, which server the VM is on is needed before the synchronization is advised, too.
it.each([
  ['without a host connector', { hyperv: undefined }, 1],
  ['with one', {}, 2],
] as const)(
  'from the command to the question about the direction Azure is read once for both the checks and the question, %s',
  async (_, settings, providers) => {
    bot = await BotRig.start({ settings: { polling: SELDOM, ...settings } });
    const { calls } = bot.scene.azure;

    await bot.types(mina, '/failback start web-01');
    await bot.question('Direction:');

    expect(calls.reads('replicationFabrics')).toBe(1);
    expect(calls.reads('replicationRecoveryServicesProviders')).toBe(providers);
  },
);
