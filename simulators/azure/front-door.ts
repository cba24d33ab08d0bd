import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import type { ArmService } from './arm-service.ts';
import type { Calls } from './calls.ts';
import type { Fault, Faults } from './faults.ts';
import { openIdConfiguration, type Tokens } from './tokens.ts';
import { type ArmAnswer, type ArmRequest, armErrorAnswer } from './wire/arm-messages.ts';
import type { Account } from './wire/wire-names.ts';

export interface FrontDoorParts {
  readonly account: Account;
  readonly tokens: Tokens;
  readonly faults: Faults;
  readonly calls: Calls;
  readonly service: ArmService;
  readonly now: () => number;
}

/** Everything between the socket and the service: the authority, the token check, the vault's path, and faults. */
export class FrontDoor {
  private readonly parts: FrontDoorParts;

  constructor(parts: FrontDoorParts) {
    this.parts = parts;
  }

  async handle(message: IncomingMessage, body: string, response: ServerResponse): Promise<void> {
    const url = new URL(message.url ?? '/', `https://${message.headers.host}`);
    const ofAuthority = this.answerOfAuthority(url, body);
    if (ofAuthority) return send(response, ofAuthority);
    const challenge = this.parts.tokens.challenge(message.headers, url.origin);
    const request = armRequest(message, url, body);
    if (challenge) {
      const answer = armErrorAnswer(401, challenge.error, 'The access token is not valid.');
      this.parts.calls.record(this.parts.now(), request, 401, false);
      return send(response, { ...answer, headers: { 'www-authenticate': challenge.header } });
    }
    const elsewhere = this.answerOutsideVault(url);
    if (elsewhere) return send(response, elsewhere);
    await this.answerInVault(request, response);
  }

  private answerOfAuthority(url: URL, body: string): ArmAnswer | undefined {
    const { account, tokens } = this.parts;
    const [tenant = '', ...rest] = url.pathname.split('/').filter(Boolean);
    const path = rest.join('/');
    if (path === 'v2.0/.well-known/openid-configuration') {
      return { status: 200, body: openIdConfiguration(url.origin, tenant) };
    }
    if (path !== 'oauth2/v2.0/token') return undefined;
    if (tenant === account.tenantId) return tokens.issue(account, new URLSearchParams(body));
    return {
      status: 400,
      body: { error: 'invalid_request', error_description: 'AADSTS90002: Tenant not found.' },
    };
  }

  /** ARM checks the path from the left: subscription, group, vault. Each has an error of its own. */
  private answerOutsideVault(url: URL): ArmAnswer | undefined {
    const { account } = this.parts;
    const [, subscription = '', , group = '', , , , vault = ''] = url.pathname
      .split('/')
      .filter(Boolean);
    const is = (a: string, b: string) => a.toLowerCase() === b.toLowerCase();
    if (!is(subscription, account.subscriptionId)) {
      return armErrorAnswer(
        404,
        'SubscriptionNotFound',
        `The subscription '${subscription}' could not be found.`,
      );
    }
    if (!is(group, account.resourceGroup)) {
      return armErrorAnswer(
        404,
        'ResourceGroupNotFound',
        `Resource group '${group}' could not be found.`,
      );
    }
    if (is(vault, account.vault)) return undefined;
    const type = `Microsoft.RecoveryServices/vaults/${vault}`;
    return armErrorAnswer(
      404,
      'ResourceNotFound',
      `The Resource '${type}' under resource group '${group}' was not found.`,
    );
  }

  private async answerInVault(request: ArmRequest, response: ServerResponse): Promise<void> {
    const { faults, service, calls, now } = this.parts;
    const at = now();
    const fault = faults.take(request);
    const isDone =
      fault === undefined || fault.kind === 'slow' || ('taken' in fault && fault.taken);
    const answer = isDone ? service.answer(request) : undefined;
    const isAccepted = request.method === 'POST' && answer?.status === 202;
    const seen = fault ? await this.spoil(fault, request, answer) : answer;
    calls.record(at, request, seen?.status ?? 'none', isAccepted);
    if (seen) return send(response, seen);
    if (fault?.kind === 'reset') response.socket?.destroy();
  }

  /** What the client gets to see; undefined for no answer at all. */
  private async spoil(
    fault: Fault,
    request: ArmRequest,
    answer: ArmAnswer | undefined,
  ): Promise<ArmAnswer | undefined> {
    switch (fault.kind) {
      case 'slow':
        await delay(fault.ms, undefined, { ref: false });
        return answer;
      case 'status': {
        const code = fault.code ?? CODES[fault.status] ?? 'InternalServerError';
        const spoilt = armErrorAnswer(fault.status, code, fault.message ?? `Simulated: ${code}.`);
        const retryAfter =
          fault.retryAfter === undefined ? {} : { 'retry-after': fault.retryAfter };
        return {
          ...spoilt,
          headers: { ...this.parts.service.commonHeaders(request), ...retryAfter },
        };
      }
      case 'body':
        return {
          status: 200,
          headers: { 'content-type': fault.contentType ?? 'application/json' },
          body: fault.text,
        };
      case 'reset':
      case 'hang':
        return undefined;
    }
  }
}

const CODES: Readonly<Record<number, string>> = {
  401: 'InvalidAuthenticationToken',
  403: 'AuthorizationFailed',
  404: 'ResourceNotFound',
  408: 'RequestTimeout',
  409: 'Conflict',
  429: 'TooManyRequests',
  503: 'ServerBusy',
};

function armRequest(message: IncomingMessage, url: URL, body: string): ArmRequest {
  return {
    method: message.method ?? 'GET',
    url,
    segments: (url.pathname.split(/\/vaults\/[^/]+\//i)[1] ?? '')
      .split('/')
      .map(decodeURIComponent),
    headers: message.headers,
    body: parseJson(body),
    requestId: String(message.headers['x-ms-client-request-id'] ?? randomUUID()),
  };
}

function parseJson(text: string): unknown {
  try {
    return text === '' ? undefined : JSON.parse(text);
  } catch {
    return text;
  }
}

function send(response: ServerResponse, answer: ArmAnswer): void {
  const body =
    typeof answer.body === 'string' || answer.body === undefined
      ? answer.body
      : JSON.stringify(answer.body);
  response.writeHead(answer.status, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(body ?? ''),
    ...answer.headers,
  });
  response.end(body);
}
