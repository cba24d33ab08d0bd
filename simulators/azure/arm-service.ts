import { randomUUID } from 'node:crypto';
import { answerMutation, type MutationContext } from './mutation-routes.ts';
import type { ReadBudget } from './read-budget.ts';
import { answerRead, type ReadContext } from './read-routes.ts';
import { type ArmAnswer, type ArmRequest, armErrorAnswer } from './wire/arm-messages.ts';

/** Azure Resource Manager below one vault: finds the route and adds the headers of every answer. */
export class ArmService {
  private readonly context: ReadContext & MutationContext;
  /** The old budgets of an hour: counted down, too large to run out. */
  private readonly left = { reads: 11_999, writes: 1_199 };
  private readonly budget: ReadBudget | undefined;

  constructor(context: ReadContext & MutationContext, budget?: ReadBudget) {
    this.context = context;
    this.budget = budget;
  }

  answer(request: ArmRequest): ArmAnswer {
    const answer =
      this.throttle(request) ??
      this.route(request) ??
      armErrorAnswer(404, 'InvalidResourceType', `No such path: ${request.url.pathname}`);
    return { ...answer, headers: { ...this.commonHeaders(request), ...answer.headers } };
  }

  commonHeaders(request: ArmRequest): Record<string, string> {
    const kind = request.method === 'GET' ? 'reads' : 'writes';
    this.left[kind] -= 1;
    const left = kind === 'reads' ? (this.budget?.left ?? this.left.reads) : this.left.writes;
    return {
      [`x-ms-ratelimit-remaining-subscription-${kind}`]: String(left),
      'x-ms-request-id': randomUUID(),
      'x-ms-correlation-request-id': randomUUID(),
      'x-ms-client-request-id': request.requestId,
      'x-content-type-options': 'nosniff',
    };
  }

  private throttle({ method }: ArmRequest): ArmAnswer | undefined {
    const seconds = method === 'GET' ? this.budget?.take() : undefined;
    if (seconds === undefined) return undefined;
    const refusal = armErrorAnswer(
      429,
      'TooManyRequests',
      "The request is being throttled as the limit has been reached for operation type 'Read'.",
    );
    return { ...refusal, headers: { 'retry-after': String(seconds) } };
  }

  private route(request: ArmRequest): ArmAnswer | undefined {
    if (!request.url.searchParams.get('api-version')) {
      return armErrorAnswer(
        400,
        'MissingApiVersionParameter',
        'The api-version query parameter is required.',
      );
    }
    if (request.method === 'POST') return answerMutation(this.context, request);
    if (request.method !== 'GET') return undefined;
    return this.operationResult(request) ?? answerRead(this.context, request);
  }

  /** The result of an operation on an item: 202 while it runs, then the item. */
  private operationResult(request: ArmRequest): ArmAnswer | undefined {
    const at = request.segments.findIndex(
      (segment) => segment.toLowerCase() === 'operationresults',
    );
    if (at < 0) return undefined;
    const now = this.context.world.advance();
    const job = this.context.world.findJob(request.segments[at + 1] ?? '');
    if (!job) return armErrorAnswer(404, 'ResourceNotFound', 'There is no such operation.');
    if (job.endedAt(now) === undefined) return { status: 202, headers: { 'retry-after': '30' } };
    return answerRead(this.context, { ...request, segments: request.segments.slice(0, at) });
  }
}
