import { execFile } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import type { HypervHost } from '../../../bot/failback/ports/hyperv-host.ts';
import type { Habit } from '../../../simulators/hyperv/habits.ts';
import { PLAIN_STYLE } from '../../../simulators/hyperv/shell-messages.ts';
import { ENGLISH } from '../../support/catalogue/spoken.ts';
import { passAftermath, startDataCentre, TIMEOUTS } from '../../support/hyperv.ts';

const OK = { outcome: 'ok' };

function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'failback-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

const whyOf = async (host: HypervHost) => {
  const answer = await host.readDownload();
  return 'why' in answer ? `${answer.outcome}: ${ENGLISH.text(answer.why)}` : answer.outcome;
};

describe('the life of a shell', () => {
  it('begins with the first call and is shared by those that follow', async () => {
    const { connect, simulator } = await startDataCentre();
    const { host } = connect('hv-01.corp.example');
    expect(simulator.shells).toHaveLength(0);

    await Promise.all(Array.from({ length: 20 }, () => host.readDownload()));

    expect(simulator.shells).toHaveLength(1);
  });

  it('serves the calls that waited behind one that hung', async () => {
    const { connect, simulator, clock } = await startDataCentre();
    const { server, host } = connect('hv-01.corp.example');
    server.misbehave({ kind: 'hang' });

    const answers = [host.readDownload(), host.setDownloadThreads(8), host.readDownload()];
    await vi.waitFor(() => expect(server.calls).toHaveLength(1), 10_000);
    await clock.advance(TIMEOUTS.readMs);

    expect(await Promise.all(answers)).toMatchObject([
      { outcome: 'unreachable' },
      { outcome: 'ok', value: { threads: 8 } },
      { outcome: 'ok', value: { threads: 8 } },
    ]);
    expect(simulator.shells).toHaveLength(2);
  });

  it('settles every call that waits when processes die one after the other', async () => {
    const { connect } = await startDataCentre();
    const { server, host } = connect('hv-01.corp.example');
    server.misbehave({ kind: 'exit', code: 1 }, 100);

    const answers = await Promise.all(Array.from({ length: 30 }, () => host.readDownload()));

    expect(new Set(answers.map(({ outcome }) => outcome))).toEqual(new Set(['unreachable']));
    expect(server.calls).toHaveLength(2);
  });

  it('begins anew when the process was ended from outside between two calls', async () => {
    const { connect, simulator } = await startDataCentre();
    const { host } = connect('hv-01.corp.example');
    await host.readDownload();
    const [first] = simulator.shells;

    process.kill(first?.pid ?? 0, 'SIGKILL');
    await vi.waitFor(() => expect(isAlive(first?.pid ?? 0)).toBe(false), 10_000);

    expect(await host.setDownloadThreads(8)).toMatchObject(OK);
    expect(simulator.shells).toHaveLength(2);
  });

  it('waits longer and longer before it begins again, and sends nothing meanwhile', async () => {
    const { connect, simulator, clock } = await startDataCentre();
    simulator.handshake = { ...simulator.handshake, protocol: 2 };
    const { host } = connect('hv-01.corp.example');
    const started: number[] = [];

    for (let second = 0; second <= 100; second += 1) {
      await host.setDownloadThreads(8);
      while (started.length < simulator.shells.length) started.push(second);
      clock.pass(1_000);
    }

    expect(started).toEqual([0, 1, 2, 4, 9, 24, 84]);
  });

  it('is not begun again before the pause is over, which people are told', async () => {
    const { connect, simulator, clock } = await startDataCentre();
    simulator.handshake = { ...simulator.handshake, languageMode: 'ConstrainedLanguage' };
    const { host } = connect('hv-01.corp.example');

    const refused =
      'unreachable: PowerShell could not be started: it runs in ConstrainedLanguage and not in FullLanguage.';
    expect(await whyOf(host)).toBe(refused);
    expect(await whyOf(host)).toBe(refused);
    expect(await whyOf(host)).toBe(
      'unreachable: PowerShell failed several times and is not started for another 1 s.',
    );
    simulator.handshake = { ...simulator.handshake, languageMode: 'FullLanguage' };
    clock.pass(1_000);
    expect(await whyOf(host)).toBe('ok');
  });

  it('says what is missing when there is no PowerShell', async () => {
    const { connect } = await startDataCentre();
    const folder = emptyFolder();
    const missing = connect('hv-01.corp.example', { executable: join(folder, 'pwsh') });
    writeFileSync(join(folder, 'locked'), '#!/bin/sh\n');
    chmodSync(join(folder, 'locked'), 0o600);
    const impossible = connect('hv-03.corp.example', { executable: 'a\u0000b' });
    const locked = connect('hv-02.corp.example', { executable: join(folder, 'locked') });

    expect(await whyOf(missing.host)).toBe(
      'unreachable: PowerShell could not be started: PowerShell was not found.',
    );
    expect(await whyOf(locked.host)).toBe(
      'unreachable: PowerShell could not be started: PowerShell may not be run by this account.',
    );
    expect(await whyOf(impossible.host)).toBe(
      'unreachable: PowerShell could not be started: the system refused.',
    );
  });

  it.each<[Habit, string]>([
    [{ kind: 'flood', characters: 8_000_000 }, 'it wrote too much'],
    [{ kind: 'exit', code: 3 }, 'it ended with code 3'],
    [{ kind: 'exit', code: 0 }, 'it ended'],
    [{ kind: 'value', value: { protocol: 1 } }, 'its handshake cannot be read'],
    [{ kind: 'garbled' }, 'its handshake cannot be read'],
    [{ kind: 'hangAfterAnswer' }, 'it does not say when a command has ended'],
  ])('does not go on from a handshake that goes wrong: %j', async (habit, why) => {
    const { connect, simulator, clock } = await startDataCentre();
    simulator.handshakeHabit = habit;
    const { server, host } = connect('hv-01.corp.example');

    const answer = whyOf(host);
    await vi.waitFor(() => expect(simulator.lines).toHaveLength(2), 10_000);
    if (habit.kind === 'hangAfterAnswer') await passAftermath(clock);

    expect(await answer).toBe(`unreachable: PowerShell could not be started: ${why}.`);
    expect(server.calls).toEqual([]);
  });

  it('is not begun by what the bot’s environment names as PowerShell', async () => {
    const { connect } = await startDataCentre();
    const { host } = connect('hv-01.corp.example');
    vi.stubEnv('NODE_POWERSHELL', '/bin/false');
    onTestFinished(() => void vi.unstubAllEnvs());

    expect(await host.readDownload()).toMatchObject(OK);
  });

  it('prints nothing of what is sent, also where everything is printed', async () => {
    const { simulator } = await startDataCentre();
    const module = new URL('../../../adapters/hyperv/shell/lf-power-shell.ts', import.meta.url)
      .href;
    const script = `
      const { LfPowerShell } = await import(${JSON.stringify(module)});
      const shell = new LfPowerShell({ executable: ${JSON.stringify(simulator.executable)}, throwOnInvocationError: false });
      await shell.invoke('Invoke-FailbackOperation -Request c2VjcmV0');
      await shell.dispose();`;

    const { stdout, stderr } = await promisify(execFile)(
      process.execPath,
      ['--import', 'tsx', '--input-type=module', '--eval', script],
      { env: { ...process.env, DEBUG: '*' } },
    );

    expect(simulator.lines).toEqual(['Invoke-FailbackOperation -Request c2VjcmV0']);
    expect(stdout + stderr).not.toContain('c2VjcmV0');
  });

  it('says so when the shell does not find the module', async () => {
    const { simulator, open } = await startDataCentre();
    const host = open(simulator.addHost({ name: 'hv-01' }), join(emptyFolder(), 'Failback.psd1'));

    expect(await whyOf(host)).toBe(
      'unreachable: PowerShell could not be started: it does not know the module of the bot.',
    );
  });

  it('finds the module under a path with quotes, and none under one that it could misread', async () => {
    const { simulator, open } = await startDataCentre();
    const server = simulator.addHost({ name: 'hv-01' });
    const quoted = join(emptyFolder(), `it's "$(x)" \`here\`.psd1`);
    writeFileSync(quoted, '');

    expect(await whyOf(open(server, quoted))).toBe('ok');
    for (const path of ['/opt/[bot]/Failback.psd1', '/opt/봇/Failback.psd1', '/opt/a\nb.psd1']) {
      expect(() => open(server, path)).toThrow('a path of plain characters');
    }
    expect(simulator.shells).toHaveLength(1);
  });

  it('ends after a thousand calls, for another to begin', async () => {
    const { connect, simulator } = await startDataCentre();
    const { host } = connect('hv-01.corp.example');
    const outcomes = new Set<string>();

    for (let call = 0; call < 1_001; call += 1) outcomes.add((await host.readDownload()).outcome);

    expect(outcomes).toEqual(new Set(['ok']));
    expect(simulator.shells).toHaveLength(2);
    expect(isAlive(simulator.shells[0]?.pid ?? 0)).toBe(false);
  });

  it('ends with the connection, with what was under way, and takes nothing more', async () => {
    const { connect, simulator } = await startDataCentre();
    const { server, host } = connect('hv-01.corp.example');
    server.misbehave({ kind: 'hang' });
    const write = host.setDownloadThreads(8);
    const waiting = host.setDownloadThreads(9);
    await vi.waitFor(() => expect(server.calls).toHaveLength(1), 10_000);

    const closed = host.close();

    expect(await write).toMatchObject({ outcome: 'unknown' });
    expect(await waiting).toMatchObject({ outcome: 'unreachable' });
    await closed;
    expect(await whyOf(host)).toBe('unreachable: The connection to PowerShell was closed.');
    await vi.waitFor(() => expect(isAlive(simulator.shells[0]?.pid ?? 0)).toBe(false), 10_000);
    expect(simulator.shells).toHaveLength(1);
  });

  it('ends with the connection also when it has only just begun', async () => {
    const { connect, simulator } = await startDataCentre();
    simulator.handshakeHabit = { kind: 'hang' };
    const { host } = connect('hv-01.corp.example');
    const answer = whyOf(host);
    await vi.waitFor(() => expect(simulator.lines).toHaveLength(2), 10_000);

    await host.close();

    expect(await answer).toBe('unreachable: The connection to PowerShell was closed.');
    await vi.waitFor(() => expect(isAlive(simulator.shells[0]?.pid ?? 0)).toBe(false), 10_000);
  });

  it('is ended when it does not end by itself', async () => {
    const { connect, simulator, clock } = await startDataCentre();
    simulator.style = { ...PLAIN_STYLE, isStubborn: true };
    const { host } = connect('hv-01.corp.example');
    await host.readDownload();

    const closed = host.close();
    await vi.waitFor(() => expect(clock.asleep).toBe(1), 10_000);
    await clock.advance(2_000);

    await closed;
    await vi.waitFor(() => expect(isAlive(simulator.shells[0]?.pid ?? 0)).toBe(false), 10_000);
  });

  it('ends by itself when nothing is under way', async () => {
    const { connect, simulator, clock } = await startDataCentre();
    const { host } = connect('hv-01.corp.example');
    await host.readDownload();

    await host.close();

    expect(clock.asleep).toBe(0);
    await vi.waitFor(() => expect(isAlive(simulator.shells[0]?.pid ?? 0)).toBe(false), 10_000);
  });
});

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
