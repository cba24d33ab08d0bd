/**
 * What is told of an error. A list of what may pass, not of what may not: the errors of SDKs carry the whole request,
 * with its headers, in fields that differ from one SDK and release to the next.
 */
const TOLD = [
  'code',
  'status',
  'statusCode',
  'requestId',
  'retryAfter',
  'failbackId',
  'facts',
  'problems',
  'errno',
  'syscall',
  'address',
  'port',
] as const;

/** An error as a plain record, causes included. */
export function describeError(error: Error): Record<string, unknown> {
  const fields: Partial<Record<string, unknown>> = { ...error };
  const told = TOLD.filter((name) => fields[name] !== undefined).map((name) => [
    name,
    fields[name],
  ]);
  return {
    type: error.name,
    message: error.message,
    ...Object.fromEntries(told),
    stack: error.stack,
    ...(error.cause !== undefined && { cause: describeCause(error.cause) }),
    ...(error instanceof AggregateError && { errors: error.errors.map(describeCause) }),
  };
}

/** Anything can be thrown. What is not an error is told by its kind alone. */
function describeCause(cause: unknown): unknown {
  if (cause instanceof Error) return cause;
  return typeof cause === 'string' ? cause : `[${typeof cause}]`;
}
