import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { TeamsPlatform } from '../../../adapters/teams/teams-platform.ts';
import type { UpstreamError } from '../../../bot/failback/ports/errors.ts';
import { TEAMS_CHANNEL } from '../../../simulators/rehearsal/teams-scene.ts';
import { question, says } from '../../support/catalogue/chat-messages.ts';
import {
  startTeamsRig,
  TEAMS_CHAT,
  type TeamsRig,
  teamsRigParts,
  teamsUser,
} from '../../support/teams.ts';

let rig: TeamsRig;

beforeEach(async () => {
  rig = await startTeamsRig();
});
afterEach(() => rig.stop());

const post = () => rig.platform.post(TEAMS_CHANNEL, says('Hello.'));
const failure = (act: Promise<unknown>): Promise<UpstreamError> =>
  act.then(
    () => {
      throw new Error('it did not fail');
    },
    (error: UpstreamError) => error,
  );
const calls = (method: string) => rig.teams.calls.filter((call) => call.method === method).length;

describe('what Teams says no to', () => {
  it.each([
    [{ status: 403, code: 'BotNotInConversationRoster' }, 'channelGone', false],
    [{ status: 403, code: 'MessageWritesBlocked' }, 'channelGone', false],
    [{ status: 404, code: 'ConversationNotFound' }, 'channelGone', false],
    [{ status: 401 }, 'notAuthorized', false],
    [{ status: 400, code: 'BadSyntax' }, 'teamsRefused', false],
    [{ status: 413, code: 'MessageSizeTooBig' }, 'teamsRefused', false],
    [{ status: 412 }, 'teamsRefused', true],
    [{ status: 429 }, 'rateLimited', true],
    [{ status: 500 }, 'teamsFailed', true],
    [{ status: 502 }, 'teamsFailed', true],
    [{ status: 504 }, 'teamsFailed', true],
  ])('%j is %s', async (fault, code, retryable) => {
    rig.teams.fails('create', fault);

    const error = await failure(post());

    expect([error.code, error.facts.retryable]).toEqual([code, retryable]);
    expect(calls('create')).toBe(1);
  });

  it('is waited for as long as Teams asks', async () => {
    rig.teams.fails('create', { status: 429, retryAfterSeconds: 7 });

    expect((await failure(post())).facts.retryAfterMs).toBe(7_000);
  });

  it('is a thread whose first message was deleted: the message is gone, not the channel', async () => {
    const board = await rig.platform.post(TEAMS_CHANNEL, question());
    rig.teams.deleteMessage(board.id);

    expect((await failure(rig.platform.post(TEAMS_CHANNEL, says('Hi.'), board))).code).toBe(
      'messageGone',
    );
  });

  it('is a change to a deleted message, of which Teams says no more than that it failed: the message is gone', async () => {
    const board = await rig.platform.post(TEAMS_CHANNEL, question());
    const reply = await rig.platform.post(TEAMS_CHANNEL, says('Hi.'), board);
    rig.teams.deleteMessage(board.id, 'unexplained');
    rig.teams.deleteMessage(reply.id.split('/')[1] ?? '', 'unexplained');

    const errors = [
      await failure(rig.platform.update(board, says('Late.'))),
      await failure(rig.platform.update(reply, says('Late.'))),
    ];

    const seen = errors.map(({ code, facts }) => [code, facts.status, facts.retryable]);
    expect(seen).toEqual([
      ['messageGone', 403, false],
      ['messageGone', 403, false],
    ]);
  });

  it.each([
    ['update', { status: 403, code: 'ServiceError', message: 'The team is archived.' }],
    ['update', { status: 403, code: 'MessageWritesBlocked', message: 'Unknown' }],
    ['create', { status: 403, code: 'ServiceError', message: 'Unknown' }],
  ] as const)(
    'is no deleted message where it says more, or the %s is of another kind: %j',
    async (door, fault) => {
      const board = await rig.platform.post(TEAMS_CHANNEL, question());
      rig.teams.fails(door, fault);

      const error = await failure(
        door === 'create' ? post() : rig.platform.update(board, says('Late.')),
      );

      expect(error.code).toBe('channelGone');
    },
  );

  it('keeps to the limits of one conversation with a pause between messages', async () => {
    await rig.stop();
    rig = await startTeamsRig({ simulator: { hasRateLimits: true } });

    const attempts = await Promise.allSettled(Array.from({ length: 9 }, post));

    const refused = attempts.filter(({ status }) => status === 'rejected');
    expect(refused).toHaveLength(2);
    expect(rig.platform.postGapMs).toBeGreaterThanOrEqual(1_000);
  });
});

describe('signing in', () => {
  it('is refused: it is the token that is wrong, and the secret is nowhere', async () => {
    const credential = {
      kind: 'singleTenant',
      appId: rig.teams.appId,
      tenantId: rig.teams.tenantId,
      appPassword: 'no-longer-good',
    } as const;
    const { settings, logLines } = teamsRigParts(rig.teams, { credential });

    const error = await failure(new TeamsPlatform(settings).post(TEAMS_CHANNEL, says('Hello.')));

    expect([error.code, error.facts.retryable]).toEqual(['notAuthorized', false]);
    expect(`${error.stack} ${logLines}`).not.toContain('no-longer-good');
  });

  it.each(['reset', { status: 503 }, { status: 429 }] as const)(
    'fails with %j, and works the next time',
    async (fault) => {
      rig.teams.fails('token', fault);

      const error = await failure(post());
      await post();

      expect(error.facts).toMatchObject({ operation: 'token', retryable: true });
    },
  );

  it('happens again before the token ends', async () => {
    await post();
    rig.clock.advance(56 * 60_000);
    await post();

    expect(rig.teams.botTokens.issued).toBe(2);
  });

  it('with a managed identity asks the machine, not for a secret', async () => {
    const { endpoint, header } = rig.teams.managedIdentity;
    process.env['IDENTITY_ENDPOINT'] = endpoint;
    process.env['IDENTITY_HEADER'] = header;
    const { appId, tenantId } = rig.teams;
    const credential = { kind: 'managedIdentity', appId, tenantId } as const;
    const { settings } = teamsRigParts(rig.teams, { credential });

    await new TeamsPlatform(settings).post(TEAMS_CHANNEL, says('Hello.'));

    expect(calls('identity')).toBe(1);
    expect(calls('token')).toBe(0);
    delete process.env['IDENTITY_ENDPOINT'];
    delete process.env['IDENTITY_HEADER'];
  });
});

