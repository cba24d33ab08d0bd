import type { PipelinePolicy } from '@azure/core-rest-pipeline';
import { operationName } from '../records/operation-name.ts';
import { refusedRead } from './azure-error.ts';
import { retryAfterMs } from './retry-after.ts';

/**
 * Lets the SDK wait for a short `Retry-After` only. A longer one is an answer: the poller has to slow down for all
 * reads, which it cannot do while one read sleeps in here. The retry policy lets foreign errors through at once.
 */
export function impatiencePolicy(longestWaitMs: number): PipelinePolicy {
  return {
    name: 'failbackImpatiencePolicy',
    async sendRequest(request, next) {
      const response = await next(request);
      const wait = retryAfterMs(response.headers, Date.now()) ?? 0;
      if ((response.status === 429 || response.status === 503) && wait > longestWaitMs) {
        throw refusedRead(operationName(request.url), response, Date.now());
      }
      return response;
    },
  };
}
