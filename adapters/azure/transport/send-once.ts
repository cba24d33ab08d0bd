import type { SiteRecoveryManagementClient } from '@azure/arm-recoveryservices-siterecovery';
import type { PipelinePolicy, PipelineResponse } from '@azure/core-rest-pipeline';
import type { CallAnswer } from '../../../bot/failback/ports/site-recovery.ts';
import type { AzureSiteRecoverySettings } from '../azure-settings.ts';
import { answerOfFailure, answerOfResponse } from './call-answer.ts';
import { createMutationClient } from './site-recovery-client.ts';
import { withTimeLimit } from './time-limit.ts';

/** What every call that changes the world is given: the header that the job carries back, and the time limit. */
interface MutationOptions {
  readonly requestOptions: { readonly customHeaders: { [name: string]: string } };
  readonly abortSignal: AbortSignal;
}

export type Mutation = (
  client: SiteRecoveryManagementClient,
  options: MutationOptions,
) => Promise<unknown>;

/**
 * Sends one POST through the SDK and says what its HTTP answer means. The SDK's `begin…` polls right after the POST and
 * throws when that poll fails, although the service took the call; so the answer is read off the wire, and the poll is
 * never sent: jobs are followed by reading them.
 */
export async function sendOnce(
  settings: AzureSiteRecoverySettings,
  requestId: string,
  mutation: Mutation,
): Promise<CallAnswer> {
  const watch = watchPost();
  const client = createMutationClient(settings, watch.policy);
  const requestOptions = { customHeaders: { 'x-ms-client-request-id': requestId } };
  const failure = await failureOf(
    withTimeLimit(settings.timeouts.mutationMs, (abortSignal) =>
      mutation(client, { requestOptions, abortSignal }),
    ),
  );
  const response = watch.response();
  if (response !== undefined) return answerOfResponse(response, Date.now());
  return answerOfFailure(failure ?? new Error('the SDK sent nothing'), watch.wasSent());
}

async function failureOf(work: Promise<unknown>): Promise<unknown> {
  try {
    await work;
    return undefined;
  } catch (error) {
    return error;
  }
}

interface PostWatch {
  readonly policy: PipelinePolicy;
  response(): PipelineResponse | undefined;
  wasSent(): boolean;
}

/** Keeps the POST's answer and lets nothing else through. Stands behind the token, so `wasSent` is about the wire. */
function watchPost(): PostWatch {
  let response: PipelineResponse | undefined;
  let wasSent = false;
  return {
    response: () => response,
    wasSent: () => wasSent,
    policy: {
      name: 'failbackWatchPostPolicy',
      async sendRequest(request, next) {
        if (request.method !== 'POST') throw new Error('only the POST is sent');
        // Its time was up while the token was being fetched: it must not go out after the verdict.
        if (request.abortSignal?.aborted) throw new Error('the time was up before it was sent');
        // A kept-alive connection may be dead already, and a reset on it would read as "nobody knows".
        request.disableKeepAlive = true;
        wasSent = true;
        response = undefined;
        response = await next(request);
        return response;
      },
    },
  };
}
