import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ClientSecretCredential } from '@azure/identity';
import {
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  ConfigurationServiceClientCredentialFactory,
  type Response,
  type TurnContext,
} from 'botbuilder';
import {
  startTeamsSimulator,
  type TeamsSimulator,
  type TeamsSimulatorOptions,
} from '../../../simulators/teams/teams-simulator.ts';
import type { SimulatedPerson } from '../../../simulators/teams/tenant.ts';

const PEOPLE: readonly SimulatedPerson[] = [
  { id: 'mina', name: 'Mina Example', kind: 'member' },
  { id: 'jun', name: 'Jun Sample', kind: 'member' },
  { id: 'ada', name: 'Ada Placeholder', kind: 'guest' },
  { id: 'sam', name: 'Sam Elsewhere', kind: 'stranger' },
  { id: 'nobody', name: 'Nobody Example', kind: 'anonymous' },
  { id: 'shy', name: 'Shy Example', kind: 'member', hasPersonalApp: false },
];

export const CHANNEL = '19:incident@thread.tacv2';
export const GROUP = '19:group@thread.v2';
const TEAM = '19:team@thread.tacv2';

type Credentials = NonNullable<
  ConstructorParameters<typeof ConfigurationBotFrameworkAuthentication>[1]
>;

/** What the sample bot does in a turn; what it returns answers an invoke. */
export type Turn = (context: TurnContext) => Promise<object | undefined>;

/** A bot of a few lines on the real SDK, with a simulated tenant around it. */
export class SampleBot {
  readonly teams: TeamsSimulator;
  /** The activities that got through the SDK's checks, in order. */
  readonly received: TurnContext['activity'][] = [];
  turn: Turn = async () => undefined;
  private readonly adapter: CloudAdapter;
  private readonly server: Server;

  private constructor(teams: TeamsSimulator, credentials: Credentials) {
    this.teams = teams;
    this.adapter = new CloudAdapter(
      new ConfigurationBotFrameworkAuthentication(addressesOf(teams), credentials),
    );
    this.adapter.onTurnError = (_context, error) => Promise.reject(error);
    this.server = createServer((request, response) => void this.serve(request, response));
  }

  static async start(
    options: Partial<TeamsSimulatorOptions> = {},
    credentialsOf = byPassword,
  ): Promise<SampleBot> {
    const conversations = [
      { id: CHANNEL, name: 'incident', kind: 'channel', team: TEAM },
      { id: GROUP, name: 'On call', kind: 'groupChat', members: ['mina', 'jun'] },
    ] as const;
    const teams = await startTeamsSimulator({ people: PEOPLE, conversations, ...options });
    const bot = new SampleBot(teams, credentialsOf(teams));
    await new Promise<void>((resolve) => bot.server.listen(0, '127.0.0.1', resolve));
    const { port } = bot.server.address() as AddressInfo;
    teams.deliversTo(`http://127.0.0.1:${port}/api/messages`);
    return bot;
  }

  /** Writes on its own account into a conversation where somebody has spoken. */
  async writes(activity: TurnContext['activity'], text: string): Promise<void> {
    const { conversation, serviceUrl, recipient, channelId } = activity;
    const reference = { conversation, serviceUrl, bot: recipient, channelId };
    await this.adapter.continueConversationAsync(this.teams.appId, reference, async (context) => {
      await context.sendActivity(text);
    });
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
    await this.teams.stop();
  }

  private async serve(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk as Buffer);
    const body = JSON.parse(Buffer.concat(chunks).toString() || '{}');
    const request = { method: 'POST', headers: incoming.headers, body };
    await this.adapter.process(request, responseFor(outgoing), async (context) => {
      this.received.push(context.activity);
      const answer = await this.turn(context);
      if (context.activity.type !== 'invoke') return;
      await context.sendActivity({ type: 'invokeResponse', value: { status: 200, body: answer } });
    });
  }
}

/** The settings that a sovereign cloud needs, too: all of them, or none. */
function addressesOf(teams: TeamsSimulator) {
  return {
    MicrosoftAppId: teams.appId,
    ToChannelFromBotLoginUrl: teams.plainLoginUrl,
    ToChannelFromBotOAuthScope: 'https://api.botframework.com',
    ToBotFromChannelTokenIssuer: 'https://api.botframework.com',
    ToBotFromChannelOpenIdMetadataUrl: teams.openIdMetadataUrl,
    ToBotFromEmulatorOpenIdMetadataUrl: teams.openIdMetadataUrl,
    OAuthUrl: teams.plainLoginUrl,
    CallerId: '',
    ValidateAuthority: 'true',
  };
}

/** Signs in as MSAL does it, over TLS; the SDK's own credentials cannot be told whom to trust. */
function byPassword(teams: TeamsSimulator): Credentials {
  const { tenantId, appId, appPassword, loginUrl, certificateAuthority } = teams;
  const credential = new ClientSecretCredential(tenantId, appId, appPassword, {
    authorityHost: loginUrl,
    disableInstanceDiscovery: true,
    tlsOptions: { ca: certificateAuthority },
  });
  return {
    isValidAppId: async (id) => id === appId,
    isAuthenticationDisabled: async () => false,
    createCredentials: async () => ({
      async signRequest(request) {
        const { token } = await credential.getToken('https://api.botframework.com/.default');
        request.headers.set('authorization', `Bearer ${token}`);
        return request;
      },
    }),
  };
}

/** The SDK's own way, from end to end. */
export function byManagedIdentity({ tenantId, appId }: TeamsSimulator): Credentials {
  return new ConfigurationServiceClientCredentialFactory({
    MicrosoftAppType: 'UserAssignedMsi',
    MicrosoftAppId: appId,
    MicrosoftAppTenantId: tenantId,
  });
}

function responseFor(outgoing: ServerResponse): Response {
  const response: Response = {
    socket: outgoing.socket,
    header: (name: string, value: string) => outgoing.setHeader(name, value),
    status: (code: number) => {
      outgoing.statusCode = code;
      return response;
    },
    send: (body: unknown) => {
      outgoing.write(typeof body === 'string' ? body : JSON.stringify(body));
      return response;
    },
    end: () => outgoing.end(),
  };
  return response;
}
