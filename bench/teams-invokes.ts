import { fork } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  ConfigurationServiceClientCredentialFactory,
  type Request,
  type Response,
} from 'botbuilder';
import type { Invocation } from '../bot/chat/chat-platform.ts';
import { TEAMS_CHANNEL } from '../simulators/rehearsal/teams-scene.ts';
import { question, says } from '../test/support/slack.ts';
import { startTeamsRig } from '../test/support/teams.ts';
import type { TeamsLoad, TeamsLoadReport } from './teams-load.ts';

/**
 * Presses (`adaptiveCard/action`, with real tokens) answered per second, against a bare CloudAdapter that verifies the
 * same tokens and answers at once, in alternating rounds of one run; and how long an answer takes with 50 at once. Load
 * comes from a process of its own.
 */
const ROUNDS = 8;
const INVOKES = 3_000;
const WARM_UP = 1_500;
const AT_ONCE = 50;
const RATIO_BAR = 0.8;
const P99_BAR_MS = 500;

const handled = { failback: 0, bare: 0 };
const rig = await startTeamsRig({
  receive: async (invocation: Invocation) => {
    handled.failback += 1;
    await invocation.reply(says('Noted.'));
  },
});
const bare = await startBareAdapter();
const { activity, authorization } = await recordPress();
const load = fork(new URL('./teams-load.ts', import.meta.url), { execArgv: ['--import', 'tsx'] });

type Side = 'failback' | 'bare';
const urls: Readonly<Record<Side, string>> = {
  failback: rig.platform.health().address ?? '',
  bare: bare.url,
};

await measure('bare', WARM_UP);
await measure('failback', WARM_UP);
const ratios: number[] = [];
const latencies: number[] = [];
for (let round = 1; round <= ROUNDS; round += 1) {
  const order: readonly Side[] = round % 2 === 1 ? ['bare', 'failback'] : ['failback', 'bare'];
  const perSecond = { failback: 0, bare: 0 };
  for (const side of order) {
    const report = await measure(side, INVOKES);
    perSecond[side] = report.perSecond;
    if (side === 'failback') latencies.push(...report.latenciesMs);
  }
  ratios.push(perSecond.failback / perSecond.bare);
  console.log(
    `round ${round}: failback ${perSecond.failback.toFixed(0)}/s, bare CloudAdapter ${perSecond.bare.toFixed(0)}/s`,
  );
}

const ratio = quantile(ratios, 0.5);
const p99 = quantile(latencies, 0.99);
console.log(
  `ratio: median ${ratio.toFixed(2)} of ${ROUNDS} rounds, ${quantile(ratios, 0).toFixed(2)} to ${quantile(ratios, 1).toFixed(2)}; bar ${RATIO_BAR}`,
);
console.log(
  `answer with ${AT_ONCE} at once: p50 ${quantile(latencies, 0.5).toFixed(1)} ms, p99 ${p99.toFixed(1)} ms, bar ${P99_BAR_MS} ms`,
);
process.exitCode = ratio >= RATIO_BAR && p99 < P99_BAR_MS ? 0 : 1;

load.kill();
bare.stop();
await rig.stop();

async function measure(side: Side, invokes: number): Promise<TeamsLoadReport> {
  const before = handled[side];
  const task: TeamsLoad = { url: urls[side], authorization, activity, invokes, atOnce: AT_ONCE };
  load.send(task);
  const [report] = (await once(load, 'message')) as [TeamsLoadReport];
  if (report.failed > 0) throw new Error(`${report.failed} presses were not answered`);
  const missing = invokes - (handled[side] - before);
  if (missing !== 0) throw new Error(`${missing} presses were answered but not handled`);
  return report;
}

/** What Teams sends for one press, and with which token. */
async function recordPress(): Promise<{ activity: object; authorization: string }> {
  const board = await rig.platform.post(TEAMS_CHANNEL, question());
  const pressed = await rig.teams.as('jun').presses(board.id, 'Approve');
  const heard: string[] = [];
  const ear = createServer((request, response) => {
    heard.push(request.headers.authorization ?? '');
    response.end();
  });
  ear.listen({ host: '127.0.0.1', port: 0 });
  await once(ear, 'listening');
  rig.teams.deliversTo(`http://127.0.0.1:${(ear.address() as AddressInfo).port}/`);
  await rig.teams.deliver(pressed.activity);
  ear.closeAllConnections();
  ear.close();
  return { activity: pressed.activity, authorization: heard[0] ?? '' };
}

async function startBareAdapter() {
  const { appId, appPassword, tenantId, openIdMetadataUrl, plainLoginUrl } = rig.teams;
  const credentials = new ConfigurationServiceClientCredentialFactory({
    MicrosoftAppType: 'SingleTenant',
    MicrosoftAppId: appId,
    MicrosoftAppPassword: appPassword,
    MicrosoftAppTenantId: tenantId,
  });
  const adapter = new CloudAdapter(
    new ConfigurationBotFrameworkAuthentication(
      {
        ToBotFromChannelTokenIssuer: 'https://api.botframework.com',
        ToBotFromChannelOpenIdMetadataUrl: openIdMetadataUrl,
        ToBotFromEmulatorOpenIdMetadataUrl: openIdMetadataUrl,
        ToChannelFromBotLoginUrl: plainLoginUrl,
        ToChannelFromBotOAuthScope: 'https://api.botframework.com',
        OAuthUrl: '',
        CallerId: '',
        ValidateAuthority: 'true',
      },
      credentials,
    ),
  );
  const body = {
    statusCode: 200,
    type: 'application/vnd.microsoft.activity.message',
    value: 'Ok.',
  };
  const server = createServer(async (incoming, outgoing) => {
    const request = Object.assign(incoming, { body: JSON.parse(await readAll(incoming)) });
    const response: Response = Object.assign(outgoing, {
      status: (code: number) => {
        outgoing.statusCode = code;
        return response;
      },
      header: (name: string, value: unknown) => outgoing.setHeader(name, String(value)),
      send: (content: unknown) => {
        outgoing.write(JSON.stringify(content));
        return response;
      },
    }) as unknown as Response;
    await adapter.process(request as unknown as Request, response, async (context) => {
      handled.bare += 1;
      await context.sendActivity({ type: 'invokeResponse', value: { status: 200, body } });
    });
  });
  server.listen({ host: '127.0.0.1', port: 0 });
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/messages`;
  const stop = () => {
    server.closeAllConnections();
    server.close();
  };
  return { url, stop };
}

async function readAll(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
