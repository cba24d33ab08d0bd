import type { ArmRequest } from './wire/arm-messages.ts';
import { operationOf } from './wire/arm-messages.ts';

/** What goes wrong with an exchange. `taken`: the service does what was asked, and only the answer is lost. */
export type Fault =
  | {
      readonly kind: 'status';
      readonly status: number;
      readonly taken: boolean;
      /** Seconds or an HTTP date. */
      readonly retryAfter?: string;
      readonly code?: string;
      readonly message?: string;
    }
  | { readonly kind: 'reset'; readonly taken: boolean }
  | { readonly kind: 'hang'; readonly taken: boolean }
  | { readonly kind: 'slow'; readonly ms: number }
  /** Answers 200 with this text in place of the body. */
  | { readonly kind: 'body'; readonly text: string; readonly contentType?: string };

/** Which requests a fault is for: all that fit every given part. Names are compared without case. */
export interface Matcher {
  readonly method?: 'GET' | 'POST';
  /** As in `replicationProtectedItems/plannedFailover`; the last name alone is enough. */
  readonly operation?: string;
  /** A segment of the path: a VM's or a job's name. */
  readonly name?: string;
}

interface Planned {
  readonly matcher: Matcher;
  readonly fault: Fault;
  left: number;
}

/** Faults to come. Each is used up by the requests that it fits. */
export class Faults {
  private planned: Planned[] = [];

  /** The next request that fits goes wrong; with `times`, so many of them. */
  next(matcher: Matcher, fault: Fault, times = 1): void {
    this.planned.push({ matcher, fault, left: times });
  }

  /** All reads are throttled until the returned function is called. */
  throttleReads(retryAfter?: string): () => void {
    const fault: Fault = {
      kind: 'status',
      status: 429,
      taken: false,
      ...(retryAfter !== undefined && { retryAfter }),
    };
    return this.always({ method: 'GET' }, fault);
  }

  /** Every request that fits goes wrong, until the returned function is called. */
  always(matcher: Matcher, fault: Fault): () => void {
    const planned = { matcher, fault, left: Number.POSITIVE_INFINITY };
    this.planned.push(planned);
    return () => {
      this.planned = this.planned.filter((other) => other !== planned);
    };
  }

  take(request: ArmRequest): Fault | undefined {
    const planned = this.planned.find(({ matcher, left }) => left > 0 && fits(matcher, request));
    if (!planned) return undefined;
    planned.left -= 1;
    this.planned = this.planned.filter(({ left }) => left > 0);
    return planned.fault;
  }
}

function fits(matcher: Matcher, request: ArmRequest): boolean {
  const operation = operationOf(request.segments).toLowerCase();
  const wanted = matcher.operation?.toLowerCase();
  const name = matcher.name?.toLowerCase();
  return (
    (matcher.method === undefined || matcher.method === request.method) &&
    (wanted === undefined || operation === wanted || operation.endsWith(`/${wanted}`)) &&
    (name === undefined || request.segments.some((segment) => segment.toLowerCase() === name))
  );
}
