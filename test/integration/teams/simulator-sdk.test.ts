import { afterEach, describe, expect, it, vi } from 'vitest';
import { TOKEN_KINDS } from '../../../simulators/teams/tokens/channel-tokens.ts';
import { byManagedIdentity, CHANNEL, SampleBot } from './sample-bot.ts';

let bot: SampleBot;

afterEach(async () => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
  await bot.stop();
});

describe('the Bot Framework SDK, left to itself', () => {
  it('takes a good token, and of the bad ones only the one that never expires', async () => {
    // The SDK prints every refusal.
    vi.spyOn(console, 'error').mockReturnValue();
    bot = await SampleBot.start();
    const outcomes = new Map<string, number | undefined>();

    for (const kind of TOKEN_KINDS) {
      const { status } = await bot.teams
        .as('mina')
        .withToken(kind)
        .types(CHANNEL, '@Failback list');
      outcomes.set(kind, status);
    }

    const taken = [...outcomes].filter(([, status]) => status === 200).map(([kind]) => kind);
    expect(taken).toEqual(['valid', 'noExpiry']);
    expect(bot.received).toHaveLength(2);
    expect([...outcomes.values()].every((status) => status !== undefined)).toBe(true);
  });

  it('signs in over TLS as MSAL does, once for many messages', async () => {
    bot = await SampleBot.start();
    bot.turn = async (context) => void (await context.sendActivity('Here.'));

    await bot.teams.as('mina').types(CHANNEL, '@Failback list');
    await bot.teams.as('jun').types(CHANNEL, '@Failback list');

    const methods = bot.teams.calls.map(({ method }) => method);
    expect(methods).toEqual(['openId', 'keys', 'authority', 'token', 'post', 'post']);
    expect(bot.teams.botTokens.issued).toBe(1);
  });

  it('signs in with a managed identity where the machine has one', async () => {
    bot = await SampleBot.start({}, byManagedIdentity);
    const { endpoint, header } = bot.teams.managedIdentity;
    vi.stubEnv('IDENTITY_ENDPOINT', endpoint);
    vi.stubEnv('IDENTITY_HEADER', header);
    bot.turn = async (context) => void (await context.sendActivity('Here.'));

    const delivery = await bot.teams.as('mina').types(CHANNEL, '@Failback list');

    expect(delivery.outcome).toBe('acknowledged');
    const root = bot.teams.conversation(CHANNEL).messages.at(-1);
    expect(bot.teams.conversation(CHANNEL).thread(root?.id ?? '')).toMatchObject([
      { from: 'bot', content: { text: 'Here.' } },
    ]);
    expect(bot.teams.calls.map(({ method }) => method)).toContain('identity');
  });

  it('does not know a key that signs since a minute, and looks for it an hour later at the earliest', async () => {
    vi.spyOn(console, 'error').mockReturnValue();
    bot = await SampleBot.start();
    await bot.teams.as('mina').types(CHANNEL, '@Failback list');

    bot.teams.rotateKeys();
    const delivery = await bot.teams.as('mina').types(CHANNEL, '@Failback list');

    expect(delivery.outcome).toBe('refused');
    expect(bot.received).toHaveLength(1);
    expect(bot.teams.calls.filter(({ method }) => method === 'keys')).toHaveLength(1);
  });
});
