import type { PipelinePolicy, PipelineResponse } from '@azure/core-rest-pipeline';
import type { Exchange } from '../azure-settings.ts';
import { operationName } from '../records/operation-name.ts';

/** Tells `onExchange` of everything that really goes over the wire; sits behind the retries and the token. */
export function exchangePolicy(onExchange: (exchange: Exchange) => void): PipelinePolicy {
  return {
    name: 'failbackExchangePolicy',
    async sendRequest(request, next) {
      const started = performance.now();
      const tell = (response?: PipelineResponse) => {
        const remainingReads = response && remainingReadsOf(response);
        onExchange({
          method: request.method,
          operation: operationName(request.url),
          ...(response && { status: response.status }),
          ...(remainingReads !== undefined && { remainingReads }),
          durationMs: performance.now() - started,
        });
      };
      try {
        const response = await next(request);
        tell(response);
        return response;
      } catch (error) {
        tell();
        throw error;
      }
    },
  };
}

/** https://learn.microsoft.com/azure/azure-resource-manager/management/request-limits-and-throttling */
function remainingReadsOf(response: PipelineResponse): number | undefined {
  const text = response.headers.get('x-ms-ratelimit-remaining-subscription-reads');
  const left = Number(text);
  return text === undefined || Number.isNaN(left) ? undefined : left;
}
