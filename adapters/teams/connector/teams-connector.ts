import { z } from 'zod';
import { parseJson } from '../../../bot/chat/endpoint/parse-json.ts';
import { foreignServer, refusalError, type TeamsRefusal, unreachable } from '../teams-errors.ts';
import type { BotTokens } from './bot-token.ts';
import type { ServiceServers } from './service-servers.ts';

interface ConnectorParts {
  readonly servers: ServiceServers;
  /** Absent where no token is asked for: in developer mode. */
  readonly tokens: BotTokens | undefined;
  readonly timeoutMs: number;
}

/** One call of the Bot Connector. */
interface Call {
  readonly operation: string;
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly serviceUrl: string;
  /** Pieces of the path behind `v3/conversations`. */
  readonly path: readonly string[];
  readonly body?: object;
}

const createdSchema = z.object({ id: z.string(), activityId: z.string().optional() });
const sentSchema = z.object({ id: z.string() });

const memberSchema = z.looseObject({
  aadObjectId: z.string().optional(),
  objectId: z.string().optional(),
  tenantId: z.string().optional(),
  userPrincipalName: z.string().optional(),
  userRole: z.string().optional(),
});
export type TeamsMember = z.infer<typeof memberSchema>;

const problemSchema = z.object({
  error: z.object({ code: z.string().optional(), message: z.string().optional() }),
});

/**
 * The calls of the Bot Connector that the bot needs. Each is sent once, follows no redirect, and goes to no server
 * that the settings do not list: the bot's token is in it. All throw `UpstreamError`.
 * https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-api-reference
 */
export class TeamsConnector {
  private readonly parts: ConnectorParts;

  constructor(parts: ConnectorParts) {
    this.parts = parts;
  }

  /** Starts a conversation, such as a new thread in a channel. Returns the id of its first message. */
  async createConversation(serviceUrl: string, conversation: object): Promise<string> {
    const { id, activityId } = await this.call(createdSchema, {
      operation: 'createConversation',
      method: 'POST',
      serviceUrl,
      path: [],
      body: conversation,
    });
    return activityId ?? id.split(';messageid=')[1] ?? id;
  }

  /** Posts a message. Returns its id. */
  async send(serviceUrl: string, conversation: string, activity: object): Promise<string> {
    const { id } = await this.call(sentSchema, {
      operation: 'sendToConversation',
      method: 'POST',
      serviceUrl,
      path: [conversation, 'activities'],
      body: activity,
    });
    return id;
  }

  /** Posts a message into a thread of a channel. Returns its id. */
  async reply(serviceUrl: string, thread: string, activity: object): Promise<string> {
    const { id } = await this.call(sentSchema, {
      operation: 'replyInThread',
      method: 'POST',
      serviceUrl,
      path: [thread, 'activities'],
      body: activity,
    });
    return id;
  }

  async update(
    serviceUrl: string,
    { conversation, id }: { readonly conversation: string; readonly id: string },
    activity: object,
  ): Promise<void> {
    await this.call(z.unknown(), {
      operation: 'updateActivity',
      method: 'PUT',
      serviceUrl,
      path: [conversation, 'activities', id],
      body: { ...activity, id },
    });
  }

  /** What Teams knows of somebody in a conversation. */
  async member(serviceUrl: string, conversation: string, user: string): Promise<TeamsMember> {
    const path = [conversation, 'members', user];
    return this.call(memberSchema, { operation: 'getMember', method: 'GET', serviceUrl, path });
  }

  private async call<T>(schema: z.ZodType<T>, call: Call): Promise<T> {
    const { operation, serviceUrl, path } = call;
    const { servers, tokens } = this.parts;
    if (!servers.has(serviceUrl)) throw foreignServer(operation);
    const base = serviceUrl.endsWith('/') ? serviceUrl : `${serviceUrl}/`;
    const url = new URL(['v3/conversations', ...path.map(encodeURIComponent)].join('/'), base);
    const answer = await this.transmit(url, call, await tokens?.current());
    if (answer.ok) return readAnswer(schema, answer, operation);
    if (answer.status === 401) tokens?.forget();
    throw refusalError(readRefusal(answer), operation);
  }

  private async transmit(url: URL, { operation, method, body }: Call, token: string | undefined) {
    try {
      const response = await fetch(url, {
        method,
        headers: {
          accept: 'application/json',
          ...(body !== undefined && { 'content-type': 'application/json; charset=utf-8' }),
          ...(token !== undefined && { authorization: `Bearer ${token}` }),
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
        redirect: 'error',
        signal: AbortSignal.timeout(this.parts.timeoutMs),
      });
      const { ok, status, headers } = response;
      return { ok, status, headers, text: await response.text() };
    } catch (error) {
      throw unreachable(operation, error);
    }
  }
}

/** What was done and answered in a way that nobody understands is not done again. */
function readAnswer<T>(
  schema: z.ZodType<T>,
  { status, text }: { readonly status: number; readonly text: string },
  operation: string,
): T {
  const { data, success } = schema.safeParse(parseJson(text));
  if (success) return data;
  throw refusalError({ status, codes: ['an answer that was not understood'] }, operation);
}

function readRefusal(answer: {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}): TeamsRefusal {
  const { code, message } = problemSchema.safeParse(parseJson(answer.text)).data?.error ?? {};
  const retryAfterMs = retryAfter(answer.headers.get('retry-after'));
  const requestId = answer.headers.get('x-ms-request-id') ?? answer.headers.get('ms-cv');
  // Where the message is JSON, the name of the refusal may be in it.
  const nested = z.object({ errorCode: z.string().optional(), subCode: z.string().optional() });
  const inner = nested.safeParse(parseJson(message ?? '')).data ?? {};
  return {
    status: answer.status,
    codes: [inner.subCode, inner.errorCode, code].filter((one) => one !== undefined),
    ...(message !== undefined && { message }),
    ...(retryAfterMs !== undefined && { retryAfterMs }),
    ...(requestId !== null && { requestId }),
  };
}

/** Seconds, as Teams sends them. */
function retryAfter(header: string | null): number | undefined {
  if (header === null || !/^\d{1,6}(\.\d+)?$/.test(header)) return undefined;
  return Math.ceil(Number(header) * 1_000);
}
