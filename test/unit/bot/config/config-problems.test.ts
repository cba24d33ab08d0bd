import { afterAll, describe, expect, it } from 'vitest';
import { ENV, file, GOOD, problems, problemsOfPath, removeFiles } from './settings-file.ts';

afterAll(removeFiles);

/** The good settings with one text replaced; the text must be there. */
function changed(from: string, to: string): string {
  if (!GOOD.includes(from)) throw new Error(`nothing to replace: ${from}`);
  return GOOD.replace(from, to);
}

describe('a problem', () => {
  it('has the line, the name in the file, what is wrong and what to do', () => {
    expect(problems(changed('U0EXAMPLE02', 'jun'))).toEqual([
      'failback.yaml:19: people[1].slack: "jun" must be a Slack member id such as U0EXAMPLE00 (in Slack: the profile, three dots, Copy member ID).',
    ]);
  });

  it('never comes alone when there are others: all are told at once, in the order of the file', () => {
    const yaml = `log: { level: inof }
polcies: {}
azure:
  endpoint: http://management.example.org
  vaults:
    - name: vault-home
slack:
  teams: []
channels:
people:
  - id: mina
    name: 7
    roles: [admn]
    slack: U0EXAMPLE01
  - id: mina
    name: Jun Sample
    roles: [approver]
    slack: U0EXAMPLE01
`;

    expect(problems(yaml, {})).toEqual([
      'failback.yaml:1: log.level: "inof" must be one of fatal, error, warn, info, debug, trace. Did you mean info?',
      'failback.yaml:2: polcies: is not a setting. Did you mean policies?',
      'failback.yaml:4: azure.endpoint: "http://management.example.org" must be an address that begins with https://, without a user name, query or fragment.',
      'failback.yaml:6: azure.vaults[0].subscriptionId: is missing. Subscription that the vault is in.',
      'failback.yaml:6: azure.vaults[0].resourceGroup: is missing. Resource group that the vault is in.',
      'failback.yaml:8: slack.teams: is an empty list. At least one entry is needed.',
      'failback.yaml:9: channels: is empty. The channels that failbacks live in. Elsewhere people can only look; in their own chat with the bot they can act, too.',
      'failback.yaml:12: people[0].name: 7 must be text; put it in quotes.',
      'failback.yaml:13: people[0].roles[0]: "admn" must be one of viewer, operator, approver, admin. Did you mean admin?',
      'failback.yaml:15: people[1].id: "mina" must be different in every entry: number 1 in the list has the same.',
      'failback.yaml:18: people[1].slack: "U0EXAMPLE01" must be different in every entry: number 1 in the list has the same.',
      'FAILBACK_SLACK_BOT_TOKEN: is not set: the bot token of the Slack app (OAuth & Permissions). Set it, or FAILBACK_SLACK_BOT_TOKEN_FILE to a file that holds it.',
      'FAILBACK_SLACK_APP_TOKEN: is not set: the app-level token of the Slack app (Basic Information, scope connections:write). Set it, or FAILBACK_SLACK_APP_TOKEN_FILE to a file that holds it.',
    ]);
  });

  it('with the YAML itself has its line', () => {
    expect(problems('azure:\n  vaults: [\nslack: {')[0]).toMatch(
      /^failback\.yaml:\d: this is not YAML: /,
    );
    expect(problems('log: {}\nlog: {}\n')).toEqual([
      expect.stringMatching(/^failback\.yaml:2: this is not YAML: .*unique/),
    ]);
  });

  it('with the environment names the variable', () => {
    expect(problems(GOOD, { ...ENV, FAILBACK_LOG_LEVEL: 'loud' })).toEqual([
      'FAILBACK_LOG_LEVEL: "loud" must be one of fatal, error, warn, info, debug, trace.',
    ]);
  });
});

