import { describe, expect, it } from 'vitest';
import type { FailbackEvent } from '../../../../bot/failback/state/events.ts';
import { isFailbackStream } from '../../../../bot/failback/state/ledger.ts';
import { openChange, threadsStream } from '../../../../bot/failback/state/threads.ts';
import { mina } from '../../../support/failback-story.ts';

const entries = (...events: readonly FailbackEvent[]) =>
  events.map((event, index) => ({
    sequence: index + 1,
    stream: 'HOST-hv-a',
    revision: index + 1,
    at: (index + 1) * 1_000,
    event,
    hash: '',
  }));

const intended = (threads: number, before?: number): FailbackEvent => ({
  type: 'threadsIntended',
  by: mina,
  host: 'HV-A',
  threads,
  ...(before !== undefined && { before }),
});
const set: FailbackEvent = { type: 'threadsSet', host: 'HV-A', threads: 8 };
const restored: FailbackEvent = { type: 'threadsRestored', host: 'HV-A' };

describe('the download threads of a server', () => {
  it('have nothing to be put back as long as nobody changed them', () => {
    expect(openChange([])).toBeUndefined();
  });

  it('go back to what they were, as soon as the change is intended', () => {
    expect(openChange(entries(intended(8, 2)))).toEqual({ before: 2, at: 1_000 });
    expect(openChange(entries(intended(8, 2), set))).toEqual({ before: 2, at: 1_000 });
  });

  it('go back to no value where there was none', () => {
    expect(openChange(entries(intended(8), set))).toEqual({ at: 1_000 });
  });

  it('go back to the first value after several changes', () => {
    expect(openChange(entries(intended(8, 2), set, intended(16, 8), set))).toEqual({
      before: 2,
      at: 1_000,
    });
  });

  it('are put back once, and a later change counts anew', () => {
    expect(openChange(entries(intended(8, 2), set, restored))).toBeUndefined();
    expect(openChange(entries(intended(8, 2), restored, intended(16, 4)))).toEqual({
      before: 4,
      at: 3_000,
    });
  });

  it('stand in a stream of their own server, which is no failback', () => {
    expect(threadsStream('HV-A')).toBe('HOST-hv-a');
    expect(threadsStream('hv a/1')).toBe('HOST-hv_a_1');
    expect(isFailbackStream(threadsStream('FB-1'))).toBe(false);
  });
});
