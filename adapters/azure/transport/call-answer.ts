import type { CallAnswer } from '../../../bot/failback/ports/site-recovery.ts';
import type { Statement } from '../../../bot/failback/words/statement.ts';
import { lastSegment } from '../records/arm-id.ts';
import {
  type ArmAnswer,
  answerWords,
  armError,
  codeOf,
  isAuthenticationFailure,
  reasonOf,
  serviceRequestId,
} from './azure-error.ts';
import { retryAfterMs } from './retry-after.ts';

/** What the first HTTP answer to a call that changes the world means. */
export function answerOfResponse(response: ArmAnswer, now: number): CallAnswer {
  const { status } = response;
  if (status >= 200 && status < 300) return accepted(response);
  if (status === 429) return throttled(response, now);
  if (status >= 400 && status < 500 && status !== 408) return refused(response);
  return { outcome: 'unknown', status, reason: answerWords(response) };
}

/**
 * What it means that no answer came. `wasSent`: the request was handed to the network; before that, nothing can have
 * happened. After that, only what is certain to come before the first byte counts as not sent.
 */
export function answerOfFailure(error: unknown, wasSent: boolean): CallAnswer {
  const neverArrived = !wasSent || isAuthenticationFailure(error) || isBeforeFirstByte(error);
  return { outcome: neverArrived ? 'notSent' : 'unknown', reason: reasonOf(error) };
}

/** Nothing left the bot: it may be sent again. */
export function notSent(
  reason: Statement,
  retryAfterMs?: number,
): Extract<CallAnswer, { outcome: 'notSent' }> {
  return { outcome: 'notSent', reason, ...(retryAfterMs !== undefined && { retryAfterMs }) };
}

function accepted(response: ArmAnswer): CallAnswer {
  const status = response.headers.get('azure-asyncoperation') ?? response.headers.get('location');
  const operationId = status && lastSegment(status);
  return { outcome: 'accepted', ...(operationId && { operationId }) };
}

function throttled(response: ArmAnswer, now: number): CallAnswer {
  const wait = retryAfterMs(response.headers, now);
  return {
    outcome: 'notSent',
    reason: answerWords(response),
    ...(wait !== undefined && { retryAfterMs: wait }),
  };
}

function refused(response: ArmAnswer): CallAnswer {
  const id = serviceRequestId(response);
  return {
    outcome: 'refused',
    status: response.status,
    ...armError(response),
    ...(id !== undefined && { serviceRequestId: id }),
  };
}

/**
 * Errors of finding the host, of connecting, and of the TLS handshake's check of the certificate
 * (https://nodejs.org/api/tls.html#x509-certificate-error-codes). Host or net unreachable is not among them: an
 * established connection can end with it.
 */
function isBeforeFirstByte(error: unknown): boolean {
  const code = codeOf(error) ?? '';
  return (
    NOT_CONNECTED.has(code) ||
    /^(CERT_|CRL_|ERR_TLS_CERT_|UNABLE_TO_)|_SELF_SIGNED_CERT$|^SELF_SIGNED_/.test(code) ||
    CERTIFICATE_CODES.has(code)
  );
}

const NOT_CONNECTED = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN']);

const CERTIFICATE_CODES = new Set([
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'HOSTNAME_MISMATCH',
  'INVALID_CA',
  'INVALID_PURPOSE',
  'PATH_LENGTH_EXCEEDED',
]);