describe('the token of the bot', () => {
  /** Listens somewhere else, and notes what it is told. */
  async function elsewhere() {
    const heard: string[] = [];
    const server = createServer((request, response) => {
      heard.push(request.headers.authorization ?? 'nothing');
      response.end('{"id":"1"}');
    });
    await new Promise<void>((resolve) => server.listen({ host: '127.0.0.1', port: 0 }, resolve));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    return { heard, url, close: () => server.close() };
  }

  it('goes to no server that the settings do not list, even where one was stored', async () => {
    const thief = await elsewhere();
    await rig.references.save({
      conversation: TEAMS_CHAT,
      kind: 'groupChat',
      tenant: rig.teams.tenantId,
      serviceUrl: thief.url,
    });
    const user = teamsUser(rig.teams, 'jun');
    await rig.references.save({
      conversation: 'a:jun',
      kind: 'personal',
      tenant: rig.teams.tenantId,
      serviceUrl: thief.url,
      user,
    });
    await rig.teams.as('jun').types(TEAMS_CHANNEL, '@Failback list');
    const [invocation] = await rig.invocations(1);

    await rig.platform.post(TEAMS_CHAT, says('Hello.'));
    await invocation?.reply(says('Nothing is open.'));
    thief.close();

    expect(thief.heard).toEqual([]);
    expect(rig.teams.conversation(TEAMS_CHAT).messages).toHaveLength(1);
    expect(rig.logLines.join()).toContain('teamsServerNotAllowed');
  });

  it('follows no redirect', async () => {
    const thief = await elsewhere();
    const detour = createServer((_request, response) => {
      response.writeHead(307, { location: thief.url });
      response.end();
    });
    await new Promise<void>((resolve) => detour.listen({ host: '127.0.0.1', port: 0 }, resolve));
    const serviceUrl = `http://127.0.0.1:${(detour.address() as AddressInfo).port}/`;
    const { settings } = teamsRigParts(rig.teams, { serviceUrls: [serviceUrl] });

    await failure(new TeamsPlatform(settings).post(TEAMS_CHANNEL, says('Hello.')));
    detour.close();
    thief.close();

    expect(thief.heard).toEqual([]);
  });
});

describe('where the bot is', () => {
  it('is learnt when it is installed, and forgotten when it is removed', async () => {
    await rig.teams.installs('mina', TEAMS_CHANNEL);
    const known = await rig.references.find(TEAMS_CHANNEL);

    await rig.teams.uninstalls('mina', TEAMS_CHANNEL);
    await rig.platform.stop();

    expect(known).toEqual({
      conversation: TEAMS_CHANNEL,
      kind: 'channel',
      tenant: rig.teams.tenantId,
      serviceUrl: rig.teams.serviceUrl,
    });
    expect(await rig.references.find(TEAMS_CHANNEL)).toBeUndefined();
  });

  it('need not be known: it writes first, to a channel and to a chat', async () => {
    await rig.platform.post(TEAMS_CHANNEL, says('Hello.'));
    await rig.platform.post(TEAMS_CHAT, says('Hello.'));

    expect(rig.teams.conversation(TEAMS_CHANNEL).messages).toHaveLength(1);
    expect(rig.teams.conversation(TEAMS_CHAT).messages).toHaveLength(1);
  });

  it('is written down once, not with every message', async () => {
    const saved: string[] = [];
    const { save } = rig.references;
    rig.references.save = async (reference) => {
      saved.push(reference.conversation);
      await save.call(rig.references, reference);
    };

    await rig.teams.as('mina').types(TEAMS_CHANNEL, '@Failback list');
    await rig.teams.as('mina').types(TEAMS_CHANNEL, '@Failback list');
    await rig.invocations(2);

    expect(saved).toEqual([TEAMS_CHANNEL]);
  });

  it('that cannot be written down does not keep a command from being heard', async () => {
    rig.references.save = async () => {
      throw new Error('the disk is full');
    };

    await rig.teams.as('mina').types(TEAMS_CHANNEL, '@Failback list');

    await rig.invocations(1);
    expect(rig.logLines.join()).toContain('was not kept');
  });
});

it('a private answer that cannot be given is logged, and nothing is thrown', async () => {
  await rig.teams.as('jun').types(TEAMS_CHANNEL, '@Failback list');
  const [invocation] = await rig.invocations(1);
  rig.teams.fails('post', { status: 500 });

  await invocation?.reply(says('Nothing is open.'));

  expect(rig.logLines.join()).toContain('an answer is lost');
});

it('a key that is not in the key set is looked for once an hour: within it, it is refused', async () => {
  await rig.teams.as('mina').types(TEAMS_CHANNEL, '@Failback list');
  await rig.teams.rotateKeys();

  const tooSoon = await rig.teams.as('mina').types(TEAMS_CHANNEL, '@Failback list');

  expect(tooSoon.status).toBe(401);
});
