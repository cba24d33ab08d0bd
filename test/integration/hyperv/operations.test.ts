import { describe, expect, it } from 'vitest';
import { startDataCentre } from '../../support/hyperv.ts';

/** Names and paths that mean something to PowerShell, to JSON, to a console or to a file system. */
const HOSTILE = [
  `"; Stop-VM * #`,
  `'; Stop-VM * #`,
  '’; Stop-VM * #',
  '$(Stop-VM *)',
  '`$x`n`"',
  '@{a=1};{Stop-VM}',
  '*?[a-z]',
  '<<FB:x:y:FB>>',
  '[Console]::Out.Write("x")',
  '%PATH% & | > < ^ ; ,',
  '웹서버-01 가나다',
  '😀👩‍👩‍👧 ﷽ e\u0301',
  ' leading and trailing ',
  '\\\\server\\share\\..\\..',
];

/** The only lines that a shell is ever given, besides the marks. */
const KNOWN_LINES =
  /^(Import-Module -Name '[^']+' -Force|Invoke-FailbackOperation -Request [A-Za-z0-9+/]+=*)$/;

describe('a server behind PowerShell', () => {
  it('tells its health', async () => {
    const { connect } = await startDataCentre();
    const { server, host } = connect('hv-01.corp.example');
    server.breakService('obengine');
    server.blocked.add('login.microsoftonline.com');
    server.agentVersion = undefined;

    expect(await host.probe()).toEqual({
      outcome: 'ok',
      readAt: expect.any(Number),
      value: {
        kind: 'hyperV',
        windows: 'Windows Server 2022, 10.0.20348',
        isHypervInstalled: true,
        isServerCore: false,
        services: [
          { name: 'vmms', state: 'running', isExpected: true },
          { name: 'obengine', state: 'stopped', isExpected: true },
          { name: 'dra', state: 'running', isExpected: true },
          { name: 'SCVMMService', state: 'missing', isExpected: false },
        ],
        outbound: [{ host: 'login.microsoftonline.com', isOpen: false }],
        providerVersion: '5.1.8801.0',
        volumes: [{ path: 'C:\\', freeMb: 800_000, sizeMb: 2_000_000 }],
        switches: ['External'],
      },
    });
  });

  it('tells of a VM by its id, also when another one has the same name', async () => {
    const { connect } = await startDataCentre();
    const { server, host } = connect('hv-01.corp.example');
    const first = server.addVm({ name: 'web-01' });
    const second = server.addVm({ name: 'web-01', state: 'protected', addresses: ['10.20.0.9'] });

    expect(await host.readVm({ name: 'web-01' })).toMatchObject({
      outcome: 'failed',
      errorId: 'FailbackVmAmbiguous',
    });
    expect(await host.readVm({ id: first.id.toUpperCase(), name: 'web-01' })).toMatchObject({
      value: { id: first.id, state: 'Off', heartbeat: 'unknown', addresses: [] },
    });
    expect(await host.readVm({ id: second.id, name: 'web-01' })).toMatchObject({
      value: { id: second.id, state: 'Running', heartbeat: 'ok', addresses: ['10.20.0.9'] },
    });
  });

  it('tells absent, forbidden and unreachable apart', async () => {
    const { connect } = await startDataCentre();
    const { server, host } = connect('hv-01.corp.example');
    const outcome = async () => (await host.readVm({ name: 'web-01' })).outcome;

    expect(await outcome()).toBe('absent');
    server.access = 'forbidden';
    expect(await outcome()).toBe('forbidden');
    server.access = 'away';
    expect(await outcome()).toBe('unreachable');
  });

  it('sets and removes the download threads and answers with what is then read', async () => {
    const { connect } = await startDataCentre();
    const { server, host } = connect('hv-01.corp.example');
    server.throttleKbps = 512;

    expect(await host.readDownload()).toMatchObject({ value: { throttleKbps: 512 } });
    expect(await host.setDownloadThreads(32)).toMatchObject({ value: { threads: 32 } });
    expect(server.downloadThreads).toBe(32);
    const removed = await host.setDownloadThreads(undefined);
    expect(removed).toEqual({
      outcome: 'ok',
      readAt: expect.any(Number),
      value: { throttleKbps: 512 },
    });
    expect(server.downloadThreads).toBeUndefined();
  });

  it('sets what a VM does when the server starts', async () => {
    const { connect } = await startDataCentre();
    const { server, host } = connect('hv-01.corp.example');
    const vm = server.addVm({ name: 'web-01' });

    expect(await host.setStartAction(vm.id, 'Nothing')).toMatchObject({
      value: { id: vm.id, startAction: 'Nothing' },
    });
    expect(vm.startAction).toBe('Nothing');
  });

  it('makes a private switch, and none where the name is taken in any case', async () => {
    const { connect } = await startDataCentre();
    const { server, host } = connect('hv-01.corp.example');

    expect(await host.createSwitch('Production')).toMatchObject({
      value: { switches: ['External', 'Production'] },
    });
    expect(await host.createSwitch('PRODUCTION')).toMatchObject({ outcome: 'ok' });
    expect(await host.createSwitch('a\u2028b')).toMatchObject({ errorId: 'refusedArgument' });
    expect(server.switches).toEqual(['External', 'Production']);
  });

  it('asks the ports of a VM from the server', async () => {
    const { connect } = await startDataCentre();
    const { server, host } = connect('hv-01.corp.example');
    server.addVm({ name: 'web-01', state: 'protected', addresses: ['10.20.0.4', 'fe80::1'] });

    expect(await host.checkPorts('10.20.0.4', [443, 8080])).toMatchObject({
      value: [
        { port: 443, isOpen: true },
        { port: 8080, isOpen: false },
      ],
    });
    expect(await host.checkPorts('fe80::1', [443])).toMatchObject({ value: [{ isOpen: true }] });
  });

  it('sends nothing that no server needs to hear', async () => {
    const { connect, simulator } = await startDataCentre();
    const { host } = connect('hv-01.corp.example');

    const refused = await Promise.all([
      host.readVm({ name: '' }),
      host.readVm({ name: 'a\nb' }),
      host.readVm({ name: 'a\u0000b' }),
      host.readVm({ name: 'a\u2028b' }),
      host.readVm({ id: 'x', name: 'web-01' }),
      host.setStartAction('*', 'Nothing'),
      host.setDownloadThreads(0),
      host.setDownloadThreads(33),
      host.setDownloadThreads(1.5),
      host.checkPorts('10.20.0.4; Stop-VM *', [443]),
      host.checkPorts('10.20.0.4', []),
      host.checkPorts('10.20.0.4', [0]),
      host.checkPorts(
        '10.20.0.4',
        Array.from({ length: 17 }, (_, port) => port + 1),
      ),
    ]);

    for (const answer of refused) {
      expect(answer).toMatchObject({ outcome: 'failed', errorId: 'refusedArgument' });
    }
    expect(simulator.shells).toEqual([]);
  });

  it('finds VMs of hostile names, and nothing else happens', async () => {
    const { connect, simulator } = await startDataCentre();
    const { server, host } = connect('hv-01.corp.example');
    for (const name of HOSTILE) server.addVm({ name });

    for (const name of HOSTILE) {
      const path = expect.stringContaining(`\\${name}\\`);
      expect(await host.readVm({ name })).toMatchObject({ value: { name, disks: [{ path }] } });
    }

    expect(server.calls.map(({ arguments: { name } }) => name)).toEqual(HOSTILE);
    expect(simulator.lines).toHaveLength(2 + HOSTILE.length);
    for (const line of simulator.lines) expect(line).toMatch(KNOWN_LINES);
  });

  it('gives everybody who asks at the same time their own answer', async () => {
    const { connect } = await startDataCentre();
    const { server, host } = connect('hv-01.corp.example');
    const names = Array.from({ length: 40 }, (_, at) => `web-${at}`);
    for (const name of names) server.addVm({ name });

    const answers = await Promise.all(names.map((name) => host.readVm({ name })));

    expect(answers).toMatchObject(names.map((name) => ({ outcome: 'ok', value: { name } })));
  });

  it('hands on line breaks and other controls in what a server says', async () => {
    const { connect } = await startDataCentre();
    const { server, host } = connect('hv-01.corp.example');
    const name = 'a\r\nb\u0007\u001b[2J\u2028:FB>>';
    const vm = server.addVm({ name });
    server.diskFolder = 'C:\\x\ny';

    expect(await host.readVm({ id: vm.id, name: 'web-01' })).toMatchObject({
      value: { name, disks: [{ path: expect.stringContaining('C:\\x\ny') }] },
    });
  });

  it('is known to Azure by the names in the settings, else by its own', async () => {
    const { connect } = await startDataCentre();
    const { host } = connect('HV-01.corp.example');

    expect(host.azureNames).toEqual(['hv-01.corp.example']);
  });

  it('leaves the bot’s own environment outside of the shell, but for what a shell needs', async () => {
    const { connect, simulator } = await startDataCentre();
    const { host } = connect('hv-01.corp.example', {
      environment: {
        Path: '/usr/bin',
        SLACK_BOT_TOKEN: 'xoxb-0',
        NODE_POWERSHELL: '/bin/false',
        DEBUG: '*',
        TERM: 'xterm',
      },
    });

    await host.readDownload();

    expect(simulator.shells[0]?.environment.toSorted()).toEqual([
      'NO_COLOR',
      'POWERSHELL_TELEMETRY_OPTOUT',
      'POWERSHELL_UPDATECHECK',
      'Path',
      'TERM',
    ]);
    expect(simulator.shells[0]?.argv.join(' ')).toBe(
      '-NoLogo -NoProfile -NonInteractive -InputFormat Text -OutputFormat Text -NoExit -Command -',
    );
  });
});
