import { createHmac } from 'node:crypto';
import { ACK_MS, type Delivery, type Link, type Payload } from './deliveries.ts';

/** A request to the bot, as Slack makes it unless told otherwise. */
export interface RawRequest {
  readonly body: string;
  readonly contentType?: string;
  /** Moves the time stamp; negative is the past. */
  readonly secondsOff?: number;
  readonly secret?: string;
  readonly path?: string;
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

const FORM = 'application/x-www-form-urlencoded';

/** Signed requests, from Slack's side: https://docs.slack.dev/authentication/verifying-requests-from-slack */
export class HttpLink implements Link {
  /** The bot's request URL. */
  botUrl: string | undefined;
  private readonly signingSecret: string;

  constructor(signingSecret: string, botUrl: string | undefined) {
    this.signingSecret = signingSecret;
    this.botUrl = botUrl;
  }

  async deliver(payload: Payload): Promise<Delivery> {
    const sentAt = performance.now();
    const base = () => ({ payload, isAcknowledged: false, latencyMs: performance.now() - sentAt });
    try {
      const response = await this.request({ body: encode(payload) });
      const answer = await response.text();
      const { status, ok } = response;
      const outcome = ok ? 'acknowledged' : 'refused';
      return { ...base(), outcome, isAcknowledged: ok, status, answer };
    } catch (error) {
      const isLate = error instanceof DOMException && error.name === 'TimeoutError';
      return { ...base(), outcome: isLate ? 'late' : 'unreachable' };
    }
  }

  /** Sends a request as it is, for what a bot should refuse or survive. */
  request(request: RawRequest): Promise<Response> {
    if (this.botUrl === undefined)
      throw new Error('the simulator does not know the URL of the bot');
    const { body, contentType = FORM, secondsOff = 0, secret = this.signingSecret } = request;
    const timestamp = String(Math.floor(Date.now() / 1000) + secondsOff);
    const digest = createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex');
    const url = request.path === undefined ? this.botUrl : new URL(request.path, this.botUrl);
    const method = request.method ?? 'POST';
    return fetch(url, {
      method,
      headers: {
        'content-type': contentType,
        'x-slack-request-timestamp': timestamp,
        'x-slack-signature': `v0=${digest}`,
        ...request.headers,
      },
      ...(method === 'GET' ? {} : { body }),
      signal: AbortSignal.timeout(ACK_MS),
    });
  }
}

/** Commands travel as a form; interactions as JSON in a form. */
function encode({ kind, body }: Payload): string {
  const fields = kind === 'slash_commands' ? body : { payload: JSON.stringify(body) };
  return new URLSearchParams(fields as Record<string, string>).toString();
}
