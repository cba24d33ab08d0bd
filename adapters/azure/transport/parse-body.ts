import type { z } from 'zod';
import { UpstreamError } from '../../../bot/failback/ports/errors.ts';
import { coded } from '../../../bot/failback/words/coded.ts';
import { SERVICE } from './azure-error.ts';

/** Parses a wire body; throws `UpstreamError` with code `unreadable` naming the first field that is not as needed. */
export function parseBody<S extends z.ZodType>(
  schema: S,
  operation: string,
  body: unknown,
): z.infer<S> {
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw unreadableBody(
    operation,
    `${issue?.path.join('.') || 'body'}: ${issue?.message}`,
    parsed.error,
  );
}

/** An answer that lacks what the bot must know. Repeating the read would not help. */
export function unreadableBody(operation: string, problem: string, cause?: unknown): UpstreamError {
  return new UpstreamError(
    'unreadable',
    coded('azureAnswerUnusable', { operation, problem }),
    { service: SERVICE, operation, retryable: false },
    { cause },
  );
}
