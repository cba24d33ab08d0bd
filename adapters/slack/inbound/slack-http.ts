import type { IncomingMessage, ServerResponse } from 'node:http';
import { HTTPReceiver, type HTTPReceiverOptions, verifySlackRequest } from '@slack/bolt';
import type { Logger } from 'pino';
import {
  ChatEndpoint,
  type EndpointAddress,
  type EndpointHealth,
} from '../../../bot/chat/endpoint/chat-endpoint.ts';
import { respond } from '../../../bot/chat/endpoint/respond.ts';
import type { Clock } from '../../../bot/failback/ports/clock.ts';
import { sdkLog } from '../slack-sdk-log.ts';
import type { SlackListener } from '../slack-settings.ts';
import { isSlackPayload, parsePayload } from './slack-payload.ts';

/** https://docs.slack.dev/authentication/verifying-requests-from-slack */
const FRESH_SECONDS = 5 * 60;
/** Far above the payload of the largest modal. */
const MAX_BODY_BYTES = 1024 * 1024;

interface HttpParts {
  readonly signingSecret: string;
  readonly http: EndpointAddress;
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
  private readonly endpoint: ChatEndpoint;

  constructor(parts: HttpParts) {
    const path = parts.http.path ?? '/slack/events';
    this.parts = parts;
    this.receiver = new HTTPReceiver(this.receiverOptions(path));
    this.endpoint = new ChatEndpoint({
      service: 'Slack',
      address: { ...parts.http, path },
      maxBodyBytes: MAX_BODY_BYTES,
      take: this.serve.bind(this),
      failed: (error) => parts.log.warn({ err: error }, 'slack request failed'),
      clock: parts.clock,
    });
  }

  start(): Promise<void> {
    return this.endpoint.start();
  }

  stop(): Promise<void> {
    return this.endpoint.stop();
  }

  health(): EndpointHealth {
    return this.endpoint.health();
  }

  private receiverOptions(path: string): HTTPReceiverOptions {
    const { signingSecret, log } = this.parts;
    return {
      signingSecret,
      endpoints: [path],
      bodyLimit: MAX_BODY_BYTES,
      logger: sdkLog(log),
      processEventErrorHandler: async ({ error, response }) => {
        log.warn({ err: error }, 'slack payload was not understood');
        respond(response, 400);
        return true;
      },
    };
  }

  private async serve(
    request: IncomingMessage,
    rawBody: Buffer,
    response: ServerResponse,
  ): Promise<void> {
    if (!this.isGenuine(request, rawBody)) return respond(response, 401);
    if (!isSlackPayload(parsePayload(rawBody, request.headers['content-type']))) {
      this.parts.log.warn('slack payload was not understood');
      return respond(response, 400);
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
}
