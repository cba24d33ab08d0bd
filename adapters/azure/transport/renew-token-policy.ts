import type { PipelinePolicy } from '@azure/core-rest-pipeline';

/**
 * ARM turns down a dead token in two ways: with a claims challenge, after which the SDK gets a new token and sends
 * once more, and with a plain `invalid_token`, after which the SDK would offer the same cached token again and again.
 * This gives the second the form of the first. A 401 is given before anything is done, so sending again is safe for
 * every call.
 */
export function renewTokenPolicy(): PipelinePolicy {
  return {
    name: 'failbackRenewTokenPolicy',
    async sendRequest(request, next) {
      const response = await next(request);
      const challenge = response.headers.get('www-authenticate') ?? '';
      if (response.status === 401 && /error="?invalid_token/i.test(challenge)) {
        response.headers.set('www-authenticate', newerTokenChallenge());
      }
      return response;
    },
  };
}

/** "A token issued from now on": the claim of continuous access evaluation's own challenges. */
function newerTokenChallenge(): string {
  const now = Math.floor(Date.now() / 1_000);
  const claims = { access_token: { nbf: { essential: true, value: String(now) } } };
  return `Bearer error="insufficient_claims", claims="${Buffer.from(JSON.stringify(claims)).toString('base64')}"`;
}
