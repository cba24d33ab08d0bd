import { createSigningKey, createToken, type SigningKey, toJwk } from './signing-keys.ts';
import type { Json } from './wire.ts';

/** The ways in which the token of a request to the bot can be wrong, and `valid`. */
export const TOKEN_KINDS = [
  'valid',
  'wrongAudience',
  'wrongIssuer',
  'wrongServiceUrl',
  'noServiceUrl',
  /** Signed with another key, under the name of the right one. */
  'wrongKey',
  /** Signed with a key that the key set does not know. */
  'unknownKey',
  /** Signed with a key of the set that may not speak for Teams. */
  'notEndorsed',
  'expired',
  'notYetValid',
  'noExpiry',
  'algNone',
  /** Signed with the public key as if that were a shared secret. */
  'algHmac',
  'garbage',
  /** No Authorization header at all. */
  'none',
] as const;

export type TokenKind = (typeof TOKEN_KINDS)[number];

/** https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-authentication */
const ISSUER = 'https://api.botframework.com';

/** The service's keys, and the tokens that its requests to the bot carry. */
export class ChannelTokens {
  private readonly appId: string;
  private key: SigningKey;
  private readonly otherChannelsKey: SigningKey;
  private readonly strangersKey: SigningKey;

  private constructor(appId: string, keys: readonly [SigningKey, SigningKey, SigningKey]) {
    this.appId = appId;
    [this.key, this.otherChannelsKey, this.strangersKey] = keys;
  }

  /** All keys are new: none is ever stored. */
  static async create(appId: string): Promise<ChannelTokens> {
    const keys = [createSigningKey(), createSigningKey(), createSigningKey()] as const;
    return new ChannelTokens(appId, await Promise.all(keys));
  }

  /** From now on another key signs, and the key set no longer knows the old one. */
  async rotate(): Promise<void> {
    this.key = await createSigningKey();
  }

  /** The OpenID document that leads to the keys. */
  openIdDocument(origin: string): Json {
    return {
      issuer: ISSUER,
      authorization_endpoint: `${origin}/invalid`,
      jwks_uri: `${origin}/openid/keys`,
      id_token_signing_alg_values_supported: ['RS256'],
      token_endpoint_auth_methods_supported: ['private_key_jwt'],
    };
  }

  keySet(): Json {
    return { keys: [toJwk(this.key, ['msteams']), toJwk(this.otherChannelsKey, ['webchat'])] };
  }

  /** The value of the Authorization header; undefined for none. */
  authorization(kind: TokenKind, serviceUrl: string): string | undefined {
    if (kind === 'none') return undefined;
    return `Bearer ${kind === 'garbage' ? 'not.a.token' : this.token(kind, serviceUrl)}`;
  }

  private token(kind: TokenKind, serviceUrl: string): string {
    const claims = { ...this.goodClaims(serviceUrl), ...this.flaws(kind) };
    switch (kind) {
      case 'wrongKey':
        return createToken(claims, this.strangersKey, { keyId: this.key.id });
      case 'unknownKey':
        return createToken(claims, this.strangersKey);
      case 'notEndorsed':
        return createToken(claims, this.otherChannelsKey);
      case 'algNone':
        return createToken(claims, this.key, { algorithm: 'none' });
      case 'algHmac':
        return createToken(claims, this.key, { algorithm: 'HS256' });
      default:
        return createToken(claims, this.key);
    }
  }

  private goodClaims(serviceurl: string): Json {
    const now = seconds();
    return { iss: ISSUER, aud: this.appId, serviceurl, nbf: now - 60, exp: now + HOUR };
  }

  private flaws(kind: TokenKind): Json {
    const now = seconds();
    switch (kind) {
      case 'wrongAudience':
        return { aud: '00000000-0000-4000-a000-000000000000' };
      case 'wrongIssuer':
        return { iss: 'https://issuer.example' };
      case 'wrongServiceUrl':
        return { serviceurl: 'https://smba.example/' };
      case 'noServiceUrl':
        return { serviceurl: undefined };
      case 'expired':
        return { nbf: now - 2 * HOUR, exp: now - HOUR };
      case 'notYetValid':
        return { nbf: now + HOUR, exp: now + 2 * HOUR };
      case 'noExpiry':
        return { exp: undefined };
      default:
        return {};
    }
  }
}

const HOUR = 60 * 60;

/** Tokens are judged by the real time: no setting of a simulator moves it. */
const seconds = () => Math.floor(Date.now() / 1_000);
