import { type ArmRequest, operationOf } from './wire/arm-messages.ts';

/** One exchange as the simulator saw it. */
export interface LoggedExchange {
  readonly at: number;
  readonly method: string;
  readonly operation: string;
  readonly segments: readonly string[];
  readonly requestId: string;
  readonly body: unknown;
  /** What was answered; `none` when the answer was withheld. */
  readonly status: number | 'none';
  /** A call that changes the world and was done. */
  readonly isAccepted: boolean;
}

/** Counts what arrived and what was done: the measure of "never called twice". */
export class Calls {
  readonly log: LoggedExchange[] = [];

  record(at: number, request: ArmRequest, status: number | 'none', isAccepted: boolean): void {
    const { method, segments, requestId, body } = request;
    this.log.push({
      at,
      method,
      operation: operationOf(segments),
      segments,
      requestId,
      body,
      status,
      isAccepted,
    });
  }

  /** How often a call was done: `plannedFailover`, `failoverCommit`, `reProtect`, `resume`, `cancel`, `restart`. */
  accepted(operation: string, name?: string): number {
    return this.posts(operation, name).filter((exchange) => exchange.isAccepted).length;
  }

  /** How often a call arrived, whatever became of it. */
  received(operation: string, name?: string): number {
    return this.posts(operation, name).length;
  }

  /** How many reads of a kind arrived, `replicationJobs` for example; all without one. */
  reads(operation?: string): number {
    return this.log.filter(
      (exchange) =>
        exchange.method === 'GET' && (operation === undefined || ends(exchange, operation)),
    ).length;
  }

  private posts(operation: string, name: string | undefined): readonly LoggedExchange[] {
    return this.log.filter(
      (exchange) =>
        exchange.method === 'POST' &&
        ends(exchange, operation) &&
        (name === undefined ||
          exchange.segments.some((segment) => segment.toLowerCase() === name.toLowerCase())),
    );
  }
}

function ends(exchange: LoggedExchange, operation: string): boolean {
  const have = exchange.operation.toLowerCase();
  return have === operation.toLowerCase() || have.endsWith(`/${operation.toLowerCase()}`);
}
