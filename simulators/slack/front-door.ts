import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import type { SocketLink } from './socket-link.ts';
import { type ApiAnswer, type ApiParts, callMethod, respond } from './web-api.ts';

/** What shall go wrong with one method of the Web API, or with `response_url`. */
export type Fault = { readonly error: string } | { readonly status: number } | 'reset';

/** The simulator's server on loopback: Web API, response URLs and Socket Mode connections, and their outages. */
export class FrontDoor {
  /** Every call that was answered, by method. */
  readonly calls: { readonly method: string; readonly at: number }[] = [];
  /** How long every answer is held back, in milliseconds. */
  slowness = 0;
  private readonly api: ApiParts;
  private readonly sockets: SocketLink;
  private readonly faults = new Map<string, Fault[]>();
  private server: Server;
  private port = 0;
  private isUnavailable = false;

  constructor(api: Omit<ApiParts, 'socketUrl'>, sockets: SocketLink) {
    this.sockets = sockets;
    this.api = { ...api, socketUrl: () => `${this.origin().replace('http', 'ws')}/link` };
    this.server = this.newServer();
  }

  origin(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** Listens; on the same port as before after an outage. */
  async open(port = this.port): Promise<void> {
    this.isUnavailable = false;
    if (this.server.listening) return;
    this.server = this.newServer();
    await new Promise<void>((resolve, reject) => {
      this.server.once('error', reject);
      this.server.listen({ host: '127.0.0.1', port }, resolve);
    });
    this.port = (this.server.address() as AddressInfo).port;
  }

  /** `refuse`: nobody listens. `503`: every answer is 503. Socket Mode connections end in both. */
  async close(how: 'refuse' | '503'): Promise<void> {
    this.sockets.closeAll();
    this.isUnavailable = how === '503';
    if (how === '503' || !this.server.listening) return;
    await new Promise<void>((resolve) => {
      this.server.close(() => resolve());
      this.server.closeAllConnections();
    });
  }

  /** The next calls of a method go wrong, one for each fault. */
  fail(method: string, ...faults: readonly Fault[]): void {
    this.faults.set(method, [...(this.faults.get(method) ?? []), ...faults]);
  }

  private newServer(): Server {
    const server = createServer((request, response) => {
      this.serve(request, response).catch(() => request.socket.destroy());
    });
    server.on('upgrade', (request, socket, head) => {
      if (this.isUnavailable) socket.destroy();
      else this.sockets.accept(request, socket, head);
    });
    return server;
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await readAll(request);
    if (this.slowness > 0) await delay(this.slowness);
    const [, kind, name = ''] = (request.url ?? '').split('/');
    const method = kind === 'api' ? name : 'response_url';
    this.calls.push({ method, at: Date.now() });
    const fault = this.faults.get(method)?.shift();
    if (fault === 'reset') {
      request.socket.destroy();
      return;
    }
    send(response, this.faulty(fault) ?? this.answer(request, { kind, name, body }));
  }

  private faulty(fault: Exclude<Fault, 'reset'> | undefined): ApiAnswer | undefined {
    if (this.isUnavailable) return { status: 503, body: 'service unavailable' };
    if (fault === undefined) return undefined;
    if ('status' in fault) return { status: fault.status, body: 'simulated fault' };
    return { status: 200, body: { ok: false, error: fault.error } };
  }

  private answer(
    request: IncomingMessage,
    { kind, name, body }: { kind: string | undefined; name: string; body: string },
  ): ApiAnswer {
    if (request.method !== 'POST') return { status: 405, body: 'use POST' };
    if (kind === 'response') return respond(name, JSON.parse(body), this.api.workspace);
    if (kind !== 'api') return { status: 404, body: 'nothing here' };
    const token = (request.headers.authorization ?? '').replace(/^Bearer /, '');
    return callMethod(name, Object.fromEntries(new URLSearchParams(body)), token, this.api);
  }
}

function send(response: ServerResponse, { status, body, headers }: ApiAnswer): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(JSON.stringify(body));
}

async function readAll(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}
