import { randomUUID } from 'node:crypto';
import type { Answer } from '../answer.ts';

/** What a bot proves itself with. */
export interface BotAccount {
  readonly appId: string;
  readonly appPassword: string;
  readonly tenantId: string;
}

const SCOPE = 'https://api.botframework.com';

/** The login endpoint for the bot: hands out bearer tokens, and checks them when they come back. */
export class BotTokens {
  issued = 0;
  /** How long a token lives. Seconds. */
  lifetimeS = 3_599;
  /** The header value that the managed identity's endpoint asks for. */
  readonly identityHeader = randomUUID();
  private readonly account: BotAccount;
  private readonly expiry = new Map<string, number>();

  constructor(account: BotAccount) {
    this.account = account;
  }

  /** Makes all tokens given so far invalid. */
  expireAll(): void {
    this.expiry.clear();
  }

  isGood(authorization: string | undefined): boolean {
    const token = /^Bearer (.+)$/.exec(authorization ?? '')?.[1] ?? '';
    return (this.expiry.get(token) ?? 0) > Date.now();
  }

  /** https://learn.microsoft.com/entra/identity-platform/v2-oauth2-client-creds-grant-flow */
  byPassword(tenant: string, form: URLSearchParams): Answer {
    const { appId, appPassword, tenantId } = this.account;
    if (tenant !== tenantId)
      return refused(400, 'invalid_request', `AADSTS90002: Tenant '${tenant}' not found.`);
    if (form.get('grant_type') !== 'client_credentials') {
      return refused(
        400,
        'unsupported_grant_type',
        'AADSTS70003: The grant type is not supported.',
      );
    }
    if (form.get('client_id') !== appId) {
      return refused(
        400,
        'unauthorized_client',
        'AADSTS700016: The application was not found in the directory.',
      );
    }
    if (form.get('client_secret') !== appPassword) {
      return refused(401, 'invalid_client', 'AADSTS7000215: Invalid client secret provided.');
    }
    if (form.get('scope')?.split(' ').includes(`${SCOPE}/.default`) !== true) {
      return refused(400, 'invalid_scope', 'AADSTS70011: The scope is not valid.');
    }
    const access_token = this.issue();
    const { lifetimeS } = this;
    const body = {
      token_type: 'Bearer',
      expires_in: lifetimeS,
      ext_expires_in: lifetimeS,
      access_token,
    };
    return { status: 200, body };
  }

  /** https://learn.microsoft.com/azure/app-service/overview-managed-identity#rest-endpoint-reference */
  byManagedIdentity(header: string | undefined, query: URLSearchParams): Answer {
    if (header !== this.identityHeader)
      return refused(401, 'unauthorized', 'The identity header is wrong.');
    if (query.get('client_id') !== this.account.appId) {
      return refused(400, 'invalid_request', 'There is no such user-assigned identity.');
    }
    if (query.get('resource') !== SCOPE)
      return refused(400, 'invalid_resource', 'Not a known resource.');
    const expires_on = String(Math.floor(Date.now() / 1_000) + this.lifetimeS);
    const body = { access_token: this.issue(), expires_on, resource: SCOPE, token_type: 'Bearer' };
    return { status: 200, body };
  }

  private issue(): string {
    const token = `simulated.${randomUUID()}`;
    this.issued += 1;
    this.expiry.set(token, Date.now() + this.lifetimeS * 1_000);
    return token;
  }
}

/** The authority's description of itself, which MSAL reads before it asks for a token. */
export function authorityDocument(origin: string, tenantId: string): Answer {
  const body = {
    issuer: `${origin}/${tenantId}/v2.0`,
    authorization_endpoint: `${origin}/${tenantId}/oauth2/v2.0/authorize`,
    token_endpoint: `${origin}/${tenantId}/oauth2/v2.0/token`,
    jwks_uri: `${origin}/${tenantId}/discovery/v2.0/keys`,
    response_types_supported: ['code', 'id_token'],
    subject_types_supported: ['pairwise'],
    id_token_signing_alg_values_supported: ['RS256'],
  };
  return { status: 200, body };
}

function refused(status: number, error: string, error_description: string): Answer {
  return { status, body: { error, error_description } };
}
