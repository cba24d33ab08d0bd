import type { IncomingMessage } from 'node:http';
import type { Logger } from 'pino';
import type { Clock } from '../../../bot/failback/ports/clock.ts';
import type { TeamsEnvelope } from '../activity/teams-activity.ts';
import type { ServiceServers } from '../connector/service-servers.ts';
import type { TeamsSdk } from '../teams-sdk.ts';
import { tokenProblem } from './token-claims.ts';

/** Lets a request in with 200, or says with which status it is sent away. Never throws. */
export type Authenticator = (
  request: IncomingMessage,
  envelope: TeamsEnvelope,
) => Promise<Authentication>;

/** 503: it could not be found out; Teams tries again. */
export type Authentication = 200 | 401 | 403 | 503;

interface Parts {
  readonly appId: string;
  readonly issuer: string;
  readonly servers: ServiceServers;
  readonly sdk: TeamsSdk;
  readonly clock: Clock;
  readonly log: Logger;
}

/** Getting the keys must leave time to answer. */
const VERIFY_MS = 1_500;

/** Believes nothing but a token that Teams has signed for this bot. There is no setting for it. */
export function tokenAuthenticator(parts: Parts): Authenticator {
  const { appId, issuer, servers, sdk, clock, log } = parts;
  return async ({ headers: { authorization } }, { serviceUrl, channelId }) => {
    const problem = tokenProblem(authorization, { appId, issuer, serviceUrl, now: clock.now() });
    if (problem !== undefined) return sentAway(log, problem, 401);
    const verified = await verifyInTime(sdk, authorization ?? '', serviceUrl);
    if (verified !== 200) return sentAway(log, 'it could not be verified', verified);
    if (channelId !== 'msteams') return sentAway(log, 'it is not from Teams', 403);
    if (!servers.has(serviceUrl)) return sentAway(log, 'its service URL is not allowed', 403);
    return 200;
  };
}

/**
 * For a client on this machine that has no tokens. The listener is bound to loopback; that nobody else, and no page in a
 * browser, speaks through it is checked again with every request.
 */
export function developerAuthenticator(servers: ServiceServers, log: Logger): Authenticator {
  return async ({ headers, socket }, { serviceUrl, channelId }) => {
    const host = (headers.host ?? '').replace(/:\d+$/, '');
    const isLocal = isLoopback(socket.remoteAddress ?? '') && isLoopback(host);
    if (!isLocal || headers.origin !== undefined) return sentAway(log, 'it is not local', 403);
    if (channelId !== 'msteams') return sentAway(log, 'it is not from Teams', 403);
    if (!servers.has(serviceUrl)) return sentAway(log, 'its service URL is not allowed', 403);
    return 200;
  };
}

/** Whether an address or a host name can only mean this machine. */
export function isLoopback(host: string): boolean {
  return ['127.0.0.1', '::1', '[::1]', '::ffff:127.0.0.1', 'localhost'].includes(host);
}

async function verifyInTime(
  sdk: TeamsSdk,
  authorization: string,
  serviceUrl: string,
): Promise<200 | 401 | 503> {
  const tooLate = new AbortController();
  const timer = setTimeout(() => tooLate.abort(), VERIFY_MS);
  try {
    return await Promise.race([
      sdk.verify(authorization, serviceUrl).then(() => 200 as const, statusOf),
      new Promise<503>((resolve) => {
        tooLate.signal.addEventListener('abort', () => resolve(503));
      }),
    ]);
  } finally {
    clearTimeout(timer);
  }
}

/** The SDK fails in ways of its own on a bad token; only not having got the keys is no verdict. */
function statusOf(error: unknown): 401 | 503 {
  const isKeyless =
    error instanceof Error &&
    (error.name === 'FetchError' || ('statusCode' in error && error.statusCode === 500));
  return isKeyless ? 503 : 401;
}

function sentAway(log: Logger, why: string, status: 401 | 403 | 503): Authentication {
  log.warn({ why, status }, 'a request was sent away');
  return status;
}
