import { array, assert, asyncProperty, constantFrom } from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { coded } from '../../../bot/failback/words/coded.ts';
import type { Habit } from '../../../simulators/hyperv/habits.ts';
import { PLAIN_STYLE, type ShellStyle } from '../../../simulators/hyperv/shell-messages.ts';
import { passAftermath, startDataCentre, TIMEOUTS } from '../../support/hyperv.ts';

const OK = { outcome: 'ok' };
const UNREADABLE = { outcome: 'failed', errorId: 'unreadable' };
const SILENT = { outcome: 'unreachable' };
const UNKNOWN = { outcome: 'unknown' };

/** After two processes in a row that were of no use. */
const RESTART_PAUSE_MS = 1_000;

const LONGER_THAN_ANY_PAUSE_MS = 120_000;

interface Case {
  readonly habit: Habit;
  readonly read: object;
  readonly write: object;
  /** Whether another process has to take the next call. */
  readonly replaces: boolean;
}

const CASES: readonly Case[] = [
  { habit: { kind: 'noise' }, read: OK, write: OK, replaces: false },
  { habit: { kind: 'pieces', size: 7, gapMs: 1 }, read: OK, write: OK, replaces: false },
  { habit: { kind: 'slow', ms: 50 }, read: OK, write: OK, replaces: false },
  { habit: { kind: 'flood', characters: 1_000_000 }, read: OK, write: OK, replaces: false },
  { habit: { kind: 'flood', characters: 8_000_000 }, read: SILENT, write: UNKNOWN, replaces: true },
  { habit: { kind: 'exit', code: 0 }, read: SILENT, write: UNKNOWN, replaces: true },
  { habit: { kind: 'exit', code: 1 }, read: SILENT, write: UNKNOWN, replaces: true },
  { habit: { kind: 'exitAfterAnswer', code: 0 }, read: OK, write: OK, replaces: true },
  { habit: { kind: 'exitAfterAnswer', code: 3 }, read: OK, write: OK, replaces: true },
  { habit: { kind: 'wrongId' }, read: SILENT, write: UNKNOWN, replaces: false },
  { habit: { kind: 'silent' }, read: SILENT, write: UNKNOWN, replaces: false },
  { habit: { kind: 'half' }, read: SILENT, write: UNKNOWN, replaces: false },
  { habit: { kind: 'garbled' }, read: UNREADABLE, write: UNKNOWN, replaces: false },
  { habit: { kind: 'twice' }, read: UNREADABLE, write: UNKNOWN, replaces: false },
  {
    habit: { kind: 'value', value: { threads: 'four' } },
    read: UNREADABLE,
    write: UNKNOWN,
    replaces: false,
  },
  { habit: { kind: 'value', value: null }, read: UNREADABLE, write: UNKNOWN, replaces: false },
];

