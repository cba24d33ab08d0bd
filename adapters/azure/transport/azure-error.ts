import { UpstreamError } from '../../../bot/failback/ports/errors.ts';
import { coded, quoted } from '../../../bot/failback/words/coded.ts';
import type { Statement } from '../../../bot/failback/words/statement.ts';
import { retryAfterMs } from './retry-after.ts';
import { TimeLimitError } from './time-limit.ts';

/** How errors name the service. */
export const SERVICE = 'Azure Site Recovery';

/** An HTTP answer, as far as errors are made of it. */
export interface ArmAnswer {
  readonly status: number;
  readonly headers: { get(name: string): string | undefined };
  readonly bodyAsText?: string | null;
}

/** `error.code` and `error.message` of an ARM answer; where the body does not say, the status and nothing. */
export function armError(answer: ArmAnswer): { code: string; message: string } {
  const error = errorOf(answer.bodyAsText);
  return {
    code: textOf(error?.['code']) ?? `HTTP ${answer.status}`,
    message: textOf(error?.['message']) ?? '',
  };
}

/** The service's id for the exchange. Azure sends the header twice, which arrives as `a, a`. */
export function serviceRequestId(answer: ArmAnswer): string | undefined {
  return answer.headers.get('x-ms-request-id')?.split(',')[0]?.trim() || undefined;
}

/** An answer other than 2xx to a read, as the bot's own error. */
export function refusedRead(
  operation: string,
  answer: ArmAnswer,
  now: number,
  cause?: unknown,
): UpstreamError {
  const { code, message } = armError(answer);
  const requestId = serviceRequestId(answer);
  const wait = retryAfterMs(answer.headers, now);
  return new UpstreamError(
    code,
    coded('azureAnswered', { status: answer.status, code, message }),
    {
      service: SERVICE,
      operation,
      status: answer.status,
      retryable: isWorthRepeating(answer.status),
      ...(requestId !== undefined && { requestId }),
      ...(wait !== undefined && { retryAfterMs: wait }),
    },
    { cause },
  );
}

/** A read that got no answer: not connected, cut off, too slow, or no token. */
export function unansweredRead(operation: string, cause: unknown): UpstreamError {
  const isTokenTrouble = isAuthenticationFailure(cause);
  return new UpstreamError(
    isTokenTrouble ? 'noToken' : 'unreachable',
    isTokenTrouble
      ? coded('azureTokenMissing')
      : coded('azureDidNotAnswer', { reason: reasonOf(cause) }),
    { service: SERVICE, operation, retryable: !isTokenTrouble },
    { cause },
  );
}

/** A few words on why something failed: the error's code where it has one, for people and for the ledger. */
export function reasonOf(error: unknown): Statement {
  if (error instanceof TimeLimitError)
    return coded('noAnswerWithin', { seconds: error.limitMs / 1_000 });
  if (isAuthenticationFailure(error)) return quoted('Microsoft Entra ID', wordsOf(error));
  return quoted(coded('connectionToAzure'), wordsOf(error));
}

/** An HTTP answer as it is quoted. */
export function answerWords(answer: ArmAnswer): Statement {
  const { code, message } = armError(answer);
  return quoted('Azure', [`${answer.status} ${code}`, message].filter(Boolean).join(': '));
}

function wordsOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return `${codeOf(error) ?? error.name}: ${firstLine(error.message)}`;
}

/** The `code` of a node or SDK error. */
export function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error ? textOf(error.code) : undefined;
}

/** Whether @azure/identity could not make a token. Its errors carry these names on purpose, for callers to look at. */
export function isAuthenticationFailure(error: unknown): boolean {
  return error instanceof Error && AUTHENTICATION_ERRORS.has(error.name);
}

const AUTHENTICATION_ERRORS = new Set([
  'AuthenticationError',
  'AggregateAuthenticationError',
  'AuthenticationRequiredError',
  'CredentialUnavailableError',
]);

const isWorthRepeating = (status: number) => status === 408 || status === 429 || status >= 500;
const firstLine = (text: string) => text.split('\n', 1)[0]?.slice(0, 300) ?? '';
const textOf = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined);

function errorOf(body: string | null | undefined): Record<string, unknown> | undefined {
  try {
    const parsed: unknown = JSON.parse(body ?? '');
    const error = isRecord(parsed) ? parsed['error'] : undefined;
    return isRecord(error) ? error : undefined;
  } catch {
    // Gateways in front of ARM answer in HTML: the status is then all there is to tell.
    return undefined;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