describe('refused', () => {
  it.each([
    [
      'an unknown key',
      changed('slack:\n  teams', 'slack:\n  temas: []\n  teams'),
      'failback.yaml:7: slack.temas: is not a setting. Did you mean teams?',
    ],
    [
      'an unknown key that is near nothing',
      changed('  - name: incident', '  - name: incident\n    purpose: x'),
      'failback.yaml:10: channels[0].purpose: is not a setting. Known here: name, slack, teams, language, maintenanceWindows.',
    ],
    [
      'a way to sign in that does not exist',
      changed('azure:', 'azure:\n  credential: { kind: managedIdentty }'),
      'failback.yaml:2: azure.credential.kind: must be one of default, clientSecret, managedIdentity. Did you mean managedIdentity?',
    ],
    [
      'a way to sign in without its kind',
      changed('azure:', 'azure:\n  credential: {}'),
      'failback.yaml:2: azure.credential.kind: is missing. One of default, clientSecret, managedIdentity.',
    ],
    [
      'a client secret without the application',
      changed(
        'azure:',
        'azure:\n  credential: { kind: clientSecret, clientId: 00000000-0000-4000-8000-000000000002 }',
      ),
      'failback.yaml:2: azure.credential.tenantId: is missing. Directory (tenant) id of the identity.',
    ],
    [
      'a subscription that is no GUID',
      changed('00000000-0000-4000-8000-000000000003', 'production'),
      'failback.yaml:4: azure.vaults[0].subscriptionId: "production" must be the subscription id, a GUID.',
    ],
    [
      'the same vault twice, in other letters',
      changed(
        'slack:\n  teams',
        '    - name: VAULT-HOME\n      subscriptionId: 00000000-0000-4000-8000-000000000003\n      resourceGroup: other\nslack:\n  teams',
      ),
      'failback.yaml:6: azure.vaults[1].name: "VAULT-HOME" must be different in every entry: number 1 in the list has the same.',
    ],
    [
      'a Slack address without TLS',
      changed('slack:\n', 'slack:\n  apiUrl: http://slack.example.org/api/\n'),
      'failback.yaml:7: slack.apiUrl: "http://slack.example.org/api/" must be an address that begins with https:// (http:// only for 127.0.0.1, [::1] or localhost).',
    ],
    [
      'a listener that nothing would use',
      changed('slack:\n', 'slack:\n  http: { port: 80 }\n'),
      'failback.yaml:7: slack.http: is only read with mode: http. Set the mode, or take this out.',
    ],
    [
      'no chat platform',
      changed('slack:\n  teams: [T0EXAMPLE00]\n', ''),
      'failback.yaml:1: slack: is missing. At least one chat platform must be there: slack or teams.',
    ],
    [
      'a channel that is nowhere',
      changed('    slack: C0EXAMPLE00\n', ''),
      'failback.yaml:9: channels[0]: is on no chat platform. Add its id: slack.',
    ],
    [
      'a person who is nowhere',
      changed('    slack: U0EXAMPLE02\n', ''),
      'failback.yaml:16: people[1]: is on no chat platform. Add its id: slack.',
    ],
    [
      'fewer than one approver',
      `${GOOD}policies: { approvals: { commit: 0 } }`,
      'failback.yaml:22: policies.approvals.commit: 0 must be at least 1.',
    ],
    [
      'part of an approver',
      `${GOOD}policies: { approvals: { commit: 1.5 } }`,
      'failback.yaml:22: policies.approvals.commit: 1.5 must be a whole number.',
    ],
    [
      'no time at all',
      `${GOOD}polling: { fastSeconds: 0 }`,
      'failback.yaml:22: polling.fastSeconds: 0 must be more than 0.',
    ],
    [
      'fast that is slower than slow',
      `${GOOD}polling: { fastSeconds: 60 }`,
      'failback.yaml:22: polling.fastSeconds: must not be more than slowSeconds.',
    ],
    [
      'certificate authorities that are not there',
      changed('azure:', 'azure:\n  certificateAuthorityFile: none.pem'),
      'failback.yaml:2: azure.certificateAuthorityFile: cannot be read (ENOENT): none.pem.',
    ],
    [
      'a list instead of a section',
      changed('slack:\n  teams: [T0EXAMPLE00]', 'slack: [T0EXAMPLE00]'),
      'failback.yaml:6: slack: must be a section with settings of its own.',
    ],
  ])('is %s', (_, yaml, problem) => {
    expect(problems(yaml)).toContain(problem);
  });

  it('is a file that is no section at all', () => {
    expect(problems('just words')).toContain(
      'failback.yaml:1: "just words" must be a section with settings of its own.',
    );
  });
});

describe('an approval that nobody could ever give', () => {
  it('is refused, because the requester never counts', () => {
    expect(problems(`${GOOD}policies: { approvals: { commit: 4 } }`)).toEqual([
      'failback.yaml:22: policies.approvals.commit: 4 approvals are needed, but at most 3 approvers could ever be found: who asks for a failback never counts. Give the role approver to more people, or say commit: 3.',
    ]);
  });

  it('is found where nobody says how many approve a commit, and one person could', () => {
    const two = GOOD.slice(0, GOOD.indexOf('  - { id: lea'));

    expect(problems(two)).toEqual([
      expect.stringContaining(
        'policies.approvals.commit: 2 approvals are needed, but at most 1 approver could ever be found: who asks for a failback never counts. Give the role approver to more people, or say commit: 1.',
      ),
    ]);
    expect(problems(`${two}policies: { approvals: { commit: 1 } }`)).toEqual([]);
  });

  it('is found when one person is all there is', () => {
    const alone = GOOD.slice(0, GOOD.indexOf('  - id: jun')).replace(
      '[operator, approver]',
      '[admin]',
    );

    expect(problems(alone)).toHaveLength(4);
  });

  it('is possible as soon as somebody else may start it', () => {
    const third = `  - { id: ada, name: Ada Placeholder, roles: [operator], slack: U0EXAMPLE03 }\n`;

    expect(problems(`${GOOD}${third}policies: { approvals: { commit: 4 } }`)).toEqual([]);
  });

  it('includes that nobody may start a failback', () => {
    expect(problems(GOOD.replaceAll('operator, ', ''))).toEqual([
      'failback.yaml:11: people: nobody may start a failback. Give somebody the role operator.',
    ]);
  });
});

