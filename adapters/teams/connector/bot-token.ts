import { z } from 'zod';
import { parseJson } from '../../../bot/chat/endpoint/parse-json.ts';
import type { Clock } from '../../../bot/failback/ports/clock.ts';
import { tokenError } from '../teams-errors.ts';
import type { TeamsSdk } from '../teams-sdk.ts';
import type { TeamsAddresses, TeamsCredential } from '../teams-settings.ts';

/** A token of the bot for Teams. */
export interface BotToken {
  readonly token: string;
  readonly expiresAt: number;
}

/** Gets a new token, or throws `UpstreamError`. */
type FetchToken = () => Promise<BotToken>;

const TIMEOUT_MS = 10_000;
/** A token is not used in its last minutes. */
const RESERVE_MS = 5 * 60_000;
const ASKED_AGAIN_MS = 5 * 60_000;

const answerSchema = z.object({ access_token: z.string().min(1), expires_in: z.number() });

/** Keeps the token as long as it is good, and asks for one at a time. */
export class BotTokens {
  private readonly fetchToken: FetchToken;
  private readonly clock: Clock;
  private known: BotToken | undefined;
  private asking: Promise<BotToken> | undefined;

  constructor(fetchToken: FetchToken, clock: Clock) {
    this.fetchToken = fetchToken;
    this.clock = clock;
  }

  /** Throws `UpstreamError`. */
  async current(): Promise<string> {
    if (this.known !== undefined && this.clock.now() < this.known.expiresAt - RESERVE_MS) {
      return this.known.token;
    }
    this.asking ??= this.fetchToken().finally(() => {
      this.asking = undefined;
    });
    this.known = await this.asking;
    return this.known.token;
  }

  /** Teams did not take the token: the next call gets a new one. */
  forget(): void {
    this.known = undefined;
  }
}

/** https://learn.microsoft.com/entra/identity-platform/v2-oauth2-client-creds-grant-flow */
export function fetchByPassword(
  { appId, appPassword, tenantId }: Extract<TeamsCredential, { kind: 'singleTenant' }>,
  { loginUrl, tokenScope }: TeamsAddresses,
  clock: Clock,
): FetchToken {
  const base = loginUrl.endsWith('/') ? loginUrl : `${loginUrl}/`;
  const url = new URL(`${tenantId}/oauth2/v2.0/token`, base);
  return async () => {
    const askedAt = clock.now();
    const response = await ask(url, {
      grant_type: 'client_credentials',
      client_id: appId,
      client_secret: appPassword,
      scope: tokenScope,
    });
    const answer = answerSchema.safeParse(parseJson(response.text)).data;
    if (!response.ok || answer === undefined) throw tokenError(response.status);
    return { token: answer.access_token, expiresAt: askedAt + answer.expires_in * 1_000 };
  };
}

/** The SDK keeps the token of a managed identity and says nothing of its end, so it is asked again every few minutes. */
export function fetchByIdentity(sdk: TeamsSdk, clock: Clock): FetchToken {
  return async () => {
    try {
      const token = await sdk.managedIdentityToken();
      return { token, expiresAt: clock.now() + RESERVE_MS + ASKED_AGAIN_MS };
    } catch (error) {
      throw tokenError(undefined, error);
    }
  };
}

async function ask(url: URL, form: Record<string, string>) {
  try {
    const response = await fetch(url, {
      method: 'POST',
      body: new URLSearchParams(form),
      redirect: 'error',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    return { ok: response.ok, status: response.status, text: await response.text() };
  } catch (error) {
    throw tokenError(undefined, error);
  }
}