describe('a shell with bad habits', () => {
  it.each(CASES)('is understood, or found out: $habit', async (one) => {
    const { connect, simulator, clock } = await startDataCentre();
    const { server, host } = connect('hv-01.corp.example');

    server.misbehave(one.habit);
    expect(await host.readDownload()).toMatchObject(one.read);
    server.misbehave(one.habit);
    expect(await host.setDownloadThreads(8)).toMatchObject(one.write);
    clock.pass(RESTART_PAUSE_MS);
    expect(await host.readDownload()).toMatchObject(OK);

    const writes = server.calls.filter(({ operation }) => operation === 'setDownloadThreads');
    expect(writes).toHaveLength(1);
    expect(simulator.shells).toHaveLength(one.replaces ? 3 : 1);
  });

  it.each([{ kind: 'hang' }, { kind: 'readOn' }] satisfies readonly Habit[])(
    'is given up when its time is over: $kind',
    async (habit) => {
      const { connect, clock, simulator } = await startDataCentre();
      const { server, host } = connect('hv-01.corp.example');

      server.misbehave(habit, 2);
      const read = host.readDownload();
      await vi.waitFor(() => expect(server.calls).toHaveLength(1), 10_000);
      await clock.advance(TIMEOUTS.readMs);
      expect(await read).toEqual({
        outcome: 'unreachable',
        why: coded('commandTimedOut', { seconds: 40 }),
      });
      const write = host.setDownloadThreads(8);
      await vi.waitFor(() => expect(server.calls).toHaveLength(2), 10_000);
      await clock.advance(TIMEOUTS.writeMs);
      expect(await write).toEqual({
        outcome: 'unknown',
        why: coded('commandTimedOut', { seconds: 60 }),
      });
      clock.pass(RESTART_PAUSE_MS);

      expect(await host.readDownload()).toMatchObject(OK);
      expect(server.calls).toHaveLength(3);
      expect(simulator.shells).toHaveLength(3);
    },
  );

  it('is understood, or found out, in any order of habits, and no write is sent twice', async () => {
    const { connect, clock } = await startDataCentre();
    const { server, host } = connect('hv-01.corp.example');
    const habits = array(constantFrom(...CASES), { minLength: 12, maxLength: 12 });

    await assert(
      asyncProperty(habits, async (order) => {
        for (const [at, { habit, write }] of order.entries()) {
          const before = server.calls.length;
          clock.pass(LONGER_THAN_ANY_PAUSE_MS);
          server.misbehave(habit);
          expect(await host.setDownloadThreads(at + 1)).toMatchObject(write);
          expect(server.calls.slice(before).map(({ arguments: args }) => args)).toEqual([
            { threads: at + 1 },
          ]);
        }
      }),
      { numRuns: 2, endOnFailure: true },
    );
  });

  it('is believed when it answers and then hangs, and is replaced', async () => {
    const { connect, clock, simulator } = await startDataCentre();
    const { server, host } = connect('hv-01.corp.example');
    server.misbehave({ kind: 'hangAfterAnswer' });

    const write = host.setDownloadThreads(8);
    await passAftermath(clock);

    expect(await write).toMatchObject({ outcome: 'ok', value: { threads: 8 } });
    expect(await host.readDownload()).toMatchObject(OK);
    expect(simulator.shells).toHaveLength(2);
  });

  it('is not believed when it answers about something else', async () => {
    const { connect } = await startDataCentre();
    const { server, host } = connect('hv-01.corp.example');
    const [asked, other] = [server.addVm({ name: 'web-01' }), server.addVm({ name: 'web-02' })];
    const sight = await host.readVm({ name: 'web-02' });
    const value = 'value' in sight ? sight.value : undefined;
    expect(value).toMatchObject({ id: other.id });

    server.misbehave({ kind: 'value', value }, 3);
    expect(await host.readVm({ id: asked.id, name: 'web-02' })).toMatchObject(UNREADABLE);
    expect(await host.readVm({ name: 'web-01' })).toMatchObject(UNREADABLE);
    expect(await host.setStartAction(asked.id, 'Nothing')).toMatchObject(UNKNOWN);
    server.misbehave({ kind: 'value', value: [{ port: 443, isOpen: true }] });
    expect(await host.checkPorts('10.20.0.4', [443, 444])).toMatchObject(UNREADABLE);
  });

  it('leaves it open whether a write was done whose answer is lost, and it is read again', async () => {
    const { connect } = await startDataCentre();
    const { server, host } = connect('hv-01.corp.example');

    server.misbehave({ kind: 'exit', code: 0, isTaken: true });
    expect(await host.setDownloadThreads(16)).toMatchObject(UNKNOWN);

    expect(await host.readDownload()).toMatchObject({ value: { threads: 16 } });
  });

  it.each<Partial<ShellStyle>>([
    { newline: '\r\n' },
    { isCoalescing: true },
    { newline: '\r\n', isCoalescing: true },
    { hasByteOrderMark: true },
    { isNoisy: true, newline: '\r\n', hasByteOrderMark: true, isCoalescing: true },
    { hasEscapeCodes: true },
  ])('is understood however it writes: %o', async (style) => {
    const { connect, simulator } = await startDataCentre();
    simulator.style = { ...PLAIN_STYLE, ...style };
    const { server, host } = connect('hv-01.corp.example');
    server.addVm({ name: '웹-01' });

    for (let call = 0; call < 5; call += 1) {
      expect(await host.readVm({ name: '웹-01' })).toMatchObject({ value: { name: '웹-01' } });
    }

    expect(simulator.shells).toHaveLength(1);
  });

  it('is not used when it never says that a command has ended', async () => {
    const { connect, simulator, clock } = await startDataCentre();
    simulator.style = { ...PLAIN_STYLE, hasEscapeCodes: true, isCoalescing: true };
    const { host } = connect('hv-01.corp.example');

    const answer = host.readDownload();
    await vi.waitFor(() => expect(simulator.lines).toHaveLength(1), 10_000);
    await clock.advance(TIMEOUTS.startMs);

    expect(await answer).toEqual({
      outcome: 'unreachable',
      why: coded('shellStartFailed', { why: coded('shellNotReadyWithin', { seconds: 20 }) }),
    });
  });
});