describe('a secret', () => {
  const planted = ['xoxb', '123456', 'PLANTED'].join('-');

  it('in the file is a problem that does not repeat it', () => {
    const found = problems(`${changed('name: Jun Sample', `name: ${planted}`)}`);

    expect(found).toEqual([
      'failback.yaml:17: people[1].name: looks like a secret. Secrets do not belong in this file: take it out, replace it where it was made, and set it in the environment.',
    ]);
  });

  it('under a key of its own is one problem, not two', () => {
    const found = problems(changed('slack:\n', `slack:\n  botToken: ${planted}\n`));

    expect(found).toEqual([
      expect.stringMatching(/^failback\.yaml:7: slack\.botToken: secrets do not belong/),
    ]);
    expect(found.join()).not.toContain('PLANTED');
  });

  it('of the wrong kind is refused without repeating it', () => {
    const found = problems(GOOD, { ...ENV, FAILBACK_SLACK_APP_TOKEN: planted });

    expect(found).toEqual([
      'FAILBACK_SLACK_APP_TOKEN: is not what it should be: the app-level token of the Slack app (Basic Information, scope connections:write) begins with xapp-.',
    ]);
  });

  it('is not looked for in two places', () => {
    const twice = { ...ENV, FAILBACK_SLACK_BOT_TOKEN_FILE: file('t', 'xoxb-sample') };

    expect(problems(GOOD, twice)).toEqual([
      'FAILBACK_SLACK_BOT_TOKEN: is set, and FAILBACK_SLACK_BOT_TOKEN_FILE too. Keep one of them.',
    ]);
  });

  it('in a file that is not there is a problem', () => {
    const env = {
      FAILBACK_SLACK_APP_TOKEN: 'xapp-sample',
      FAILBACK_SLACK_BOT_TOKEN_FILE: '/nowhere/token',
    };

    expect(problems(GOOD, env)).toEqual([
      'FAILBACK_SLACK_BOT_TOKEN_FILE: names a file that cannot be read (ENOENT): /nowhere/token.',
    ]);
  });

  it('in a file that is empty is a problem', () => {
    const env = {
      FAILBACK_SLACK_APP_TOKEN: 'xapp-sample',
      FAILBACK_SLACK_BOT_TOKEN_FILE: file('e', '\n'),
    };

    expect(problems(GOOD, env)).toEqual([
      expect.stringMatching(/^FAILBACK_SLACK_BOT_TOKEN_FILE: is not what it should be/),
    ]);
  });

  it('in a misspelt variable is found', () => {
    const env = { FAILBACK_SLACK_APP_TOKEN: 'xapp-sample', FAILBACK_SLACK_BOT_TOKE: 'xoxb-sample' };

    expect(problems(GOOD, env)[0]).toContain(
      '(FAILBACK_SLACK_BOT_TOKE is set, but nothing reads it: is it misspelt?)',
    );
  });

  it('too short to sign with is refused', () => {
    const env = { FAILBACK_SLACK_BOT_TOKEN: 'xoxb-sample', FAILBACK_SLACK_SIGNING_SECRET: 'short' };

    expect(problems(changed('slack:\n', 'slack:\n  mode: http\n'), env)).toEqual([
      expect.stringMatching(/^FAILBACK_SLACK_SIGNING_SECRET: is not what it should be/),
    ]);
  });
});

describe('a settings file that is not there', () => {
  it('but something else in its place is told with the reason', () => {
    expect(problemsOfPath('.', ENV)).toEqual(['.: cannot be read (EISDIR).']);
  });

  it('is answered with one screen that says how to begin', () => {
    const [screen, ...more] = problemsOfPath('nowhere.yaml', {
      FAILBACK_SLACK_BOT_TOKEN: 'xoxb-sample',
    });

    expect(more).toEqual([]);
    expect(screen).toContain('cp failback.example.yaml nowhere.yaml');
    expect(screen).toContain('npm run rehearse -- --play');
    expect(screen).toMatch(/\[set\] +FAILBACK_SLACK_BOT_TOKEN/);
    expect(screen).toMatch(/\[not set\] FAILBACK_SLACK_APP_TOKEN/);
    expect(screen).toMatch(/\[not set\] FAILBACK_TEAMS_APP_PASSWORD/);
    expect(screen).toContain('Slack and Teams are optional, but one of them is needed');
    expect(screen?.split('\n').length).toBeLessThan(24);
  });
});
