import type { Json } from '../wire.ts';
import { createSigningKey, createToken, type SigningKey, toJwk } from './signing-keys.ts';

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

/** The key that speaks for Teams, one that speaks for another channel, and one that the key set does not have. */
type KeyName = 'teams' | 'webchat' | 'stranger';

/** https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-authentication */
const ISSUER = 'https://api.botframework.com';

/** The service's keys, and the tokens that its requests to the bot carry. */
export class ChannelTokens {
  private readonly appId: string;
  /** Keys in place of those that all simulators of this process share. */
  private readonly newer = new Map<KeyName, Promise<SigningKey>>();

  constructor(appId: string) {
    this.appId = appId;
  }

  /** From now on another key signs, and the key set no longer knows the old one. */
  rotate(): void {
    this.newer.set('teams', createSigningKey());
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

  async keySet(): Promise<Json> {
    const [teams, webchat] = await Promise.all([this.key('teams'), this.key('webchat')]);
    return { keys: [toJwk(teams, ['msteams']), toJwk(webchat, ['webchat'])] };
  }

  /** The value of the Authorization header; undefined for none. */
  async authorization(kind: TokenKind, serviceUrl: string): Promise<string | undefined> {
    if (kind === 'none') return undefined;
    return `Bearer ${kind === 'garbage' ? 'not.a.token' : await this.token(kind, serviceUrl)}`;
  }

  private async token(kind: TokenKind, serviceUrl: string): Promise<string> {
    const claims = { ...this.goodClaims(serviceUrl), ...this.flaws(kind) };
    const key = await this.key('teams');
    switch (kind) {
      case 'wrongKey':
        return createToken(claims, await this.key('stranger'), { keyId: key.id });
      case 'unknownKey':
        return createToken(claims, await this.key('stranger'));
      case 'notEndorsed':
        return createToken(claims, await this.key('webchat'));
      case 'algNone':
        return createToken(claims, key, { algorithm: 'none' });
      case 'algHmac':
        return createToken(claims, key, { algorithm: 'HS256' });
      default:
        return createToken(claims, key);
    }
  }

  private key(name: KeyName): Promise<SigningKey> {
    return this.newer.get(name) ?? firstKey(name);
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

const firstKeys = new Map<KeyName, Promise<SigningKey>>();

/** Made when it is first needed, once in a process because that takes its time, and never stored. */
function firstKey(name: KeyName): Promise<SigningKey> {
  const key = firstKeys.get(name) ?? createSigningKey();
  firstKeys.set(name, key);
  return key;
}

/** Tokens are judged by the real time: no setting of a simulator moves it. */
const seconds = () => Math.floor(Date.now() / 1_000);
