import { createHmac, generateKeyPair, type KeyObject, randomUUID, sign } from 'node:crypto';
import { promisify } from 'node:util';
import type { Json } from '../wire.ts';

const newKeyPair = promisify(generateKeyPair);

/** A key pair, and the name by which a key set knows it. */
export interface SigningKey {
  readonly id: string;
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
}

export async function createSigningKey(): Promise<SigningKey> {
  const pair = await newKeyPair('rsa', { modulusLength: 2048 });
  return { id: randomUUID(), ...pair };
}

/** The public half as an entry of a key set. `endorsements` names the channels it may speak for. */
export function toJwk(key: SigningKey, endorsements: readonly string[]): Json {
  const { n, e } = key.publicKey.export({ format: 'jwk' });
  return { kty: 'RSA', use: 'sig', kid: key.id, x5t: key.id, n, e, endorsements };
}

export type Algorithm = 'RS256' | 'HS256' | 'none';

/** A JSON Web Token. With `HS256` it is signed with the public key as if that were a shared secret: a known attack. */
export function createToken(
  claims: Json,
  key: SigningKey,
  { algorithm = 'RS256', keyId = key.id }: { algorithm?: Algorithm; keyId?: string } = {},
): string {
  const header = { alg: algorithm, typ: 'JWT', kid: keyId, x5t: keyId };
  const signed = `${encode(header)}.${encode(claims)}`;
  return `${signed}.${signature(signed, key, algorithm)}`;
}

function signature(text: string, key: SigningKey, algorithm: Algorithm): string {
  if (algorithm === 'none') return '';
  if (algorithm === 'RS256') {
    return sign('sha256', Buffer.from(text), key.privateKey).toString('base64url');
  }
  const secret = key.publicKey.export({ format: 'pem', type: 'spki' });
  return createHmac('sha256', secret).update(text).digest('base64url');
}

function encode(value: Json): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}
