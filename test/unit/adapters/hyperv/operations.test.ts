import { describe, expect, it } from 'vitest';
import { OPERATIONS } from '../../../../adapters/hyperv/operations.ts';
import { shellEnvironment } from '../../../../adapters/hyperv/shell/shell-environment.ts';

describe('the operations', () => {
  it('are called by the names they are listed under', () => {
    for (const [name, operation] of Object.entries(OPERATIONS)) expect(operation.name).toBe(name);
  });

  it('change a server only by the two that are called set', () => {
    const writes = Object.values(OPERATIONS).filter(({ isWrite }) => isWrite);

    expect(writes.map(({ name }) => name)).toEqual([
      'setDownloadThreads',
      'setStartAction',
      'createSwitch',
    ]);
  });

  it('leave out of the arguments what no operation knows', () => {
    const vm = { name: 'web-01', script: 'Stop-VM *' };

    expect(OPERATIONS.readVm.arguments.parse(vm)).toEqual({ name: 'web-01' });
  });
});

describe('the environment of a shell', () => {
  it('holds what PowerShell needs, in any case, and nothing else of the bot’s', () => {
    const own = {
      SystemRoot: 'C:\\Windows',
      PATH: '/usr/bin',
      HOME: undefined,
      AZURE_CLIENT_SECRET: 'x',
      PSModulePath: 'C:\\Elsewhere',
      NODE_OPTIONS: '--inspect',
      NODE_POWERSHELL: 'cmd',
      DEBUG: '*',
      NO_COLOR: '0',
    };

    expect(shellEnvironment(own)).toEqual({
      SystemRoot: 'C:\\Windows',
      PATH: '/usr/bin',
      TERM: 'dumb',
      NO_COLOR: '1',
      POWERSHELL_TELEMETRY_OPTOUT: '1',
      POWERSHELL_UPDATECHECK: 'Off',
    });
  });
});
