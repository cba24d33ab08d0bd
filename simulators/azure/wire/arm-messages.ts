import type { IncomingHttpHeaders } from 'node:http';

/** One request below the vault. */
export interface ArmRequest {
  readonly method: string;
  readonly url: URL;
  /** Segments behind `/vaults/{name}/`, ids and names in turn. */
  readonly segments: readonly string[];
  readonly headers: IncomingHttpHeaders;
  readonly body: unknown;
  /** The `x-ms-client-request-id` of the call. */
  readonly requestId: string;
}

export interface ArmAnswer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

export function armErrorAnswer(status: number, code: string, message: string): ArmAnswer {
  return { status, body: { error: { code, message } } };
}

/** The names in a path without its ids: `replicationProtectedItems/plannedFailover`. */
export function operationOf(segments: readonly string[]): string {
  const names = segments.filter((_, index) => index % 2 === 0);
  const start = names.findIndex(
    (name) => !/^replication(Fabrics|ProtectionContainers)$/i.test(name),
  );
  return names.slice(Math.max(0, start)).join('/');
}
