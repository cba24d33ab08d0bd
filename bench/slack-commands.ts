import type { AddressInfo } from 'node:net';
import { App, HTTPReceiver, LogLevel } from '@slack/bolt';
import { pino } from 'pino';
import { SlackPlatform } from '../adapters/slack/slack-platform.ts';
import { Directory } from '../bot/access/directory.ts';
import { Speakers } from '../bot/chat/speakers.ts';
import { DICTIONARY } from '../bot/messages/dictionary/dictionary.ts';
import { startSlackSimulator } from '../simulators/slack/slack-simulator.ts';
import { measureAgainstBare, type Side } from './against-bare.ts';
import type { SlackLoad } from './slack-load.ts';

/** Signed slash commands through the bot's HTTP mode, against a bare Bolt app. */
const COMMANDS = 6_000;

const slack = await startSlackSimulator({
  users: [{ id: 'U0MINA', name: 'Mina Example', kind: 'member' }],
  channels: [{ id: 'C0INC', name: 'incident' }],
});
const signingSecret = slack.signingSecret;

const bare = await startBareBolt();
const failback = await startFailback();

await measureAgainstBare<SlackLoad>({
  failback,
  bare,
  program: new URL('./slack-load.ts', import.meta.url),
  load: { signingSecret },
  requests: COMMANDS,
  answer: 'acknowledgement',
});

await failback.stop();
await bare.stop();
await slack.stop();

interface Stoppable extends Side {
  stop(): Promise<unknown>;
}

async function startFailback(): Promise<Stoppable> {
  const platform = new SlackPlatform({
    mode: 'http',
    botToken: slack.botToken,
    signingSecret,
    teams: [slack.teamId],
    apiUrl: slack.apiUrl,
    http: { port: 0 },
    directory: new Directory([]),
    speakers: new Speakers([], DICTIONARY),
    log: pino({ level: 'warn' }),
    clock: { now: Date.now, sleep: async () => {} },
  });
  let handled = 0;
  await platform.start(async () => {
    handled += 1;
  });
  return {
    name: 'failback',
    url: platform.health().address ?? '',
    handled: () => handled,
    stop: () => platform.stop(),
  };
}

async function startBareBolt(): Promise<Stoppable> {
  const receiver = new HTTPReceiver({ signingSecret, logLevel: LogLevel.WARN });
  const app = new App({
    receiver,
    logLevel: LogLevel.WARN,
    authorize: async () => ({ botToken: slack.botToken, botId: 'B0BOT', botUserId: 'U0BOT' }),
  });
  let handled = 0;
  app.command('/failback', async ({ ack }) => {
    await ack();
    handled += 1;
  });
  const server = await receiver.start({ host: '127.0.0.1', port: 0 });
  const { port } = server.address() as AddressInfo;
  return {
    name: 'bare Bolt',
    url: `http://127.0.0.1:${port}/slack/events`,
    handled: () => handled,
    stop: () => receiver.stop(),
  };
}
