import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Clock } from '../../failback/ports/clock.ts';
import { listen, stopListening } from './listen.ts';
import { readBody } from './read-body.ts';
import { respond } from './respond.ts';

const REQUEST_TIMEOUT_MS = 10_000;

/** Where a chat service's requests arrive. Loopback unless `host` says otherwise. */
export interface EndpointAddress {
  readonly host?: string;
  readonly port: number;
  readonly path?: string;
}

/** For a health answer. */
export interface EndpointHealth {
  readonly state: 'stopped' | 'ready';
  /** When the state began, in milliseconds. */
  readonly since: number;
  /** Where it listens. */
  readonly address?: string;
}

interface EndpointParts {
  readonly service: 'Slack' | 'Teams';
  readonly address: EndpointAddress & { readonly path: string };
  /** A larger body is refused. */
  readonly maxBodyBytes: number;
  /** Answers one request. Nothing about it has been verified. */
  readonly take: (
    request: IncomingMessage,
    rawBody: Buffer,
    response: ServerResponse,
  ) => Promise<void>;
  /** Hears of a request that was not answered by `take`. */
  readonly failed: (error: unknown) => void;
  readonly clock: Clock;
}

/** The address that a chat service calls, and beside it `/healthz`. */
export class ChatEndpoint {
  private readonly parts: EndpointParts;
  private readonly server: Server;
  private state: EndpointHealth;

  constructor(parts: EndpointParts) {
    this.parts = parts;
    this.state = { state: 'stopped', since: parts.clock.now() };
    this.server = createServer({ requestTimeout: REQUEST_TIMEOUT_MS }, (request, response) => {
      this.serve(request, response).catch((error: unknown) => {
        parts.failed(error);
        respond(response, 400);
      });
    });
  }

  /** Throws `ConfigError` when the address cannot be listened on. */
  async start(): Promise<void> {
    const { service, address, clock } = this.parts;
    const { host = '127.0.0.1', port } = address;
    await listen(this.server, { who: service, host, port });
    this.state = { state: 'ready', since: clock.now(), address: this.boundAddress() };
  }

  /** Takes no more requests; resolves when those under way have ended. */
  async stop(): Promise<void> {
    this.state = { state: 'stopped', since: this.parts.clock.now() };
    await stopListening(this.server);
  }

  health(): EndpointHealth {
    return this.state;
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = (request.url ?? '').split('?', 1)[0];
    if (path === '/healthz') return this.serveHealth(request, response);
    if (path !== this.parts.address.path) return respond(response, 404);
    if (request.method !== 'POST') return respond(response, 405, { allow: 'POST' });
    if (this.state.state !== 'ready') return respond(response, 503, { connection: 'close' });
    const rawBody = await readBody(request, this.parts.maxBodyBytes);
    if (rawBody === 'tooLarge') return respond(response, 413, { connection: 'close' });
    return this.parts.take(request, rawBody, response);
  }

  private serveHealth(request: IncomingMessage, response: ServerResponse): void {
    const { state } = this.state;
    const body = { [this.parts.service.toLowerCase()]: state };
    const status = state === 'ready' ? 200 : 503;
    if (request.method !== 'GET') respond(response, 405, { allow: 'GET' });
    else respond(response, status, { 'content-type': 'application/json' }, body);
  }

  private boundAddress(): string {
    const bound = this.server.address();
    if (bound === null || typeof bound === 'string') return '';
    const host = bound.family === 'IPv6' ? `[${bound.address}]` : bound.address;
    return `http://${host}:${bound.port}${this.parts.address.path}`;
  }
}
