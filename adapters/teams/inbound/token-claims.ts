import { z } from 'zod';
import { parseJson } from '../../../bot/chat/endpoint/parse-json.ts';

/** What the token of a request must say. */
export interface ExpectedClaims {
  readonly appId: string;
  readonly issuer: string;
  readonly serviceUrl: string;
  readonly now: number;
}

/** Clocks may differ by this much. */
const TOLERANCE_S = 5 * 60;

const headerSchema = z.object({ alg: z.literal('RS256'), kid: z.string().min(1) });
const claimsSchema = z.object({
  iss: z.string(),
  aud: z.string(),
  exp: z.number(),
  nbf: z.number().optional(),
  serviceurl: z.string(),
});

/**
 * What is wrong with the words of a token; undefined when nothing is. Says nothing of its signature: the SDK verifies
 * that, and stands behind this check because it takes tokens without an end, answers others with a failure of its own,
 * and has a second way in for tokens of Microsoft Entra ID, in which it compares neither audience nor service URL.
 * https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-authentication
 */
export function tokenProblem(
  authorization: string | undefined,
  expected: ExpectedClaims,
): string | undefined {
  const [head, body, signature, ...rest] = bearer(authorization).split('.');
  if (!head || !body || !signature || rest.length > 0) return 'there is no signed token';
  if (!headerSchema.safeParse(decode(head)).success) return 'it is signed in another way';
  const claims = claimsSchema.safeParse(decode(body)).data;
  if (claims === undefined) return 'a claim is missing';
  return claimProblem(claims, expected);
}

function claimProblem(
  { iss, aud, exp, nbf, serviceurl }: z.infer<typeof claimsSchema>,
  { appId, issuer, serviceUrl, now }: ExpectedClaims,
): string | undefined {
  const seconds = now / 1_000;
  if (iss !== issuer) return 'it is from another issuer';
  if (aud !== appId) return 'it is for another audience';
  if (serviceurl !== serviceUrl) return 'it is for another service URL';
  if (exp + TOLERANCE_S < seconds) return 'it has expired';
  if (nbf !== undefined && nbf - TOLERANCE_S > seconds) return 'it is not valid yet';
  return undefined;
}

function bearer(authorization: string | undefined): string {
  return /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/.exec(authorization ?? '')?.[1] ?? '';
}

function decode(part: string): unknown {
  return parseJson(Buffer.from(part, 'base64url').toString());
}
