import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { HTTPReceiver, type HTTPReceiverOptions, verifySlackRequest } from '@slack/bolt';
import type { Logger } from 'pino';
import { listen, stopListening } from '../../bot/chat/listen.ts';
import { readBody } from '../../bot/chat/read-body.ts';
import type { Clock } from '../../bot/failback/ports/clock.ts';
import { isSlackPayload, parsePayload } from './slack-payload.ts';
import { sdkLog } from './slack-sdk-log.ts';
import type { SlackHealth, SlackHttpSettings, SlackListener } from './slack-settings.ts';

/** https://docs.slack.dev/authentication/verifying-requests-from-slack */
const FRESH_SECONDS = 5 * 60;
/** Far above the payload of the largest modal. */
const MAX_BODY_BYTES = 1024 * 1024;
const REQUEST_TIMEOUT_MS = 10_000;

interface HttpParts {
  readonly signingSecret: string;
  readonly http: SlackHttpSettings;
  readonly clock: Clock;
  readonly log: Logger;
}

/**
 * Slack's requests over HTTP. Stands before Bolt's receiver, which lets requests from the future through and throws
 * outside every handler on some genuine bodies; Bolt then verifies the signature once more.
 */
export class SlackHttp implements SlackListener {
  readonly receiver: HTTPReceiver;
  private readonly parts: HttpParts;
  private readonly path: string;
  private readonly server: Server;
  private state: SlackHealth;

  constructor(parts: HttpParts) {
    this.parts = parts;
    this.path = parts.http.path ?? '/slack/events';
    this.state = { state: 'stopped', since: parts.clock.now() };
    this.receiver = new HTTPReceiver(this.receiverOptions());
    this.server = createServer({ requestTimeout: REQUEST_TIMEOUT_MS }, (request, response) => {
      this.serve(request, response).catch((error: unknown) => {
        parts.log.warn({ err: error }, 'slack request failed');
        answer(response, 400);
      });
    });
  }

  async start(): Promise<void> {
    const { host = '127.0.0.1', port } = this.parts.http;
    await listen(this.server, { who: 'Slack', host, port });
    this.state = { state: 'ready', since: this.parts.clock.now(), address: this.address() };
  }

  async stop(): Promise<void> {
    this.state = { state: 'stopped', since: this.parts.clock.now() };
    await stopListening(this.server);
  }

  health(): SlackHealth {
    return this.state;
  }

  private receiverOptions(): HTTPReceiverOptions {
    const { signingSecret, log } = this.parts;
    return {
      signingSecret,
      endpoints: [this.path],
      bodyLimit: MAX_BODY_BYTES,
      logger: sdkLog(log),
      processEventErrorHandler: async ({ error, response }) => {
        log.warn({ err: error }, 'slack payload was not understood');
        answer(response, 400);
        return true;
      },
    };
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = (request.url ?? '').split('?', 1)[0];
    if (path === '/healthz') return this.serveHealth(request, response);
    if (path !== this.path) return answer(response, 404);
    if (request.method !== 'POST') return answer(response, 405, { allow: 'POST' });
    if (this.state.state !== 'ready') return answer(response, 503, { connection: 'close' });
    return this.serveSlack(request, response);
  }

  private async serveSlack(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const rawBody = await readBody(request, MAX_BODY_BYTES);
    if (rawBody === 'tooLarge') return answer(response, 413, { connection: 'close' });
    if (!this.isGenuine(request, rawBody)) return answer(response, 401);
    if (!isSlackPayload(parsePayload(rawBody, request.headers['content-type']))) {
      this.parts.log.warn('slack payload was not understood');
      return answer(response, 400);
    }
    // Bolt takes the body from here, as the request's stream has been read.
    this.receiver.requestListener(Object.assign(request, { rawBody }), response);
  }

  private isGenuine(request: IncomingMessage, rawBody: Buffer): boolean {
    const { 'x-slack-signature': signature, 'x-slack-request-timestamp': sentAt } = request.headers;
    if (typeof signature !== 'string' || typeof sentAt !== 'string') return false;
    const nowMilliseconds = this.parts.clock.now();
    const ageSeconds = nowMilliseconds / 1000 - Number(sentAt);
    if (!/^\d{1,12}$/.test(sentAt) || Math.abs(ageSeconds) > FRESH_SECONDS) return false;
    try {
      verifySlackRequest({
        signingSecret: this.parts.signingSecret,
        body: rawBody.toString(),
        headers: {
          'x-slack-signature': signature,
          'x-slack-request-timestamp': Number(sentAt),
        },
        nowMilliseconds,
      });
      return true;
    } catch {
      return false;
    }
  }

  private serveHealth(request: IncomingMessage, response: ServerResponse): void {
    const { state } = this.state;
    const status = state === 'ready' ? 200 : 503;
    if (request.method !== 'GET') answer(response, 405, { allow: 'GET' });
    else answer(response, status, { 'content-type': 'application/json' }, { slack: state });
  }

  private address(): string {
    const bound = this.server.address();
    if (bound === null || typeof bound === 'string') return '';
    const host = bound.family === 'IPv6' ? `[${bound.address}]` : bound.address;
    return `http://${host}:${bound.port}${this.path}`;
  }
}

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
