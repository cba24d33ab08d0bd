import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Logger } from 'pino';
import {
  ChatEndpoint,
  type EndpointAddress,
  type EndpointHealth,
} from '../../../bot/chat/endpoint/chat-endpoint.ts';
import { parseJson } from '../../../bot/chat/endpoint/parse-json.ts';
import { respond } from '../../../bot/chat/endpoint/respond.ts';
import type { Clock } from '../../../bot/failback/ports/clock.ts';
import { activitySchema, envelopeSchema, type TeamsActivity } from '../activity/teams-activity.ts';
import type { InvokeBody } from '../connector/invoke-answer.ts';
import type { Authenticator } from './teams-authenticator.ts';

/** Far above the largest message of a person. */
const MAX_BODY_BYTES = 512 * 1024;

interface HttpParts {
  readonly http: EndpointAddress;
  readonly doorkeeper: Authenticator;
  readonly take: (activity: TeamsActivity) => Promise<InvokeBody | undefined>;
  readonly clock: Clock;
  readonly log: Logger;
}

/** The bot's messaging endpoint: https://learn.microsoft.com/azure/bot-service/bot-service-manage-settings */
export class TeamsHttp {
  private readonly parts: HttpParts;
  private readonly endpoint: ChatEndpoint;

  constructor(parts: HttpParts) {
    this.parts = parts;
    this.endpoint = new ChatEndpoint({
      service: 'Teams',
      address: { ...parts.http, path: parts.http.path ?? '/api/messages' },
      maxBodyBytes: MAX_BODY_BYTES,
      take: this.serve.bind(this),
      failed: (error) => parts.log.warn({ err: error }, 'teams request failed'),
      clock: parts.clock,
    });
  }

  /** Throws `ConfigError` when the address cannot be listened on. */
  start(): Promise<void> {
    return this.endpoint.start();
  }

  stop(): Promise<void> {
    return this.endpoint.stop();
  }

  health(): EndpointHealth {
    return this.endpoint.health();
  }

  private async serve(
    request: IncomingMessage,
    rawBody: Buffer,
    response: ServerResponse,
  ): Promise<void> {
    const body = parseJson(rawBody.toString());
    const envelope = envelopeSchema.safeParse(body).data;
    // Whoever sends nonsense without a token is told about the token first, and learns nothing else.
    const verdict = await this.parts.doorkeeper(request, envelope ?? NOTHING);
    if (verdict !== 200) return respond(response, verdict, HEADERS[verdict]);
    const activity = activitySchema.safeParse(body).data;
    if (activity === undefined) {
      this.parts.log.warn('teams activity was not understood');
      return respond(response, 400);
    }
    const taken = await this.parts.take(activity);
    if (taken !== undefined)
      return respond(response, 200, { 'content-type': 'application/json; charset=utf-8' }, taken);
    respond(response, activity.type === 'invoke' ? 501 : 200);
  }
}

const NOTHING = { type: '', channelId: '', serviceUrl: '' };

const HEADERS: Readonly<Record<401 | 403 | 503, Record<string, string>>> = {
  401: { 'www-authenticate': 'Bearer' },
  403: {},
  503: { 'retry-after': '1' },
};
