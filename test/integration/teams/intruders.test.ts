import { request } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { TeamsPlatform } from '../../../adapters/teams/teams-platform.ts';
import { TEAMS_CHANNEL } from '../../../simulators/rehearsal/teams-scene.ts';
import { TOKEN_KINDS, type TokenKind } from '../../../simulators/teams/tokens/channel-tokens.ts';
import type { Activity } from '../../../simulators/teams/wire.ts';
import { question, says } from '../../support/catalogue/chat-messages.ts';
import { startTeamsRig, type TeamsRig, teamsRigParts, teamsUser } from '../../support/teams.ts';

let rig: TeamsRig;

afterEach(() => rig.stop());

/** Presses Approve and returns what Teams sent. */
async function press(person = 'jun'): Promise<Activity> {
  const board = await rig.platform.post(TEAMS_CHANNEL, question());
  const { activity } = await rig.teams.as(person).presses(board.id, 'Approve');
  return activity;
}

const FLAWED = TOKEN_KINDS.filter((kind) => kind !== 'valid');

describe('a request whose token is', () => {
  beforeEach(async () => {
    rig = await startTeamsRig();
  });

  it.each<TokenKind>(FLAWED)(
    '%s is answered with 401, logged, and nothing happens',
    async (kind) => {
      const activity = await press();
      const calls = rig.teams.calls.length;

      const delivery = await rig.teams.deliver({ ...activity, id: 'f:again' }, kind);

      expect(delivery.status).toBe(401);
      expect(delivery.answer).toBeUndefined();
      expect(rig.received).toHaveLength(1);
      const after = rig.teams.calls.slice(calls).map(({ method }) => method);
      expect(after.filter((method) => !['openId', 'keys'].includes(method))).toEqual([]);
      expect(rig.logLines.join()).toContain('a request was sent away');
    },
  );

  it.each<TokenKind>(FLAWED)(
    '%s learns nothing of what it sent, however senseless',
    async (token) => {
      const answers = await Promise.all(
        ['', '{', '{}', '[]', '{"type":"invoke"}'].map((body) =>
          rig.teams.request({ body, token }),
        ),
      );

      expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 401));
    },
  );

  it('from Microsoft Entra ID, for this app and by whoever, is not a way around', async () => {
    const { tenantId, appId, serviceUrl } = rig.teams;
    const exp = Math.floor(Date.now() / 1_000) + 600;
    const iss = `https://sts.windows.net/${tenantId}/`;
    const claims = { iss, tid: tenantId, ver: '1.0', appid: appId, aud: appId, exp };
    const header = Buffer.from('{"alg":"RS256","kid":"any"}').toString('base64url');
    const body = Buffer.from(JSON.stringify({ ...claims, serviceurl: serviceUrl })).toString(
      'base64url',
    );
    const authorization = `Bearer ${header}.${body}.c2ln`;

    const answer = await rig.teams.request({ body: '{}', headers: { authorization } });

    expect(answer.status).toBe(401);
    expect(rig.logLines.join()).toContain('another issuer');
  });

  it('good, while the keys cannot be had, is sent away for a moment, not for ever', async () => {
    await rig.stop();
    rig = await startTeamsRig();
    rig.teams.fails('openId', { status: 503 });

    const first = await rig.teams.as('mina').types(TEAMS_CHANNEL, '@Failback list');
    const second = await rig.teams.as('mina').types(TEAMS_CHANNEL, '@Failback list');

    expect([first.status, second.status]).toEqual([503, 200]);
  });

  it('good, but names a server that the settings do not list, gets 403 and no token of the bot', async () => {
    const activity = await press();
    const serviceUrl = 'http://127.0.0.1:9/emea/';

    const delivery = await rig.teams.deliver({ ...activity, id: 'f:elsewhere', serviceUrl });

    expect(delivery.status).toBe(403);
    expect(rig.received).toHaveLength(1);
  });

  it('good, but is of another channel of the Bot Framework, gets no further than the key', async () => {
    const activity = await press();

    const delivery = await rig.teams.deliver({ ...activity, id: 'f:other', channelId: 'webchat' });

    expect(delivery.status).toBe(403);
    expect(rig.received).toHaveLength(1);
  });
});

