import { z } from 'zod';
import {
  guid,
  httpsAddress,
  httpsOrLoopbackAddress,
  isLoopbackHost,
  patterned,
  words,
} from './fields.ts';

const appId = guid('the Microsoft app id of the bot, a GUID').describe(
  'Microsoft app id of the Azure Bot resource.',
);
const tenantId = guid('the directory (tenant) id, a GUID').describe(
  'Directory (tenant) id that the app is in.',
);

function kind<Kind extends string>(name: Kind, description: string) {
  return z.literal(name).describe(description);
}

const credential = z
  .discriminatedUnion('kind', [
    z.strictObject({
      kind: kind('singleTenant', 'An app of one tenant, with a password.'),
      appId,
      tenantId,
    }),
    z.strictObject({
      kind: kind('managedIdentity', 'A user-assigned identity of the machine.'),
      appId,
      tenantId,
    }),
    z.strictObject({ kind: kind('developer', 'On this machine only, without tokens.') }),
  ])
  .describe(
    'How the bot and Teams know each other. singleTenant: the password of the app is in FAILBACK_TEAMS_APP_PASSWORD. managedIdentity: the bot runs on a machine that has the user-assigned identity. developer: no app and no tokens, for trying things out with a client on this machine; anybody on it is believed.',
  );

const http = z
  .strictObject({
    host: words()
      .default('127.0.0.1')
      .describe('Address to listen on. Put a proxy with TLS in front; Teams has to reach that.'),
    port: z.int().min(1).max(65_535).default(3978).describe('Port to listen on.'),
    path: patterned(/^\/\S*$/, 'a path that begins with /')
      .default('/api/messages')
      .describe('Path of the messaging endpoint in the Azure Bot resource.'),
  })
  .prefault({})
  .describe('The listener.');

/** https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-authentication */
const addresses = z
  .strictObject({
    openIdMetadataUrl: httpsOrLoopbackAddress()
      .default('https://login.botframework.com/v1/.well-known/openidconfiguration')
      .describe('Leads to the keys that requests of Teams are signed with.'),
    tokenIssuer: httpsAddress()
      .default('https://api.botframework.com')
      .describe('Who signs the requests of Teams.'),
    loginUrl: httpsOrLoopbackAddress()
      .default('https://login.microsoftonline.com')
      .describe('Where the bot signs in.'),
    tokenScope: patterned(/^https:\/\/\S+\/\.default$/, 'a scope such as https://…/.default')
      .default('https://api.botframework.com/.default')
      .describe('What the bot signs in for.'),
  })
  .prefault({})
  .describe('Other ones for a sovereign cloud or a rehearsal. None of them switches a check off.');

export const teamsSettings = z
  .strictObject({
    credential,
    tenants: z
      .array(guid('a directory (tenant) id, a GUID'))
      .min(1)
      .describe(
        'The tenants whose members may use the bot. People of any other are strangers. People below are of the first, unless they name another.',
      ),
    serviceUrls: z
      .array(httpsOrLoopbackAddress())
      .min(1)
      .default(['https://smba.trafficmanager.net/teams/'])
      .describe(
        'The servers of Teams that the bot speaks to: its token is sent to no other. The first is used until Teams has named one.',
      ),
    addresses,
    http,
  })
  .superRefine(({ credential: { kind }, http: { host }, serviceUrls }, context) => {
    if (kind !== 'developer') return;
    const message =
      'must be on this machine with kind: developer, such as 127.0.0.1: there anybody is believed';
    if (!isLoopbackHost(host))
      context.addIssue({ code: 'custom', path: ['http', 'host'], input: host, message });
    for (const [index, url] of serviceUrls.entries()) {
      if (isLoopbackHost(new URL(url).hostname)) continue;
      context.addIssue({ code: 'custom', path: ['serviceUrls', index], input: url, message });
    }
  })
  .describe(
    'The Teams app. Its password is in the environment: FAILBACK_TEAMS_APP_PASSWORD, with kind: singleTenant.',
  );

export type TeamsSection = z.output<typeof teamsSettings>;
