import { z } from 'zod';
import type { Wanted } from '../../failback/on-premises/proofs.ts';
import type { DeepReadonly } from './deep-freeze.ts';
import { durationSetting, noTwoAlike, patterned, words } from './fields.ts';

const dnsName = (rule: string) =>
  patterned(/^(?=.{1,253}$)[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?$/, rule);

const host = z
  .strictObject({
    name: patterned(
      /^[A-Za-z0-9._-]{1,64}$/,
      'letters, digits, dots, hyphens and underscores',
    ).describe('What people call the server. They type it.'),
    kind: z
      .enum(['hyperV', 'vmm'])
      .default('hyperV')
      .describe('hyperV: a Hyper-V host. vmm: a server of System Center Virtual Machine Manager.'),
    computer: dnsName('the full name of the server in DNS')
      .exactOptional()
      .describe('The server, in DNS. Left out, it is the machine that the bot runs on.'),
    endpoint: patterned(/^[A-Za-z0-9._-]{1,100}$/, 'the name of a JEA endpoint')
      .default('Failback')
      .describe('The JEA endpoint on it, from manifest/jea.'),
    azureNames: z
      .array(words())
      .min(1)
      .exactOptional()
      .describe('Names by which Azure knows its provider; computer and name unless set.'),
    outboundHosts: z
      .array(dnsName('a name in DNS'))
      .max(16)
      .default(['management.azure.com', 'login.microsoftonline.com'])
      .describe('What the server must reach on port 443. Add the addresses of your region.'),
    timeoutSeconds: z
      .int()
      .min(1)
      .max(3_600)
      .default(45)
      .describe(
        'How long one question to the server may take. Opening a session and asking in it may take 35 seconds together.',
      ),
  })
  .describe('One on-premises server.');

export const hypervSettings = z
  .strictObject({
    executable: words()
      .exactOptional()
      .describe('PowerShell; powershell on Windows and pwsh elsewhere unless set.'),
    hosts: z
      .array(host)
      .min(1)
      .check(noTwoAlike('name'))
      .describe('The servers that the connector looks at.'),
    verification: z
      .strictObject({
        patienceMinutes: durationSetting()
          .default(10)
          .describe('How long a VM may take to come up before a person is asked.'),
        ports: z
          .array(
            z.strictObject({
              vm: words().describe('Name of the VM.'),
              ports: z.array(z.int().min(1).max(65_535)).min(1).max(16).describe('TCP ports.'),
            }),
          )
          .check(noTwoAlike('vm'))
          .default([])
          .describe('TCP ports that must answer before commit is asked for.'),
      })
      .prefault({})
      .describe('What has to be proved of a VM that has come home, before commit is asked for.'),
  })
  .describe('The host connector: without it, the on-premises side is not checked.');

export type HypervSettings = DeepReadonly<z.output<typeof hypervSettings>>;

const MINUTE_MS = 60_000;

/** What has to be proved of a VM, by its name in any case. */
export function verificationOf(settings: HypervSettings | undefined) {
  const wanted = new Map<string, Wanted>(
    settings?.verification.ports.map(({ vm, ports }) => [vm.toLowerCase(), { ports }]),
  );
  return {
    wantedOf: (vm: string): Wanted => wanted.get(vm.toLowerCase()) ?? { ports: [] },
    patienceMs: (settings?.verification.patienceMinutes ?? 0) * MINUTE_MS,
  };
}

/** The section as the adapter gets it. */
export function hostsOf(
  settings: HypervSettings,
  environment: Readonly<Record<string, string | undefined>>,
) {
  return {
    environment,
    ...(settings.executable !== undefined && { executable: settings.executable }),
    hosts: settings.hosts.map(({ timeoutSeconds, computer, endpoint, ...rest }) => {
      const ms = timeoutSeconds * 1000;
      return {
        ...rest,
        ...(computer !== undefined && { computer, endpoint }),
        timeouts: { startMs: ms, readMs: ms, writeMs: ms },
      };
    }),
  };
}