describe('a request that is genuine', () => {
  beforeEach(async () => {
    rig = await startTeamsRig();
  });

  it.each(['', 'null', '7', '"text"', '[]', '{"type":"mess'])(
    'but %j is no activity: it is refused, for its token names another service URL',
    async (body) => {
      expect((await rig.teams.request({ body })).status).toBe(401);
    },
  );

  it.each([
    { from: null },
    { from: { id: '' } },
    { conversation: { id: 7 } },
    { channelData: 'text' },
    { entities: 'none' },
    { value: [], entities: [7] },
  ])('but %j in it makes no sense: 400, and the bot lives', async (change) => {
    const body = JSON.stringify({ ...(await press()), ...change });

    expect((await rig.teams.request({ body })).status).toBe(400);
    expect((await rig.teams.as('mina').types(TEAMS_CHANNEL, '@Failback list')).status).toBe(200);
  });

  it.each([
    ['without data', undefined],
    ['with data of another app', { action: 'approve' }],
    ['with half a press', { failback: { press: { command: 'approve' } } }],
    ['with a press that is no object', { failback: { press: 'approve' } }],
    ['with nothing of ours', { failback: {} }],
    ['with text', 'approve'],
  ])('a button %s is answered and does nothing', async (_what, data) => {
    const activity = await press();
    const value = {
      action: { type: 'Action.Execute', verb: 'failback/press', data },
      trigger: 'manual',
    };

    const delivery = await rig.teams.deliver({ ...activity, id: 'f:forged', value });

    expect(delivery.status).toBe(200);
    expect(JSON.stringify(delivery.answer)).toContain('cannot be used');
    expect(rig.received).toHaveLength(1);
  });

  it('an invoke of another kind is not implemented', async () => {
    const activity = await press();

    const delivery = await rig.teams.deliver({ ...activity, id: 'f:task', name: 'task/fetch' });

    expect(delivery.status).toBe(501);
    expect(rig.received).toHaveLength(1);
  });

  it.each([
    ['to another path', { path: '/api/other' }, 404],
    ['with another method', { method: 'PUT' }, 405],
    ['larger than any message', { body: 'a'.repeat(512 * 1024 + 1) }, 413],
  ])('%s is answered accordingly', async (_what, change, status) => {
    expect((await rig.teams.request({ body: '{}', ...change })).status).toBe(status);
  });

  it('a look at the health says whether it is ready', async () => {
    const url = new URL('/healthz', rig.platform.health().address);

    const answer = await fetch(url);

    expect([answer.status, await answer.json()]).toEqual([200, { teams: 'ready' }]);
    expect((await fetch(url, { method: 'POST' })).status).toBe(405);
    expect(url.hostname).toBe('127.0.0.1');
  });
});

