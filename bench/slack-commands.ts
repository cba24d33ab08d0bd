import { fork } from 'node:child_process';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { App, HTTPReceiver, LogLevel } from '@slack/bolt';
import { pino } from 'pino';
import { SlackPlatform } from '../adapters/slack/slack-platform.ts';
import { Directory } from '../bot/access/directory.ts';
import { Speakers } from '../bot/chat/language/speakers.ts';
import { startSlackSimulator } from '../simulators/slack/slack-simulator.ts';
import type { Load, LoadReport } from './slack-load.ts';

/**
 * Signed slash commands per second through the bot's HTTP mode, against a bare Bolt app, in alternating rounds of one
 * run; and how long an acknowledgement takes with 50 commands at once. Load comes from a process of its own.
 */
const ROUNDS = 8;
const COMMANDS = 6_000;
const WARM_UP = 3_000;
const AT_ONCE = 50;
const RATIO_BAR = 0.8;
const P99_BAR_MS = 500;

const slack = await startSlackSimulator({
  users: [{ id: 'U0MINA', name: 'Mina Example', kind: 'member' }],
  channels: [{ id: 'C0INC', name: 'incident' }],
});
const signingSecret = slack.signingSecret;

const load = fork(new URL('./slack-load.ts', import.meta.url), {
  execArgv: ['--import', 'tsx'],
});
const bare = await startBareBolt();
const failback = await startFailback();

await measure(bare, WARM_UP);
await measure(failback, WARM_UP);
const ratios: number[] = [];
const latencies: number[] = [];
for (let round = 1; round <= ROUNDS; round += 1) {
  const [first, second] = round % 2 === 1 ? [bare, failback] : [failback, bare];
  const reports = new Map<Side, LoadReport>();
  for (const side of [first, second]) reports.set(side, await measure(side, COMMANDS));
  const ours = report(reports, failback);
  const theirs = report(reports, bare);
  ratios.push(ours.perSecond / theirs.perSecond);
  latencies.push(...ours.latenciesMs);
  console.log(
    `round ${round}: failback ${ours.perSecond.toFixed(0)}/s, bare Bolt ${theirs.perSecond.toFixed(0)}/s`,
  );
}

const ratio = quantile(ratios, 0.5);
const p99 = quantile(latencies, 0.99);
console.log(
  `ratio: median ${ratio.toFixed(2)} of ${ROUNDS} rounds, ${quantile(ratios, 0).toFixed(2)} to ${quantile(ratios, 1).toFixed(2)}; bar ${RATIO_BAR}`,
);
console.log(
  `acknowledgement with ${AT_ONCE} at once: p50 ${quantile(latencies, 0.5).toFixed(1)} ms, p99 ${p99.toFixed(1)} ms, bar ${P99_BAR_MS} ms`,
);
process.exitCode = ratio >= RATIO_BAR && p99 < P99_BAR_MS ? 0 : 1;

load.kill();
await failback.stop();
await bare.stop();
await slack.stop();

interface Side {
  readonly url: string;
  /** Commands that reached the code behind. */
  readonly handled: { count: number; add(): void };
  stop(): Promise<unknown>;
}

function counter() {
  const handled = {
    count: 0,
    add: () => {
      handled.count += 1;
    },
  };
  return handled;
}

async function measure({ url, handled }: Side, commands: number): Promise<LoadReport> {
  const before = handled.count;
  load.send({ url, signingSecret, commands, atOnce: AT_ONCE } satisfies Load);
  const [answer] = (await once(load, 'message')) as [LoadReport];
  if (answer.failed > 0) throw new Error(`${answer.failed} commands were not acknowledged`);
  const missing = commands - (handled.count - before);
  if (missing !== 0) throw new Error(`${missing} commands were acknowledged but not handled`);
  return answer;
}

async function startFailback(): Promise<Side> {
  const platform = new SlackPlatform({
    mode: 'http',
    botToken: slack.botToken,
    signingSecret,
    teams: [slack.teamId],
    apiUrl: slack.apiUrl,
    http: { port: 0 },
    directory: new Directory([]),
    speakers: new Speakers([]),
    log: pino({ level: 'warn' }),
    clock: { now: Date.now, sleep: async () => {} },
  });
  const handled = counter();
  await platform.start(async () => handled.add());
  return { url: platform.health().address ?? '', handled, stop: () => platform.stop() };
}

async function startBareBolt(): Promise<Side> {
  const receiver = new HTTPReceiver({ signingSecret, logLevel: LogLevel.WARN });
  const app = new App({
    receiver,
    logLevel: LogLevel.WARN,
    authorize: async () => ({ botToken: slack.botToken, botId: 'B0BOT', botUserId: 'U0BOT' }),
  });
  const handled = counter();
  app.command('/failback', async ({ ack }) => {
    await ack();
    handled.add();
  });
  const server = await receiver.start({ host: '127.0.0.1', port: 0 });
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/slack/events`, handled, stop: () => receiver.stop() };
}

function report(reports: ReadonlyMap<Side, LoadReport>, side: Side): LoadReport {
  const found = reports.get(side);
  if (found === undefined) throw new Error(`nothing was measured at ${side.url}`);
  return found;
}

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
