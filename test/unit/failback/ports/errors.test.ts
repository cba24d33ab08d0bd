import { describe, expect, it } from 'vitest';
import { InputError } from '../../../../bot/chat/input-error.ts';
import {
  AccessError,
  ConfigError,
  ConflictError,
  FailbackError,
  UpstreamError,
} from '../../../../bot/failback/ports/errors.ts';
import { inEnglish } from '../../../../bot/messages/dictionary/in-english.ts';

describe('the errors that the bot knows', () => {
  it('carry a code, words for people and their cause', () => {
    const cause = new Error('socket closed');
    const error = new InputError('vm-unknown', 'There is no such VM.', { cause });

    expect(error).toBeInstanceOf(FailbackError);
    expect(error).toMatchObject({
      name: 'InputError',
      code: 'vm-unknown',
      userMessage: 'There is no such VM.',
      message: 'vm-unknown: There is no such VM.',
      cause,
    });
  });

  it('name themselves', () => {
    expect(new AccessError('role', 'Only an approver may.').name).toBe('AccessError');
  });

  it('name the failback that is in the way, where there is one', () => {
    const busy = new ConflictError('targetBusy', 'Taken.', { failbackId: 'FB-7K3M' });

    expect(busy.failbackId).toBe('FB-7K3M');
    expect(new ConflictError('revision', 'Moved on.').failbackId).toBeUndefined();
  });

  it('tell how a service failed', () => {
    const facts = { service: 'azure', operation: 'commit', status: 503, retryable: true };

    expect(new UpstreamError('azure-503', 'Azure is busy.', facts).facts).toEqual(facts);
  });

  it('list every problem of the settings', () => {
    const error = new ConfigError(['line 1: no vault', 'line 2: no people']);

    expect(error.problems).toHaveLength(2);
    expect(inEnglish(error.userMessage)).toBe('line 1: no vault\nline 2: no people');
  });
});
