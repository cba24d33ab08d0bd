import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import type { ServerIdentity } from '../tls.ts';
import { type Answer, refusal } from './answer.ts';
import { authorityDocument, type BotTokens } from './bot-tokens.ts';
import type { ChannelTokens } from './channel-tokens.ts';
import { answerCall, type ConnectorParts, type Operation, routeOf } from './connector.ts';

/** What a call is counted as, and where a fault can be. */
export type Door = Operation | 'token' | 'identity' | 'openId' | 'keys' | 'authority';

/** What shall go wrong with one call. */
export type Fault =
  | { readonly status: number; readonly code?: string; readonly retryAfterSeconds?: number }
  /** It is carried out, but the answer is lost. */
  | 'lost'
  | 'reset';

export interface DoorParts extends ConnectorParts {
  readonly tls: ServerIdentity;
  readonly botTokens: BotTokens;
  readonly channelTokens: ChannelTokens;
  /** Whether calls of the connector need a token of the login endpoint. */
  readonly wantsToken: boolean;
}

interface Request {
  readonly method: string;
  readonly url: URL;
  readonly body: string;
  readonly headers: IncomingMessage['headers'];
}

interface Route {
  readonly door: Door;
  answer(): Answer | Promise<Answer>;
}

/** Where the connector stands under its host, as the real one's regions do. */
const REGION = '/emea';

/** The simulator's servers on loopback: Bot Connector, OpenID document and keys, login endpoint (that over TLS, too). */
export class FrontDoor {
  /** Every call that was answered. */
  readonly calls: { readonly method: Door; readonly at: number }[] = [];
  /** How long every answer is held back, in milliseconds. */
  slowness = 0;
  /** Whether anybody gets through, in either direction. */
  isUp = false;
  private readonly parts: DoorParts;
  private readonly faults = new Map<Door, Fault[]>();
  private servers: readonly Server[] = [];
  private ports: readonly number[];

  constructor(parts: DoorParts, port: number) {
    this.parts = parts;
    this.ports = [port, 0];
  }

  get origin(): string {
    return `http://127.0.0.1:${this.ports[0]}`;
  }

  get tlsOrigin(): string {
    return `https://127.0.0.1:${this.ports[1]}`;
  }

  get serviceUrl(): string {
    return `${this.origin}${REGION}/`;
  }

  /** Listens; on the same ports as before after an outage. */
  async open(): Promise<void> {
    this.isUp = true;
    if (this.servers.length > 0) return;
    const handle = (request: IncomingMessage, response: ServerResponse) => {
      this.serve(request, response).catch(() => request.socket.destroy());
    };
    const { key, cert } = this.parts.tls;
    this.servers = [createServer(handle), createTlsServer({ key, cert }, handle)];
    const [plain = 0, tls = 0] = this.ports;
    this.ports = await Promise.all([listen(this.servers[0], plain), listen(this.servers[1], tls)]);
  }

  /** `refuse`: nobody listens. `503`: every answer is 503. */
  async close(how: 'refuse' | '503'): Promise<void> {
    this.isUp = false;
    if (how === '503') return;
    const servers = this.servers;
    this.servers = [];
    await Promise.all(servers.map(close));
  }

  /** The next calls go wrong, one for each fault. */
  fail(door: Door, ...faults: readonly Fault[]): void {
    this.faults.set(door, [...(this.faults.get(door) ?? []), ...faults]);
  }

  private async serve(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = '', headers } = incoming;
    const url = new URL(incoming.url ?? '/', 'http://127.0.0.1');
    const route = this.route({ method, url, headers, body: await readAll(incoming) });
    if (this.slowness > 0) await delay(this.slowness);
    if (!this.isUp) return send(response, { status: 503, body: 'service unavailable' });
    if (route === undefined) return send(response, { status: 404, body: 'nothing here' });
    this.calls.push({ method: route.door, at: Date.now() });
    const fault = this.faults.get(route.door)?.shift();
    if (fault === 'reset') return void incoming.socket.destroy();
    const answer = faulty(fault) ?? (await route.answer());
    if (fault === 'lost') incoming.socket.destroy();
    else send(response, answer);
  }

  private route(request: Request): Route | undefined {
    const { method, url } = request;
    if (url.pathname.startsWith(REGION)) return this.connectorRoute(request);
    return this.loginRoute(request) ?? (method === 'GET' ? this.openIdRoute(url) : undefined);
  }

  private connectorRoute({ method, url, headers, body }: Request): Route | undefined {
    const route = routeOf(method, url.pathname.slice(REGION.length));
    if (route === undefined) return undefined;
    const { wantsToken, botTokens } = this.parts;
    const answer = () => {
      if (wantsToken && !botTokens.isGood(headers.authorization)) return DENIED;
      const content = parse(body);
      if (content === NOT_JSON) return refusal(400, 'BadSyntax', 'The body is no JSON.');
      return answerCall({ ...route, query: url.searchParams, body: content }, this.parts);
    };
    return { door: route.operation, answer };
  }

  private openIdRoute({ pathname }: URL): Route | undefined {
    const { channelTokens } = this.parts;
    if (pathname === '/openid/.well-known/openidconfiguration') {
      return { door: 'openId', answer: () => ok(channelTokens.openIdDocument(this.origin)) };
    }
    if (pathname !== '/openid/keys') return undefined;
    return { door: 'keys', answer: async () => ok(await channelTokens.keySet()) };
  }

  private loginRoute({ method, url, headers, body }: Request): Route | undefined {
    const { botTokens } = this.parts;
    const [, tenant = '', ...rest] = url.pathname.split('/');
    const path = `${method} ${rest.join('/')}`;
    if (path === 'POST oauth2/v2.0/token') {
      return {
        door: 'token',
        answer: () => botTokens.byPassword(tenant, new URLSearchParams(body)),
      };
    }
    if (path === 'GET v2.0/.well-known/openid-configuration') {
      return { door: 'authority', answer: () => authorityDocument(this.tlsOrigin, tenant) };
    }
    if (tenant !== 'identity' || path !== 'GET token') return undefined;
    const header = String(headers['x-identity-header'] ?? '');
    return {
      door: 'identity',
      answer: () => botTokens.byManagedIdentity(header, url.searchParams),
    };
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

function faulty(fault: Fault | undefined): Answer | undefined {
  if (fault === undefined || typeof fault === 'string') return undefined;
  const { status, code = 'ServiceError', retryAfterSeconds } = fault;
  const { body } = refusal(status, code, 'Simulated fault.');
  if (retryAfterSeconds === undefined) return { status, body };
  return { status, body, headers: { 'retry-after': String(retryAfterSeconds) } };
}

async function listen(server: Server | undefined, port: number): Promise<number> {
  if (server === undefined) return port;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host: '127.0.0.1', port }, resolve);
  });
  return (server.address() as AddressInfo).port;
}

async function close(server: Server): Promise<void> {
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

function send(response: ServerResponse, { status, body, headers }: Answer): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers });
  response.end(body === undefined ? undefined : JSON.stringify(body));
}

async function readAll(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}
