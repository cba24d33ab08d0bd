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
import { question, says } from '../test/support/catalogue/chat-messages.ts';
import { startTeamsRig } from '../test/support/teams.ts';
import { measureAgainstBare } from './against-bare.ts';
import type { TeamsLoad } from './teams-load.ts';

/**
 * Presses (`adaptiveCard/action`, with real tokens), against a bare CloudAdapter that verifies the same tokens and
 * answers at once.
 */
const INVOKES = 3_000;

const handled = { failback: 0, bare: 0 };
const rig = await startTeamsRig({
  receive: async (invocation: Invocation) => {
    handled.failback += 1;
    await invocation.reply(says('Noted.'));
  },
});
const bare = await startBareAdapter();
const { activity, authorization } = await recordPress();

await measureAgainstBare<TeamsLoad>({
  failback: {
    name: 'failback',
    url: rig.platform.health().address ?? '',
    handled: () => handled.failback,
  },
  bare: { name: 'bare CloudAdapter', url: bare.url, handled: () => handled.bare },
  program: new URL('./teams-load.ts', import.meta.url),
  load: { authorization, activity },
  requests: INVOKES,
  answer: 'answer',
});

bare.stop();
await rig.stop();

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
