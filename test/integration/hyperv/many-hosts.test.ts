import { describe, expect, it, vi } from 'vitest';
import { coded } from '../../../bot/failback/words/coded.ts';
import { startDataCentre, TIMEOUTS } from '../../support/hyperv.ts';

describe('many servers', () => {
  it('answer while one of them hangs', async () => {
    const { connect, clock } = await startDataCentre();
    const names = Array.from({ length: 10 }, (_, at) => `hv-0${at}.corp.example`);
    const [hanging, ...others] = names.map((name) => connect(name));
    hanging?.server.misbehave({ kind: 'hang' });

    const hung = hanging?.host.readDownload();
    const answers = await Promise.all(
      others.flatMap(({ host }) => [host.readDownload(), host.probe(), host.readDownload()]),
    );

    // No time has passed in the connector: nobody can have waited for the one that hangs.
    expect(new Set(answers.map(({ outcome }) => outcome))).toEqual(new Set(['ok']));
    await vi.waitFor(() => expect(hanging?.server.calls).toHaveLength(1), 10_000);
    await clock.advance(TIMEOUTS.readMs);
    expect(await hung).toMatchObject({ outcome: 'unreachable' });
  });
});

describe('a server that does not answer', () => {
  it('is left alone after the third time, and asked again when the pause is over', async () => {
    const { connect, clock } = await startDataCentre();
    const { server, host } = connect('hv-01.corp.example');
    server.access = 'away';

    for (let call = 0; call < 5; call += 1) await host.readDownload();
    expect(server.calls).toHaveLength(3);
    expect(await host.setDownloadThreads(8)).toEqual({
      outcome: 'unreachable',
      why: coded('serverPaused', { server: 'hv-01.corp.example', count: 3, seconds: 30 }),
    });

    clock.pass(30_000);
    await host.readDownload();
    await host.readDownload();
    expect(server.calls).toHaveLength(4);

    clock.pass(30_000);
    server.access = 'open';
    expect(await host.readDownload()).toMatchObject({ outcome: 'ok' });
    server.access = 'away';
    for (let call = 0; call < 5; call += 1) await host.readDownload();
    expect(server.calls).toHaveLength(8);
  });

  it('is told apart from one that answers that it may not, or that there is none', async () => {
    const { connect } = await startDataCentre();
    const { server, host } = connect('hv-01.corp.example');

    for (let call = 0; call < 5; call += 1) await host.readVm({ name: 'web-01' });
    server.access = 'forbidden';
    for (let call = 0; call < 5; call += 1) await host.readDownload();

    expect(server.calls).toHaveLength(10);
  });

  it('leaves it open whether it did a write, unless nothing can have reached it', async () => {
    const { connect } = await startDataCentre();
    const { server, host } = connect('hv-01.corp.example');

    server.access = 'away';
    expect(await host.setDownloadThreads(8)).toMatchObject({ outcome: 'unreachable' });
    expect(server.downloadThreads).toBeUndefined();
    server.access = 'mute';
    expect(await host.setDownloadThreads(8)).toMatchObject({ outcome: 'unknown' });
    expect(server.downloadThreads).toBe(8);
  });

  it('keeps only so many calls waiting', async () => {
    const { connect } = await startDataCentre();
    const { server, host } = connect('hv-01.corp.example');

    const answers = await Promise.all(Array.from({ length: 150 }, () => host.readDownload()));

    const refused = answers.filter(({ outcome }) => outcome === 'unreachable');
    expect(refused).toHaveLength(150 - server.calls.length);
    expect(refused[0]).toMatchObject({
      why: coded('tooManyCalls', { server: 'hv-01.corp.example' }),
    });
    expect(server.calls.length).toBeLessThan(110);
  });
});
