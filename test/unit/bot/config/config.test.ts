import { dirname, join, resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { peopleOf } from '../../../../bot/config/sections/people-settings.ts';
import { policyOf, pollingOf } from '../../../../bot/config/sections/policy-settings.ts';
import { ledgerPath, loadConfig } from '../../../../bot/config.ts';
import { ENV, file, GOOD, load, removeFiles } from './settings-file.ts';

afterAll(removeFiles);

describe('settings that say only what they must', () => {
  it('get the defaults of everything else', () => {
    const { storage: _, ...config } = load(GOOD);

    expect(config).toMatchObject({
      log: { level: 'info' },
      azure: {
        credential: { kind: 'default' },
        endpoint: 'https://management.azure.com',
        authorityHost: 'https://login.microsoftonline.com',
        requestTimeoutMs: 30_000,
      },
      slack: {
        mode: 'socket',
        teams: ['T0EXAMPLE00'],
        apiUrl: 'https://slack.com/api/',
        botToken: 'xoxb-sample',
        appToken: 'xapp-sample',
      },
      policies: {
        approvals: { direction: 1, complete: 1, commit: 2, reverse: 1 },
        askBeforeReverseReplicate: false,
        questionExpiresMinutes: 240,
        grantExpiresMinutes: 15,
      },
      polling: { fastSeconds: 5, slowSeconds: 30, settleSeconds: 90 },
      secretValues: ['xoxb-sample', 'xapp-sample'],
      warnings: [],
    });
  });

  it('are frozen to the last leaf', () => {
    const config = load(GOOD);

    expect(Object.isFrozen(config)).toBe(true);
    expect(Object.isFrozen(config.policies.approvals)).toBe(true);
    expect(Object.isFrozen(config.people[1]?.roles)).toBe(true);
    expect(Object.isFrozen(config.azure.vaults[0])).toBe(true);
  });
});

describe('paths in the settings', () => {
  it('start at the folder of the file', () => {
    const path = file('failback.yaml', `storage: { path: data/ledger.db }\n${GOOD}`);

    expect(loadConfig({ path, env: ENV }).storage.path).toBe(join(dirname(path), 'data/ledger.db'));
  });

  it('stay as they are when they are absolute', () => {
    expect(load(`storage: { path: /var/lib/failback/l.db }\n${GOOD}`).storage.path).toBe(
      '/var/lib/failback/l.db',
    );
  });

  it('of certificate authorities are read there', () => {
    file('ca.pem', '-----BEGIN CERTIFICATE-----\n');

    const config = load(GOOD.replace('azure:', 'azure:\n  certificateAuthorityFile: ca.pem'));

    expect(config.azure.certificateAuthority).toBe('-----BEGIN CERTIFICATE-----\n');
  });
});

describe('the path of the ledger', () => {
  it('is found without secrets, and whatever else is wrong', () => {
    const path = file('failback.yaml', 'storage: { path: data/ledger.db }\npeople: nobody\n');

    expect(ledgerPath({ path, env: {} })).toBe(join(dirname(path), 'data/ledger.db'));
    expect(ledgerPath({ path, env: { FAILBACK_STORAGE_PATH: '/srv/l.db' } })).toBe('/srv/l.db');
  });

  it('needs no settings file when the environment names it', () => {
    const env = {
      FAILBACK_STORAGE_PATH: '/srv/copy.db',
      FAILBACK_CONFIG: '/nowhere/failback.yaml',
    };

    expect(ledgerPath({ env })).toBe('/srv/copy.db');
  });

  it('is a problem when it is no path', () => {
    const path = file('failback.yaml', 'storage: { path: 5 }\n');

    expect(() => ledgerPath({ path, env: {} })).toThrow(`${path}:1: storage.path: must be text`);
  });
});

describe('an address of Azure', () => {
  it('loses the slash at its end, because paths are put behind it', () => {
    const config = load(GOOD.replace('azure:', 'azure:\n  endpoint: https://arm.example.org/'));

    expect(config.azure.endpoint).toBe('https://arm.example.org');
  });
});

describe('the environment', () => {
  it('names the file', () => {
    const path = file('elsewhere.yaml', GOOD);

    expect(loadConfig({ env: { ...ENV, FAILBACK_CONFIG: path } }).channels).toHaveLength(1);
  });

  it('may move the ledger and change the log level', () => {
    const env = { ...ENV, FAILBACK_STORAGE_PATH: 'here.db', FAILBACK_LOG_LEVEL: 'debug' };

    const config = load(`log: { level: warn }\n${GOOD}`, env);

    expect(config.storage.path).toBe(resolve('here.db'));
    expect(config.log.level).toBe('debug');
  });

  it('gives the secret of an Azure application', () => {
    const yaml = GOOD.replace(
      'azure:',
      `azure:
  credential:
    kind: clientSecret
    tenantId: 00000000-0000-4000-8000-000000000001
    clientId: 00000000-0000-4000-8000-000000000002`,
    );

    const config = load(yaml, { ...ENV, FAILBACK_AZURE_CLIENT_SECRET: 'sample-secret' });

    expect(config.azure.credential).toEqual({
      kind: 'clientSecret',
      tenantId: '00000000-0000-4000-8000-000000000001',
      clientId: '00000000-0000-4000-8000-000000000002',
      clientSecret: 'sample-secret',
    });
  });

  it('gives the signing secret where Slack calls the bot', () => {
    const env = {
      FAILBACK_SLACK_BOT_TOKEN: 'xoxb-sample',
      FAILBACK_SLACK_SIGNING_SECRET: '0123456789abcdef',
    };

    const config = load(
      GOOD.replace('slack:\n', 'slack:\n  mode: http\n  http: { port: 8080 }\n'),
      env,
    );

    expect(config.slack).toEqual({
      mode: 'http',
      teams: ['T0EXAMPLE00'],
      apiUrl: 'https://slack.com/api/',
      botToken: 'xoxb-sample',
      signingSecret: '0123456789abcdef',
      http: { host: '127.0.0.1', port: 8080, path: '/slack/events' },
    });
  });

  it('may name a file for a secret, with a line break at its end', () => {
    const secret = file('bot-token', 'xoxb-from-a-file\n');
    const env = { FAILBACK_SLACK_BOT_TOKEN_FILE: secret, FAILBACK_SLACK_APP_TOKEN: 'xapp-sample' };

    expect(load(GOOD, env).slack?.botToken).toBe('xoxb-from-a-file');
  });
});

describe('a warning', () => {
  it('says that a secret is set and not used', () => {
    const env = { ...ENV, FAILBACK_AZURE_CLIENT_SECRET: 'sample-secret' };

    expect(load(GOOD, env).warnings).toEqual([
      'FAILBACK_AZURE_CLIENT_SECRET is set, but these settings do not use it',
    ]);
  });

  it('says whose failbacks nobody could approve', () => {
    const yaml = GOOD.slice(0, GOOD.indexOf('  - { id: lea')).replace(
      '[operator, approver]\n    slack: U0EXAMPLE02',
      '[operator]\n    slack: U0EXAMPLE02',
    );

    expect(load(`${yaml}policies: { approvals: { commit: 1 } }`).warnings).toEqual([
      'people: a failback that mina starts could not pass direction, complete, commit, reverse: besides mina there are only 0 approvers. Give one more person the role approver, or let somebody else start it',
      expect.stringContaining('when an approver has overridden a check'),
    ]);
  });

  it('says what nobody could approve any more when one approver has overridden a check', () => {
    const yaml = GOOD.slice(0, GOOD.indexOf('  - { id: noa'));

    expect(load(yaml).warnings).toEqual([
      expect.stringContaining(
        'nobody could pass commit any more: there are only 2 approvers besides who asks',
      ),
    ]);
    expect(load(`${yaml}policies: { approvals: { commit: 1 } }`).warnings).toEqual([]);
  });
});

describe('the parts of the bot', () => {
  it('get the rules in milliseconds', () => {
    const { policies, polling } = load(
      `policies: { questionExpiresMinutes: 2, grantExpiresMinutes: 0.5, askBeforeReverseReplicate: true, approvals: { commit: 1 } }
polling: { fastSeconds: 0.05, slowSeconds: 0.2, settleSeconds: 1.5 }
${GOOD}`,
    );

    expect(policyOf(policies, polling, 'vault-home')).toEqual({
      approvals: { direction: 1, complete: 1, commit: 1, reverse: 1 },
      askBeforeReverse: true,
      questionMs: 120_000,
      grantMs: 30_000,
      settleMs: 1500,
      reminders: { beforeExpiryMs: 1_800_000, onHoldMs: 3_600_000, beforeWindowMs: 1_800_000 },
    });
    expect(pollingOf(polling)).toEqual({ fastMs: 50, slowMs: 200 });
  });

  it('get the people with their identities by platform', () => {
    expect(peopleOf(load(GOOD).people)[0]).toEqual({
      id: 'mina',
      name: 'Mina Example',
      roles: ['operator', 'approver'],
      identities: { slack: 'U0EXAMPLE01' },
    });
  });
});
