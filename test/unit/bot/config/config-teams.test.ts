import { afterAll, describe, expect, it } from 'vitest';
import { Directory } from '../../../../bot/access/directory.ts';
import { channelsOf, peopleOf } from '../../../../bot/config/sections/people-settings.ts';
import { ENV, GOOD, load, problems, removeFiles } from './settings-file.ts';

afterAll(removeFiles);

const HOME = '00000000-0000-4000-8000-0000000000aa';
const OTHER = '00000000-0000-4000-8000-0000000000bb';
const APP = '00000000-0000-4000-8000-0000000000cc';
const MINA = '00000000-0000-4000-8000-000000000011';
const JUN = '00000000-0000-4000-8000-000000000012';
const TEAMS_ENV = { ...ENV, FAILBACK_TEAMS_APP_PASSWORD: 'sample-password' };

const TEAMS = `teams:
  credential:
    kind: singleTenant
    appId: ${APP}
    tenantId: ${HOME}
  tenants: [${HOME}, ${OTHER}]
`;

/** Slack and Teams, with one channel and two people in both. */
function both({ section = TEAMS, mina = MINA, jun = JUN } = {}): string {
  return `${section}${GOOD}`
    .replace('slack: C0EXAMPLE00', 'slack: C0EXAMPLE00\n    teams: 19:incident@thread.tacv2')
    .replace('slack: U0EXAMPLE01', `slack: U0EXAMPLE01\n    teams: ${mina}`)
    .replace('slack: U0EXAMPLE02', `slack: U0EXAMPLE02\n    teams: ${jun}`);
}

const found = (yaml: string, env: Record<string, string> = TEAMS_ENV) => problems(yaml, env);

describe('the section teams', () => {
  it('is complete with an app, its tenant and the secret', () => {
    const { teams } = load(both(), TEAMS_ENV);

    expect(teams).toEqual({
      credential: {
        kind: 'singleTenant',
        appId: APP,
        tenantId: HOME,
        appPassword: 'sample-password',
      },
      tenants: [HOME, OTHER],
      serviceUrls: ['https://smba.trafficmanager.net/teams/'],
      addresses: {
        openIdMetadataUrl: 'https://login.botframework.com/v1/.well-known/openidconfiguration',
        tokenIssuer: 'https://api.botframework.com',
        loginUrl: 'https://login.microsoftonline.com',
        tokenScope: 'https://api.botframework.com/.default',
      },
      http: { host: '127.0.0.1', port: 3978, path: '/api/messages' },
    });
  });

  it('may be the only chat platform', () => {
    const only = both()
      .replace(/^slack:\n {2}teams: .*\n/m, '')
      .replace(/^ {4}slack: .*\n/gm, '')
      .replace(/^ {2}- \{ id: .*\n/gm, '')
      .concat('policies: { approvals: { commit: 1 } }\n');

    expect(load(only, { FAILBACK_TEAMS_APP_PASSWORD: 'sample-password' }).slack).toBeUndefined();
  });

  it('asks for its secret, by name, and keeps it out of the log', () => {
    expect(found(both(), ENV).join()).toContain('FAILBACK_TEAMS_APP_PASSWORD: is not set');
    expect(load(both(), TEAMS_ENV).secretValues).toContain('sample-password');
  });

  it('asks for no secret with a managed identity', () => {
    const section = TEAMS.replace('singleTenant', 'managedIdentity');

    expect(load(both({ section }), ENV).teams?.credential).toEqual({
      kind: 'managedIdentity',
      appId: APP,
      tenantId: HOME,
    });
  });

  it('believes anybody on this machine only when that is asked for by name', () => {
    const without = TEAMS.replace(/ {4}appId.*\n/, '').replace(/ {4}tenantId.*\n/, '');
    const developer = without.replace('singleTenant', 'developer');

    expect(found(both({ section: without })).join()).toContain(
      'teams.credential.appId: is missing',
    );
    expect(
      found(both({ section: `${developer}  serviceUrls: [http://127.0.0.1:9/]\n` }), ENV),
    ).toEqual([]);
  });

  it.each([
    ['  serviceUrls: [http://127.0.0.1:9/]\n  http: { host: 0.0.0.0 }\n', 'teams.http.host'],
    ['', 'teams.serviceUrls[0]'],
  ])('in developer mode never reaches beyond this machine: %j', (more, place) => {
    const section = TEAMS.replace('singleTenant', 'developer')
      .replace(/ {4}appId.*\n/, '')
      .replace(/ {4}tenantId.*\n/, '');

    const [problem = ''] = found(both({ section: `${section}${more}` }), ENV);

    expect(problem).toContain(place);
    expect(problem).toContain('must be on this machine');
  });

  it.each([
    [
      'a service URL without TLS',
      '  serviceUrls: [http://smba.example/]\n',
      'teams.serviceUrls[0]',
    ],
    [
      'keys without TLS',
      '  addresses: { openIdMetadataUrl: http://keys.example/ }\n',
      'openIdMetadataUrl',
    ],
    ['no server at all', '  serviceUrls: []\n', 'teams.serviceUrls'],
    ['a switch for the check', '  skipVerification: true\n', 'skipVerification: is not a setting'],
  ])('is refused with %s', (_what, more, expected) => {
    expect(found(both({ section: `${TEAMS}${more}` })).join()).toContain(expected);
  });
});

describe('people in Teams', () => {
  it('are found by tenant and object id, however the settings spell them', () => {
    const config = load(both({ mina: MINA.toUpperCase(), jun: `${OTHER}:${JUN}` }), TEAMS_ENV);
    const directory = new Directory(peopleOf(config.people, config.teams?.tenants[0]));

    expect(directory.find('teams', `${HOME}:${MINA}`)?.id).toBe('mina');
    expect(directory.find('teams', `${OTHER}:${JUN}`)?.id).toBe('jun');
    expect(directory.find('teams', `${HOME}:${JUN}`)).toBeUndefined();
    expect(directory.find('slack', 'U0EXAMPLE01')?.id).toBe('mina');
  });

  it.each([
    ['the same way', MINA],
    ['in other letters', MINA.toUpperCase()],
    ['with its tenant', `${HOME}:${MINA}`],
  ])('are two, and may not claim one identity, spelled %s', (_how, jun) => {
    const [problem = '', ...others] = found(both({ jun }));

    expect(problem).toContain('people[1].teams');
    expect(problem).toContain('number 1 in the list has the same');
    expect(others).toEqual([]);
  });

  it('are of a tenant that may use the bot', () => {
    const jun = `00000000-0000-4000-8000-0000000000dd:${JUN}`;

    expect(found(both({ jun })).join()).toContain('is of a tenant that is not in teams.tenants');
  });

  it('are nowhere without the section', () => {
    expect(found(both({ section: '' }), ENV).join()).toContain('there is no section teams');
  });
});

it('one channel has a place in each chat', () => {
  expect(channelsOf(load(both(), TEAMS_ENV).channels)).toEqual([
    {
      name: 'incident',
      language: 'en',
      places: [
        { platform: 'slack', channel: 'C0EXAMPLE00' },
        { platform: 'teams', channel: '19:incident@thread.tacv2' },
      ],
    },
  ]);
});

it.each(['general', '19:incident@thread.tacv2;messageid=17', 'https://teams.example/channel'])(
  'the id of a conversation is not %s',
  (id) => {
    const yaml = both().replace('19:incident@thread.tacv2', id);

    expect(found(yaml).join()).toContain('channels[0].teams');
  },
);
