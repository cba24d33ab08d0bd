import { describe, expect, it } from 'vitest';
import {
  answerOfFailure,
  answerOfResponse,
} from '../../../../adapters/azure/transport/call-answer.ts';
import { coded, quoted } from '../../../../bot/failback/words/coded.ts';

const response = (status: number, headers: Record<string, string> = {}, body = '') => ({
  status,
  headers: { get: (name: string) => headers[name] },
  bodyAsText: body,
});

const failure = (code: string) => Object.assign(new Error('Simulated.'), { code });

describe('the answer to a call', () => {
  it('takes the operation from Azure-AsyncOperation, else from Location, else from nowhere', () => {
    const async = {
      'azure-asyncoperation':
        'https://host.example/x/replicationOperationStatus/op-1?api-version=1',
    };
    const location = { location: 'https://host.example/x/operationresults/op-2?api-version=1' };

    expect(answerOfResponse(response(202, { ...location, ...async }), 0)).toEqual({
      outcome: 'accepted',
      operationId: 'op-1',
    });
    expect(answerOfResponse(response(202, location), 0)).toEqual({
      outcome: 'accepted',
      operationId: 'op-2',
    });
    expect(answerOfResponse(response(200), 0)).toEqual({ outcome: 'accepted' });
  });

  it('is unknown after a redirect, which nothing follows', () => {
    expect(answerOfResponse(response(307), 0)).toMatchObject({ outcome: 'unknown', status: 307 });
  });

  it('keeps the first of a request id that was sent twice', () => {
    const answer = answerOfResponse(response(403, { 'x-ms-request-id': 'a, a' }), 0);

    expect(answer).toEqual({
      outcome: 'refused',
      status: 403,
      code: 'HTTP 403',
      message: '',
      serviceRequestId: 'a',
    });
  });
});

describe('no answer to a call', () => {
  it.each([
    'ECONNREFUSED',
    'ENOTFOUND',
    'EAI_AGAIN',
    'DEPTH_ZERO_SELF_SIGNED_CERT',
    'SELF_SIGNED_CERT_IN_CHAIN',
    'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
    'CERT_HAS_EXPIRED',
    'ERR_TLS_CERT_ALTNAME_INVALID',
  ])('with %s was not sent', (code) => {
    expect(answerOfFailure(failure(code), true).outcome).toBe('notSent');
  });

  it.each([
    'ECONNRESET',
    'EPIPE',
    'ETIMEDOUT',
    'EHOSTUNREACH',
    'ENETUNREACH',
    'REQUEST_SEND_ERROR',
    'PARSE_ERROR',
  ])('with %s may have been taken', (code) => {
    expect(answerOfFailure(failure(code), true).outcome).toBe('unknown');
  });

  it('was not sent when it failed before the network, whatever the error', () => {
    expect(answerOfFailure(failure('ECONNRESET'), false).outcome).toBe('notSent');
    expect(answerOfFailure('odd', false)).toEqual({
      outcome: 'notSent',
      reason: quoted(coded('connectionToAzure'), 'odd'),
    });
  });
});
