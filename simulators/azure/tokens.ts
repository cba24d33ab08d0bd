import { randomUUID } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import type { Account } from './wire/wire-names.ts';

interface Challenge {
  readonly error: string;
  readonly header: string;
}

/** Hands out bearer tokens and checks them. */
export class Tokens {
  issued = 0;
  /** How long a token lives. Seconds. */
  lifetimeS = 3_599;
  /** What the token endpoint answers instead of a token, while set. */
  refusal: { readonly status: number; readonly body: object } | undefined;
  private readonly expiry = new Map<string, number>();
  private withClaims = false;

  /** Makes all tokens given so far invalid; `withClaims` says it as continuous access evaluation does. */
  expireAll(options: { withClaims: boolean }): void {
    this.withClaims = options.withClaims;
    for (const token of this.expiry.keys()) this.expiry.set(token, 0);
  }

  /** The token endpoint's answer to a client-credentials request. */
  issue(account: Account, form: URLSearchParams): { status: number; body: object } {
    if (this.refusal) return this.refusal;
    const isKnown =
      form.get('grant_type') === 'client_credentials' &&
      form.get('client_id') === account.clientId &&
      form.get('client_secret') === account.clientSecret;
    if (!isKnown) {
      return {
        status: 401,
        body: {
          error: 'invalid_client',
          error_description: 'AADSTS7000215: Invalid client secret provided.',
        },
      };
    }
    const token = `simulated.${randomUUID()}`;
    this.issued += 1;
    this.expiry.set(token, Date.now() + this.lifetimeS * 1_000);
    return {
      status: 200,
      body: {
        token_type: 'Bearer',
        expires_in: this.lifetimeS,
        ext_expires_in: this.lifetimeS,
        access_token: token,
      },
    };
  }

  /** Undefined when the request's token is good. */
  challenge(headers: IncomingHttpHeaders, authority: string): Challenge | undefined {
    const token = /^Bearer (.+)$/.exec(headers.authorization ?? '')?.[1];
    const expiresAt = token === undefined ? undefined : this.expiry.get(token);
    if (expiresAt !== undefined && expiresAt > Date.now()) return undefined;
    const start = `Bearer authorization_uri="${authority}"`;
    if (expiresAt !== undefined && this.withClaims) {
      const claims = Buffer.from(
        '{"access_token":{"nbf":{"essential":true,"value":"1"}}}',
      ).toString('base64');
      return {
        error: 'InvalidAuthenticationToken',
        header: `${start}, error="insufficient_claims", claims="${claims}"`,
      };
    }
    const error =
      expiresAt === undefined ? 'InvalidAuthenticationToken' : 'ExpiredAuthenticationToken';
    return {
      error,
      header: `${start}, error="invalid_token", error_description="The access token is not valid."`,
    };
  }
}

/** The authority's description of itself, which MSAL reads before it asks for a token. */
export function openIdConfiguration(authorityHost: string, tenantId: string): object {
  return {
    issuer: `${authorityHost}/${tenantId}/v2.0`,
    authorization_endpoint: `${authorityHost}/${tenantId}/oauth2/v2.0/authorize`,
    token_endpoint: `${authorityHost}/${tenantId}/oauth2/v2.0/token`,
    jwks_uri: `${authorityHost}/${tenantId}/discovery/v2.0/keys`,
    response_types_supported: ['code', 'id_token'],
    subject_types_supported: ['pairwise'],
    id_token_signing_alg_values_supported: ['RS256'],
  };
}
