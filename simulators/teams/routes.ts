import type { IncomingHttpHeaders } from 'node:http';
import { type Answer, refusal } from './answer.ts';
import { answerCall, type ConnectorParts, type Operation, routeOf } from './connector.ts';
import { authorityDocument, type BotTokens } from './tokens/bot-tokens.ts';
import type { ChannelTokens } from './tokens/channel-tokens.ts';

/** What a call is counted as, and where a fault can be. */
export type Door = Operation | 'token' | 'identity' | 'openId' | 'keys' | 'authority';

export interface RouteParts extends ConnectorParts {
  readonly botTokens: BotTokens;
  readonly channelTokens: ChannelTokens;
  /** Whether calls of the connector need a token of the login endpoint. */
  readonly wantsToken: boolean;
}

interface Request {
  readonly method: string;
  readonly url: URL;
  readonly body: string;
  readonly headers: IncomingHttpHeaders;
}

interface Origins {
  readonly origin: string;
  readonly tlsOrigin: string;
}

interface Route {
  readonly door: Door;
  answer(): Answer | Promise<Answer>;
}

/** Where the connector stands under its host, as the real one's regions do. */
export const REGION = '/emea';

/** Who answers a request, and how; undefined when nobody does. */
export function findRoute(
  request: Request,
  parts: RouteParts,
  origins: Origins,
): Route | undefined {
  const { pathname } = request.url;
  if (pathname.startsWith(`${REGION}/`)) return connectorRoute(request, parts);
  return openIdRoute(request, parts, origins) ?? loginRoute(request, parts, origins);
}

function connectorRoute({ method, url, headers, body }: Request, parts: RouteParts) {
  const route = routeOf(method, url.pathname.slice(REGION.length));
  if (route === undefined) return undefined;
  const answer = () => {
    if (parts.wantsToken && !parts.botTokens.isGood(headers.authorization)) return DENIED;
    const content = parse(body);
    if (content === NOT_JSON) return refusal(400, 'BadSyntax', 'The body is no JSON.');
    return answerCall({ ...route, query: url.searchParams, body: content }, parts);
  };
  return { door: route.operation, answer };
}

function openIdRoute(
  { method, url: { pathname } }: Request,
  { channelTokens }: RouteParts,
  { origin }: Origins,
): Route | undefined {
  switch (`${method} ${pathname}`) {
    case 'GET /openid/.well-known/openidconfiguration':
      return { door: 'openId', answer: () => ok(channelTokens.openIdDocument(origin)) };
    case 'GET /openid/keys':
      return { door: 'keys', answer: async () => ok(await channelTokens.keySet()) };
    default:
      return undefined;
  }
}

function loginRoute(
  { method, url, headers, body }: Request,
  { botTokens }: RouteParts,
  { tlsOrigin }: Origins,
): Route | undefined {
  const [, tenant = '', ...rest] = url.pathname.split('/');
  const header = String(headers['x-identity-header'] ?? '');
  switch (`${method} ${rest.join('/')}`) {
    case 'POST oauth2/v2.0/token':
      return {
        door: 'token',
        answer: () => botTokens.byPassword(tenant, new URLSearchParams(body)),
      };
    case 'GET v2.0/.well-known/openid-configuration':
      return { door: 'authority', answer: () => authorityDocument(tlsOrigin, tenant) };
    case 'GET token':
      return {
        door: 'identity',
        answer: () => botTokens.byManagedIdentity(header, url.searchParams),
      };
    default:
      return undefined;
  }
}

const DENIED: Answer = {
  status: 401,
  body: { message: 'Authorization has been denied for this request.' },
};

const NOT_JSON = Symbol('not JSON');

const ok = (body: unknown): Answer => ({ status: 200, body });

function parse(body: string): unknown {
  try {
    return body === '' ? undefined : JSON.parse(body);
  } catch {
    return NOT_JSON;
  }
}
