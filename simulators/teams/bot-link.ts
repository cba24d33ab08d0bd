import { type Delivery, TURN_MS } from './deliveries.ts';
import type { ChannelTokens, TokenKind } from './tokens/channel-tokens.ts';
import type { Activity } from './wire.ts';

/** A request to the bot, as the service makes it unless told otherwise. */
export interface RawRequest {
  readonly body: string;
  readonly token?: TokenKind;
  /** The service URL that the token names. */
  readonly serviceUrl?: string;
  readonly path?: string;
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly timeoutMs?: number;
}

/** Brings activities to the bot, with a token. */
export class BotLink {
  /** The bot's messaging endpoint. */
  botUrl: string | undefined;
  private readonly tokens: ChannelTokens;
  private readonly serviceUrl: () => string;
  private readonly usual: TokenKind;
  private readonly invokeLimitMs: number;

  constructor(parts: {
    tokens: ChannelTokens;
    serviceUrl: () => string;
    usual: TokenKind;
    invokeLimitMs: number;
    botUrl: string | undefined;
  }) {
    this.tokens = parts.tokens;
    this.serviceUrl = parts.serviceUrl;
    this.usual = parts.usual;
    this.invokeLimitMs = parts.invokeLimitMs;
    this.botUrl = parts.botUrl;
  }

  async deliver(activity: Activity, token = this.usual): Promise<Delivery> {
    const sentAt = performance.now();
    const base = () => ({ activity, isAcknowledged: false, latencyMs: performance.now() - sentAt });
    const timeoutMs = activity.type === 'invoke' ? this.invokeLimitMs : TURN_MS;
    const { serviceUrl = this.serviceUrl() } = activity;
    try {
      const body = JSON.stringify(activity);
      const response = await this.request({ body, token, serviceUrl, timeoutMs });
      const answer = parse(await response.text());
      const { status, ok } = response;
      const outcome = ok ? 'acknowledged' : 'refused';
      return { ...base(), outcome, isAcknowledged: ok, status, answer };
    } catch (error) {
      const isLate = error instanceof DOMException && error.name === 'TimeoutError';
      return { ...base(), outcome: isLate ? 'late' : 'unreachable' };
    }
  }

  /** Sends a request as it is, for what a bot should refuse or survive. */
  async request(request: RawRequest): Promise<Response> {
    if (this.botUrl === undefined)
      throw new Error('the simulator does not know the URL of the bot');
    const { body, token = this.usual, serviceUrl = this.serviceUrl(), method = 'POST' } = request;
    const authorization = await this.tokens.authorization(token, serviceUrl);
    const url = request.path === undefined ? this.botUrl : new URL(request.path, this.botUrl);
    return fetch(url, {
      method,
      headers: {
        'content-type': 'application/json; charset=utf-8',
        ...(authorization !== undefined && { authorization }),
        ...request.headers,
      },
      ...(method === 'GET' ? {} : { body }),
      signal: AbortSignal.timeout(request.timeoutMs ?? TURN_MS),
    });
  }
}

function parse(text: string): unknown {
  try {
    return text === '' ? undefined : JSON.parse(text);
  } catch {
    return text;
  }
}