describe('who acts', () => {
  beforeEach(async () => {
    rig = await startTeamsRig({ receive: (invocation) => invocation.reply(says('No.')) });
  });

  it.each([
    ['mina', 'member'],
    ['guest', 'guest'],
    ['stranger', 'stranger'],
    ['anonymous', 'stranger'],
    ['robot', 'bot'],
  ] as const)('%s is a %s', async (person, standing) => {
    const board = await rig.platform.post(TEAMS_CHANNEL, question());

    await rig.teams.as(person).presses(board.id, 'Approve');

    expect(rig.received[0]?.sender.standing).toBe(standing);
  });

  it('under the object id of somebody else is unknown', async () => {
    const board = await rig.platform.post(TEAMS_CHANNEL, question());

    await rig.teams.as('guest').posingAs('jun').presses(board.id, 'Approve');

    expect(rig.received[0]?.sender.standing).toBe('unknown');
  });

  it('under the object id of somebody else does not get their private answers', async () => {
    await rig.teams
      .as('guest')
      .posingAs('mina')
      .types(rig.teams.person('guest').personalChat, 'help');
    await rig.invocations(1);

    await rig.teams.as('mina').types(TEAMS_CHANNEL, '@Failback list');
    await rig.invocations(2);
    await rig.platform.stop();

    expect(await rig.references.findPersonal(teamsUser(rig.teams, 'mina'))).toBeUndefined();
    expect(rig.teams.privateTo('guest').length).toBeLessThanOrEqual(1);
  });

  it('is unknown while Teams cannot be asked, and known again right after', async () => {
    rig.teams.fails('member', { status: 503 });
    const board = await rig.platform.post(TEAMS_CHANNEL, question());

    await rig.teams.as('jun').presses(board.id, 'Approve');
    await rig.teams.as('jun').presses(board.id, 'Approve');

    expect(rig.received.map(({ sender }) => sender.standing)).toEqual(['unknown', 'member']);
  });

  it('is asked about once in a few minutes', async () => {
    const board = await rig.platform.post(TEAMS_CHANNEL, question());
    const asked = () => rig.teams.calls.filter(({ method }) => method === 'member').length;

    await rig.teams.as('jun').presses(board.id, 'Approve');
    await rig.teams.as('jun').presses(board.id, 'Decline');
    const before = asked();
    rig.clock.advance(3 * 60_000);
    await rig.teams.as('jun').presses(board.id, 'Approve');

    expect([before, asked()]).toEqual([1, 2]);
  });

  it('in another tenant is a stranger, also when only one of the two names says so', async () => {
    const activity = await press();
    const elsewhere = { tenant: { id: '00000000-0000-4000-8000-00000000beef' } };

    await rig.teams.deliver({ ...activity, id: 'f:foreign', channelData: elsewhere });
    const { tenantId: _tenant, ...conversation } = activity.conversation ?? { id: '' };
    await rig.teams.deliver({ ...activity, id: 'f:nowhere', conversation, channelData: {} });

    const [, foreign, nowhere] = await rig.invocations(3);
    expect([foreign?.sender.standing, nowhere?.sender.standing]).toEqual(['stranger', 'unknown']);
    expect(await rig.references.find(TEAMS_CHANNEL)).toMatchObject({ tenant: rig.teams.tenantId });
  });

  it('is nobody when it is the client that acts by itself, with all that a button carries', async () => {
    const board = await rig.platform.post(TEAMS_CHANNEL, question());

    const delivery = await rig.teams.as('jun').refreshesWith(board.id, 'Approve');

    expect(rig.received[0]?.sender).toEqual({
      userId: teamsUser(rig.teams, 'jun'),
      standing: 'bot',
    });
    expect(delivery.status).toBe(200);
  });

  it('is not who the data of a card says', async () => {
    const activity = await press();
    const mina = rig.teams.person('mina');
    const { action } = activity.value as { action: { data: object } };
    const data = { ...action.data, from: { id: mina.mri, aadObjectId: mina.aadObjectId } };

    await rig.teams.deliver({
      ...activity,
      id: 'f:posing',
      value: { action: { ...action, data } },
    });

    const [, second] = await rig.invocations(2);
    expect(second?.sender.userId).toBe(teamsUser(rig.teams, 'jun'));
  });
});

describe('developer mode', () => {
  it('believes a client on this machine, without any token', async () => {
    rig = await startTeamsRig({
      simulator: { appId: '' },
      settings: { credential: { kind: 'developer' } },
    });

    await rig.platform.post(TEAMS_CHANNEL, says('Hello.'));
    const delivery = await rig.teams.as('mina').types(TEAMS_CHANNEL, '@Failback list');

    expect(delivery.status).toBe(200);
    expect((await rig.invocations(1))[0]?.sender.standing).toBe('member');
    expect(rig.logLines.join()).toContain('developer mode');
  });

  it.each([
    ['a page in a browser', { origin: 'https://example.com' }],
    ['a name that leads here', { host: 'bot.example.com' }],
  ])('does not believe %s', async (_who, headers) => {
    rig = await startTeamsRig({
      simulator: { appId: '' },
      settings: { credential: { kind: 'developer' } },
    });
    const { activity } = await rig.teams.as('mina').types(TEAMS_CHANNEL, '@Failback list');
    await rig.invocations(1);

    const status = await rawStatus(
      rig.platform.health().address ?? '',
      JSON.stringify(activity),
      headers,
    );

    expect(status).toBe(403);
    expect(rig.received).toHaveLength(1);
  });

  it.each([
    { http: { host: '0.0.0.0', port: 0 } },
    { serviceUrls: ['https://smba.trafficmanager.net/teams/'] },
  ])('does not start with %j', async (beyond) => {
    rig = await startTeamsRig();
    const { settings } = teamsRigParts(rig.teams, { credential: { kind: 'developer' }, ...beyond });

    expect(() => new TeamsPlatform(settings)).toThrow('stays on this machine');
  });
});

/** Without the manners of `fetch`, which sets some headers itself. */
function rawStatus(url: string, body: string, headers: Record<string, string>): Promise<number> {
  return new Promise((resolve, reject) => {
    const call = request(url, { method: 'POST', headers }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    call.on('error', reject);
    call.end(body);
  });
}
