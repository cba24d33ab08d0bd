import { ConfigError } from '../../bot/failback/ports/errors.ts';
import { BotTokens, fetchByIdentity, fetchByPassword } from './connector/bot-token.ts';
import { ServiceServers } from './connector/service-servers.ts';
import { TeamsConnector } from './connector/teams-connector.ts';
import {
  type Authenticator,
  developerAuthenticator,
  isLoopback,
  tokenAuthenticator,
} from './inbound/teams-authenticator.ts';
import { openSdk } from './teams-sdk.ts';
import type { TeamsSettings } from './teams-settings.ts';

/** What stands between the bot and Teams, in both directions. */
export interface TeamsConnection {
  readonly servers: ServiceServers;
  readonly doorkeeper: Authenticator;
  /** A way to call Teams that gives up after so long. */
  readonly connector: (timeoutMs: number) => TeamsConnector;
}

/** Throws `ConfigError` when developer mode would reach beyond this machine. */
export function connectTeams(settings: TeamsSettings): TeamsConnection {
  const { credential, addresses, clock, log } = settings;
  const servers = new ServiceServers(settings.serviceUrls);
  if (credential.kind === 'developer') {
    refuseBeyondLoopback(settings);
    const connector = (timeoutMs: number) =>
      new TeamsConnector({ servers, tokens: undefined, timeoutMs });
    log.warn('teams: developer mode: anybody on this machine is believed');
    return { servers, doorkeeper: developerAuthenticator(servers, log), connector };
  }
  const sdk = openSdk(credential, addresses);
  const fetchToken =
    credential.kind === 'singleTenant'
      ? fetchByPassword(credential, addresses, clock)
      : fetchByIdentity(sdk, clock);
  const tokens = new BotTokens(fetchToken, clock);
  const { appId } = credential;
  const issuer = addresses.tokenIssuer;
  return {
    servers,
    doorkeeper: tokenAuthenticator({ appId, issuer, servers, sdk, clock, log }),
    connector: (timeoutMs) => new TeamsConnector({ servers, tokens, timeoutMs }),
  };
}

function refuseBeyondLoopback({ http, serviceUrls }: TeamsSettings): void {
  const hosts = [http.host ?? '127.0.0.1', ...serviceUrls.map((url) => new URL(url).hostname)];
  const others = hosts.filter((host) => !isLoopback(host));
  if (others.length === 0) return;
  const problem = `Teams: developer mode believes anybody, so it stays on this machine: ${others.join(', ')} is not on it.`;
  throw new ConfigError([problem]);
}
