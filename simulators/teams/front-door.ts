import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import type { ServerIdentity } from '../tls.ts';
import { type Answer, refusal } from './answer.ts';
import { type Door, findRoute, REGION, type RouteParts } from './routes.ts';

/** What shall go wrong with one call. */
export type Fault =
  | {
      readonly status: number;
      readonly code?: string;
      readonly message?: string;
      readonly retryAfterSeconds?: number;
    }
  /** It is carried out, but the answer is lost. */
  | 'lost'
  | 'reset';

export interface DoorParts extends RouteParts {
  readonly tls: ServerIdentity;
}

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
    const body = await readAll(incoming);
    const route = findRoute({ method, url, headers, body }, this.parts, this);
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
}

function faulty(fault: Fault | undefined): Answer | undefined {
  if (fault === undefined || typeof fault === 'string') return undefined;
  const { status, code = 'ServiceError', retryAfterSeconds } = fault;
  const { body } = refusal(status, code, fault.message ?? 'Simulated fault.');
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
