import { describe, expect, it } from 'vitest';
import { hostAnswer } from '../../../../adapters/hyperv/host-answers.ts';
import { OPERATIONS } from '../../../../adapters/hyperv/operations.ts';
import type { ShellAnswer } from '../../../../adapters/hyperv/shell/answer-reader.ts';
import { ENGLISH } from '../../../support/catalogue/spoken.ts';

const READ = OPERATIONS.readDownload;
const WRITE = OPERATIONS.setDownloadThreads;
const NOW = 1_000;

type Refusal = Extract<ShellAnswer, { ok: false }>['error'];

const refused = (error: Partial<Refusal>) => ({
  kind: 'answered' as const,
  answer: {
    id: '',
    ok: false as const,
    error: { kind: 'failed' as const, id: '', type: '', message: '', ...error },
  },
});

const answered = (value: unknown) => ({
  kind: 'answered' as const,
  answer: { id: '', ok: true as const, value },
});

describe('the port’s answer', () => {
  it('is the value with the time it came, without what the port does not know', () => {
    expect(hostAnswer(READ, answered({ threads: 8, rubbish: 1 }), NOW)).toEqual({
      outcome: 'ok',
      value: { threads: 8 },
      readAt: NOW,
    });
  });

  it('names the field that can not be read', () => {
    expect(hostAnswer(READ, answered({ threads: 'four' }), NOW)).toMatchObject({
      outcome: 'failed',
      errorId: 'unreadable',
      why: { code: 'answerInvalid', facts: { problem: expect.stringContaining('threads') } },
    });
  });

  it.each(['forbidden', 'absent'] as const)('is %s for a read and a write alike', (kind) => {
    expect(hostAnswer(READ, refused({ kind }), NOW).outcome).toBe(kind);
    expect(hostAnswer(WRITE, refused({ kind }), NOW).outcome).toBe(kind);
  });

  it('is unknown for a write whose way may have broken after it was sent', () => {
    const lost = refused({ kind: 'unreachable', id: 'FailbackNoAnswer' });
    const notOpened = refused({ kind: 'unreachable', id: '53,PSSessionOpenFailed' });

    expect(hostAnswer(READ, lost, NOW).outcome).toBe('unreachable');
    expect(hostAnswer(WRITE, lost, NOW).outcome).toBe('unknown');
    expect(hostAnswer(WRITE, notOpened, NOW).outcome).toBe('unreachable');
  });

  it('is unknown for a write that has no answer, and never for one that was not sent', () => {
    const why = 'x';

    expect(hostAnswer(WRITE, { kind: 'silent', why }, NOW)).toEqual({ outcome: 'unknown', why });
    expect(hostAnswer(WRITE, { kind: 'unreadable' }, NOW).outcome).toBe('unknown');
    expect(hostAnswer(WRITE, answered({ threads: 'four' }), NOW).outcome).toBe('unknown');
    expect(hostAnswer(WRITE, { kind: 'notSent', why }, NOW).outcome).toBe('unreachable');
    expect(hostAnswer(READ, { kind: 'silent', why }, NOW).outcome).toBe('unreachable');
  });

  it('says why in one line, and says something when the server does not', () => {
    const why = (error: Partial<Refusal>) => {
      const answer = hostAnswer(READ, refused(error), NOW);
      return 'why' in answer ? ENGLISH.text(answer.why) : '';
    };

    expect(why({ message: ' a\r\n\u001b[31mb\u0000 ' })).toBe('PowerShell: “a [31mb”');
    expect(why({ message: 'x'.repeat(10_000) })).toBe(`PowerShell: “${'x'.repeat(500)}”`);
    expect(why({ id: 'SomeError' })).toBe('PowerShell: “SomeError”');
    expect(why({ type: 'System.Exception' })).toBe('PowerShell: “System.Exception”');
    expect(why({})).toBe('The server did not say why.');
  });
});
