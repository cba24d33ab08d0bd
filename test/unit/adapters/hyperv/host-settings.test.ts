import { describe, expect, it } from 'vitest';
import { checkHosts, type HostSettings } from '../../../../adapters/hyperv/host-settings.ts';

const timeouts = { startMs: 20_000, readMs: 40_000, writeMs: 40_000 };

const host = (fields: Partial<HostSettings> = {}): HostSettings => ({
  name: 'HV-01',
  kind: 'hyperV',
  computer: 'hv-01.corp.example',
  endpoint: 'Failback',
  timeouts,
  ...fields,
});

describe('the settings of servers', () => {
  it('may name the machine itself', () => {
    const local: HostSettings = { name: '웹 서버 (1)', kind: 'vmm', timeouts };

    expect(() => checkHosts([local, host()])).not.toThrow();
    expect(() => checkHosts([])).not.toThrow();
  });

  it.each<[string, Partial<HostSettings>]>([
    ['name', { name: '' }],
    ['name', { name: 'a\nb' }],
    ['computer', { computer: "hv-01'; Stop-VM *" }],
    ['computer', { computer: '-ComputerName' }],
    ['computer', { computer: 'hv_01.corp.example/x' }],
    ['endpoint', { endpoint: 'Failback -Force' }],
    ['outboundHosts.0', { outboundHosts: ['*.blob.core.windows.net'] }],
    ['timeouts.readMs', { timeouts: { ...timeouts, readMs: 0 } }],
    ['timeouts.startMs', { timeouts: { ...timeouts, startMs: 2 ** 31 } }],
  ])('are refused with the place: %s, %j', (place, fields) => {
    expect(() => checkHosts([host(), host({ name: 'HV-02', ...fields })])).toThrow(
      `hosts.1.${place}: `,
    );
  });

  it('name all that is wrong at once', () => {
    const { computer, ...withoutComputer } = host();
    const { endpoint, ...withoutEndpoint } = host({ name: 'HV-02' });

    expect(() => checkHosts([withoutComputer, withoutEndpoint])).toThrow(
      /hosts\.0\.endpoint: computer and endpoint go together\nhosts\.1\.endpoint: /,
    );
    expect([computer, endpoint]).toEqual(['hv-01.corp.example', 'Failback']);
  });

  it('do not name a server twice', () => {
    expect(() => checkHosts([host(), host({ name: 'hv-01' })])).toThrow('the same name');
  });
});
