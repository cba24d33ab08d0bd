import { afterAll, describe, expect, it } from 'vitest';
import { channelsOf } from '../../../../bot/config/sections/people-settings.ts';
import { policyOf } from '../../../../bot/config/sections/policy-settings.ts';
import { GOOD, load, problems, removeFiles } from './settings-file.ts';

afterAll(removeFiles);

const NIGHT = 'days: [friday, saturday], from: "22:00", to: "04:00", timeZone: Europe/Berlin';
const night = {
  days: ['friday', 'saturday'],
  from: '22:00',
  to: '04:00',
  timeZone: 'Europe/Berlin',
};

const withWindows = (...windows: readonly string[]) =>
  `policies:\n  maintenanceWindows:\n${windows.map((window) => `    - { ${window} }\n`).join('')}${GOOD}`;

const windowsFor = (vault: string, ...windows: readonly string[]) => {
  const { policies, polling } = load(withWindows(...windows));
  return policyOf(policies, polling, vault).windows;
};

describe('maintenance windows in the settings', () => {
  it('are none unless somebody sets some', () => {
    const { policies, polling } = load(GOOD);

    expect(policyOf(policies, polling, 'vault-home')).not.toHaveProperty('windows');
  });

  it('are for every vault that no window names', () => {
    const own = `${NIGHT.replace('22:00', '01:00')}, vaults: [Vault-Home]`;

    expect(windowsFor('vault-home', NIGHT)).toEqual([night]);
    expect(windowsFor('vault-home', NIGHT, own)).toEqual([{ ...night, from: '01:00' }]);
    expect(windowsFor('vault-other', NIGHT, own)).toEqual([night]);
    expect(windowsFor('vault-other', own)).toBeUndefined();
  });

  it('may be those of a channel, for whatever lives in it; an empty list is none', () => {
    const inChannel = (list: string) => {
      const text = withWindows(NIGHT).replace(
        '- name: incident',
        `- name: incident\n    maintenanceWindows: ${list}`,
      );
      const { policies, polling, channels } = load(text);
      const [channel] = channelsOf(channels);
      return policyOf(policies, polling, 'vault-home', channel?.windows).windows;
    };

    expect(inChannel(`[{ ${NIGHT.replace('22:00', '23:00')} }]`)).toEqual([
      { ...night, from: '23:00' },
    ]);
    expect(inChannel('[]')).toBeUndefined();
    expect(channelsOf(load(withWindows(NIGHT)).channels)[0]).not.toHaveProperty('windows');
  });

  it('say what is wrong with them', () => {
    const place = 'failback.yaml:3: policies.maintenanceWindows[0]';

    expect(problems(withWindows(NIGHT.replace('friday', 'fryday')))).toEqual([
      `${place}.days[0]: "fryday" must be one of sunday, monday, tuesday, wednesday, thursday, friday, saturday. Did you mean friday?`,
    ]);
    expect(problems(withWindows(NIGHT.replace('22:00', '24:00')))).toEqual([
      `${place}.from: "24:00" must be a time of day from 00:00 to 23:59, in quotes.`,
    ]);
    expect(problems(withWindows(NIGHT.replace('Europe/Berlin', '"+02:00"')))).toEqual([
      `${place}.timeZone: "+02:00" must be an IANA time zone such as Europe/Berlin.`,
    ]);
    expect(problems(withWindows(NIGHT.replace('Europe/Berlin', 'Europe/Nowhere')))).toEqual([
      `${place}.timeZone: "Europe/Nowhere" must be an IANA time zone such as Europe/Berlin.`,
    ]);
    expect(problems(withWindows(`${NIGHT}, vaults: [vault-hom]`))).toEqual([
      `${place}.vaults[0]: "vault-hom" is not one of azure.vaults: vault-home.`,
    ]);
  });
});
