import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Logger } from 'pino';
import { listen, stopListening } from '../../bot/chat/listen.ts';
import { readBody } from '../../bot/chat/read-body.ts';
import type { Clock } from '../../bot/failback/ports/clock.ts';
import type { InvokeBody } from './invoke-answer.ts';
import { activitySchema, envelopeSchema, type TeamsActivity } from './teams-activity.ts';
import type { Doorkeeper } from './teams-doorkeeper.ts';
import { parseJson } from './teams-json.ts';
import type { TeamsHealth, TeamsHttpSettings } from './teams-settings.ts';

/** Far above the largest message of a person. */
const MAX_BODY_BYTES = 512 * 1024;
const REQUEST_TIMEOUT_MS = 10_000;

interface HttpParts {
  readonly http: TeamsHttpSettings;
  readonly doorkeeper: Doorkeeper;
  readonly take: (activity: TeamsActivity) => Promise<InvokeBody | undefined>;
  readonly clock: Clock;
  readonly log: Logger;
}

/** The bot's messaging endpoint: https://learn.microsoft.com/azure/bot-service/bot-service-manage-settings */
export class TeamsHttp {
  private readonly parts: HttpParts;
  private readonly path: string;
  private readonly server: Server;
  private state: TeamsHealth;

  constructor(parts: HttpParts) {
    this.parts = parts;
    this.path = parts.http.path ?? '/api/messages';
    this.state = { state: 'stopped', since: parts.clock.now() };
    this.server = createServer({ requestTimeout: REQUEST_TIMEOUT_MS }, (request, response) => {
      this.serve(request, response).catch((error: unknown) => {
        parts.log.warn({ err: error }, 'teams request failed');
        answer(response, 400);
      });
    });
  }

  /** Throws `ConfigError` when the address cannot be listened on. */
  async start(): Promise<void> {
    const { host = '127.0.0.1', port } = this.parts.http;
    await listen(this.server, { who: 'Teams', host, port });
    this.state = { state: 'ready', since: this.parts.clock.now(), address: this.address() };
  }

  async stop(): Promise<void> {
    this.state = { state: 'stopped', since: this.parts.clock.now() };
    await stopListening(this.server);
  }

  health(): TeamsHealth {
    return this.state;
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = (request.url ?? '').split('?', 1)[0];
    if (path === '/healthz') return this.serveHealth(request, response);
    if (path !== this.path) return answer(response, 404);
    if (request.method !== 'POST') return answer(response, 405, { allow: 'POST' });
    if (this.state.state !== 'ready') return answer(response, 503, { connection: 'close' });
    return this.serveTeams(request, response);
  }

  private async serveTeams(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const rawBody = await readBody(request, MAX_BODY_BYTES);
    if (rawBody === 'tooLarge') return answer(response, 413, { connection: 'close' });
    const body = parseJson(rawBody.toString());
    const envelope = envelopeSchema.safeParse(body).data;
    // Whoever sends nonsense without a token is told about the token first, and learns nothing else.
    const verdict = await this.parts.doorkeeper(request, envelope ?? NOTHING);
    if (verdict !== 200) return answer(response, verdict, HEADERS[verdict]);
    const activity = activitySchema.safeParse(body).data;
    if (activity === undefined) {
      this.parts.log.warn('teams activity was not understood');
      return answer(response, 400);
    }
    const taken = await this.parts.take(activity);
    if (taken !== undefined)
      return answer(response, 200, { 'content-type': 'application/json; charset=utf-8' }, taken);
    answer(response, activity.type === 'invoke' ? 501 : 200);
  }

  private serveHealth(request: IncomingMessage, response: ServerResponse): void {
    const { state } = this.state;
    const status = state === 'ready' ? 200 : 503;
    if (request.method !== 'GET') answer(response, 405, { allow: 'GET' });
    else answer(response, status, { 'content-type': 'application/json' }, { teams: state });
  }

  private address(): string {
    const bound = this.server.address();
    if (bound === null || typeof bound === 'string') return '';
    const host = bound.family === 'IPv6' ? `[${bound.address}]` : bound.address;
    return `http://${host}:${bound.port}${this.path}`;
  }
}

const NOTHING = { type: '', channelId: '', serviceUrl: '' };

const HEADERS: Readonly<Record<401 | 403 | 503, Record<string, string>>> = {
  401: { 'www-authenticate': 'Bearer' },
  403: {},
  503: { 'retry-after': '1' },
};

function answer(
  response: ServerResponse,
  status: number,
  headers: Record<string, string> = {},
  body?: unknown,
): void {
  if (response.headersSent) return;
  response.writeHead(status, headers);
  response.end(body === undefined ? undefined : JSON.stringify(body));
}
