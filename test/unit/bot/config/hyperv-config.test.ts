import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { checkHosts } from '../../../../adapters/hyperv/host-settings.ts';
import {
  type HypervSettings,
  hostsOf,
  verificationOf,
} from '../../../../bot/config/sections/hyperv-settings.ts';
import { ENV, GOOD, load, problems, removeFiles } from './settings-file.ts';

afterAll(removeFiles);

/** The good settings with a host connector. */
const withHosts = (...lines: readonly string[]) =>
  `${GOOD}hyperv:\n${lines.map((line) => `  ${line}\n`).join('')}`;

function hypervOf(yaml: string): HypervSettings {
  const { hyperv } = load(yaml);
  if (hyperv === undefined) throw new Error('there is no section hyperv');
  return hyperv;
}

describe('the section hyperv', () => {
  it('may be left out: then there is no server and nothing to prove', () => {
    const { hyperv } = load(GOOD);

    expect(hyperv).toBeUndefined();
    expect(verificationOf(hyperv).wantedOf('web-01')).toEqual({ ports: [] });
  });

  it('needs no more than a name for each server', () => {
    expect(hypervOf(withHosts('hosts: [{ name: hv-01 }]'))).toEqual({
      hosts: [
        {
          name: 'hv-01',
          kind: 'hyperV',
          endpoint: 'Failback',
          outboundHosts: ['management.azure.com', 'login.microsoftonline.com'],
          timeoutSeconds: 45,
        },
      ],
      verification: { patienceMinutes: 10, ports: [] },
    });
  });

  it('names what is wrong by line', () => {
    const found = problems(
      withHosts(
        'hosts:',
        '  - { name: hv 01, computer: "hv-01;calc" }',
        '  - { name: HV-02, timeoutSeconds: 0 }',
        '  - { name: hv-02, kind: esx, outboundHosts: ["*.example.com"] }',
        'verification: { ports: [{ vm: web-01, ports: [70000] }, { vm: WEB-01, ports: [] }] }',
      ),
    );

    expect(
      found.map((problem) => problem.replace(/^(failback\.yaml:\d+: [^:]+): .*$/, '$1')),
    ).toEqual([
      'failback.yaml:24: hyperv.hosts[0].name',
      'failback.yaml:24: hyperv.hosts[0].computer',
      'failback.yaml:25: hyperv.hosts[1].timeoutSeconds',
      'failback.yaml:26: hyperv.hosts[2].kind',
      'failback.yaml:26: hyperv.hosts[2].outboundHosts[0]',
      'failback.yaml:26: hyperv.hosts[2].name',
      'failback.yaml:27: hyperv.verification.ports[0].ports[0]',
      'failback.yaml:27: hyperv.verification.ports[1].ports',
      'failback.yaml:27: hyperv.verification.ports[1].vm',
    ]);
  });

  it('takes whole seconds alone: the connector counts in milliseconds', () => {
    expect(problems(withHosts('hosts: [{ name: hv-01, timeoutSeconds: 45.5 }]'))).toHaveLength(1);
    expect(problems(withHosts('hosts: [{ name: hv-01, timeoutSeconds: 3601 }]'))).toHaveLength(1);
  });

  it('asks for one server at least', () => {
    expect(problems(withHosts('hosts: []'))).toEqual([
      'failback.yaml:23: hyperv.hosts: is an empty list. At least one entry is needed.',
    ]);
  });
});

describe('what the connector gets', () => {
  const settings = hypervOf(
    withHosts(
      'executable: /opt/powershell/pwsh',
      'hosts:',
      '  - { name: here }',
      '  - { name: hv-01, computer: hv-01.example.com, azureNames: [HV-01], timeoutSeconds: 60 }',
    ),
  );

  it('are milliseconds, and an endpoint only where there is a computer to connect to', () => {
    const section = hostsOf(settings, ENV);

    expect(section).toMatchObject({
      executable: '/opt/powershell/pwsh',
      environment: ENV,
      hosts: [
        { name: 'here', timeouts: { startMs: 45_000, readMs: 45_000, writeMs: 45_000 } },
        {
          name: 'hv-01',
          computer: 'hv-01.example.com',
          endpoint: 'Failback',
          azureNames: ['HV-01'],
          timeouts: { startMs: 60_000, readMs: 60_000, writeMs: 60_000 },
        },
      ],
    });
    expect(section.hosts[0]).not.toHaveProperty('endpoint');
    expect(() => checkHosts(section.hosts)).not.toThrow();
  });
});

describe('what has to be proved', () => {
  it('is found by the name of the VM in any case, and is nothing but the usual elsewhere', () => {
    const { wantedOf, patienceMs } = verificationOf(
      hypervOf(
        withHosts(
          'hosts: [{ name: hv-01 }]',
          'verification: { patienceMinutes: 2.5, ports: [{ vm: Web-01, ports: [443, 3389] }] }',
        ),
      ),
    );

    expect(patienceMs).toBe(150_000);
    expect(wantedOf('WEB-01')).toEqual({ ports: [443, 3389] });
    expect(wantedOf('db-01')).toEqual({ ports: [] });
  });
});

describe('the example', () => {
  const text = readFileSync(new URL('../../../../failback.example.yaml', import.meta.url), 'utf8');
  const section = /^# hyperv:\n(?:#.*\n)+/m.exec(text)?.[0].replace(/^# ?/gm, '') ?? '';

  it('shows a section that can be used as it is, with the defaults', () => {
    const { hyperv } = parse(section);
    const shown = hypervOf(`${GOOD}${section}`);
    const least = hypervOf(withHosts('hosts: [{ name: hv-01 }]'));

    expect(shown).toEqual(hyperv);
    expect(shown.hosts[0]).toMatchObject(least.hosts[0] ?? {});
    expect(shown.verification.patienceMinutes).toBe(least.verification.patienceMinutes);
    expect(() => checkHosts(hostsOf(shown, {}).hosts)).not.toThrow();
  });
});
