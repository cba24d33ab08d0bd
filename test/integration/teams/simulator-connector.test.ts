import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MESSAGE_BYTES } from '../../../simulators/teams/cards/content-rules.ts';
import {
  startTeamsSimulator,
  type TeamsSimulator,
  type TeamsSimulatorOptions,
} from '../../../simulators/teams/teams-simulator.ts';
import type { SimulatedConversation, SimulatedPerson } from '../../../simulators/teams/tenant.ts';
import { CARD_TYPE, type CardNode } from '../../../simulators/teams/wire.ts';

const PEOPLE: readonly SimulatedPerson[] = [
  { id: 'mina', name: 'Mina Example', kind: 'member' },
  { id: 'ada', name: 'Ada Placeholder', kind: 'guest' },
  { id: 'sam', name: 'Sam Elsewhere', kind: 'stranger' },
  { id: 'nobody', name: 'Nobody Example', kind: 'anonymous' },
  { id: 'shy', name: 'Shy Example', kind: 'member', hasPersonalApp: false },
];

const CHANNEL = '19:incident@thread.tacv2';
const CONVERSATIONS: readonly SimulatedConversation[] = [
  { id: CHANNEL, name: 'incident', kind: 'channel', team: '19:team@thread.tacv2' },
  { id: '19:gone@thread.v2', name: 'gone', kind: 'groupChat', hasBot: false },
  { id: '19:two@thread.v2', name: 'two', kind: 'groupChat', members: ['mina', 'ada'] },
];

let now = 1_800_000_000_000;
let teams: TeamsSimulator;
let token = '';

beforeEach(() => start({}));
afterEach(() => teams.stop());

async function start(options: Partial<TeamsSimulatorOptions>): Promise<void> {
  await teams?.stop();
  const world = { people: PEOPLE, conversations: CONVERSATIONS, now: () => now };
  teams = await startTeamsSimulator({ ...world, ...options });
  const signedIn = await signIn({});
  token = String(signedIn.body['access_token']);
}

interface Answered {
  readonly status: number;
  readonly body: Record<string, unknown>;
  readonly retryAfter: string | null;
}

async function signIn(changes: Record<string, string>, tenant = teams.tenantId): Promise<Answered> {
  const form = new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: teams.appId,
    client_secret: teams.appPassword,
    scope: 'https://api.botframework.com/.default',
    ...changes,
  });
  const url = `${teams.plainLoginUrl}/${tenant}/oauth2/v2.0/token`;
  return read(await fetch(url, { method: 'POST', body: form }));
}

async function call(method: string, path: string, body?: unknown, as = token): Promise<Answered> {
  const url = `${teams.serviceUrl}v3/${path}`;
  const headers = { authorization: `Bearer ${as}`, 'content-type': 'application/json' };
  return read(
    await fetch(url, {
      method,
      headers,
      ...(body !== undefined && { body: JSON.stringify(body) }),
    }),
  );
}

async function read(response: Response): Promise<Answered> {
  const text = await response.text();
  const body = text === '' ? {} : JSON.parse(text);
  return { status: response.status, body, retryAfter: response.headers.get('retry-after') };
}

const says = (text: string) => ({ type: 'message', text });
const shows = (card: CardNode) => ({
  type: 'message',
  attachments: [{ contentType: CARD_TYPE, content: card }],
});
const cardOf = (...body: readonly object[]): CardNode => ({
  type: 'AdaptiveCard',
  version: '1.5',
  body,
});
const post = (activity: unknown, conversation = CHANNEL) =>
  call('POST', `conversations/${encodeURIComponent(conversation)}/activities`, activity);
const refusedWith = (status: number, code: string) => ({ status, body: { error: { code } } });

describe('messages', () => {
  it('are posted, edited and deleted, and everybody sees what they said before', async () => {
    const posted = await post(says('one'));
    const path = `conversations/${CHANNEL}/activities/${posted.body['id']}`;

    const edited = await call('PUT', path, says('two'));
    const [shown] = teams.conversation(CHANNEL).messages;
    const deleted = await call('DELETE', path);
    const gone = await call('PUT', path, says('three'));
    const never = await call('PUT', `conversations/${CHANNEL}/activities/1`, says('four'));

    expect(posted.status).toBe(201);
    expect(edited).toMatchObject({ status: 200, body: { id: posted.body['id'] } });
    expect(shown).toMatchObject({ content: { text: 'two' }, edits: [{ text: 'one' }] });
    expect(deleted.status).toBe(200);
    expect(gone).toMatchObject(refusedWith(404, 'ActivityNotFoundInConversation'));
    expect(never).toMatchObject(refusedWith(404, 'ActivityNotFoundInConversation'));
    expect(teams.conversation(CHANNEL).messages).toEqual([]);
  });

  it('that somebody has deleted are sometimes refused without a reason', async () => {
    const posted = await post(says('one'));
    const id = String(posted.body['id']);

    teams.deleteMessage(id, 'unexplained');

    expect(
      await call('PUT', `conversations/${CHANNEL}/activities/${id}`, says('two')),
    ).toMatchObject(refusedWith(403, 'ServiceError'));
  });

  it('stand in a thread when the conversation or the reply names one', async () => {
    const root = await post(says('root'));
    const id = String(root.body['id']);

    await post(says('by conversation'), `${CHANNEL};messageid=${id}`);
    await call('POST', `conversations/${CHANNEL}/activities/${id}`, says('by reply'));
    const lost = await post(says('lost'), `${CHANNEL};messageid=1`);

    const thread = teams.conversation(CHANNEL).thread(id);
    expect(thread.map(({ content }) => content.text)).toEqual(['by conversation', 'by reply']);
    expect(lost).toMatchObject(refusedWith(404, 'ActivityNotFoundInConversation'));
  });

  it('of people are not for the bot to change', async () => {
    await teams.as('mina').types(CHANNEL, 'hands off');
    const [typed] = teams.conversation(CHANNEL).messages;

    const answer = await call(
      'PUT',
      `conversations/${CHANNEL}/activities/${typed?.id}`,
      says('mine'),
    );

    expect(answer).toMatchObject(refusedWith(403, 'ForbiddenOperationException'));
    expect(teams.conversation(CHANNEL).messages[0]?.content.text).toBe('hands off');
  });

  it.each([
    ['no activity', [], 400, 'BadSyntax'],
    ['an unknown kind', { type: 'shout', text: 'x' }, 400, 'BadArgument'],
    ['nothing said', { type: 'message' }, 400, 'BadSyntax'],
    ['more than 100 KB of text', says('x'.repeat(MESSAGE_BYTES / 2)), 413, 'MessageSizeTooBig'],
    [
      'a card of more than 28 KB',
      shows(cardOf({ type: 'TextBlock', text: 'é'.repeat(15_000) })),
      413,
      'MessageSizeTooBig',
    ],
    ['a card of another version', shows({ ...cardOf(), version: '1.6' }), 400, 'BadArgument'],
    ['an unknown element', shows(cardOf({ type: 'Carousel' })), 400, 'BadArgument'],
    ['a text block without text', shows(cardOf({ type: 'TextBlock' })), 400, 'BadArgument'],
    [
      'two inputs of one name',
      shows(cardOf({ type: 'Input.Text', id: 'a' }, { type: 'Input.Text', id: 'a' })),
      400,
      'BadArgument',
    ],
    [
      'seven actions in a row',
      shows({
        ...cardOf(),
        actions: Array.from({ length: 7 }, () => ({ type: 'Action.Execute', title: 'x' })),
      }),
      400,
      'BadArgument',
    ],
    [
      'a refresh for 61 people',
      shows({
        ...cardOf(),
        refresh: { action: { type: 'Action.Execute' }, userIds: Array(61).fill('29:x') },
      }),
      400,
      'BadArgument',
    ],
    [
      'a mention of nobody',
      {
        ...says('<at>X</at>'),
        entities: [{ type: 'mention', text: '<at>X</at>', mentioned: { id: '29:x' } }],
      },
      400,
      'BadArgument',
    ],
    [
      'a mention in a run of text',
      shows({
        ...cardOf({ type: 'RichTextBlock', inlines: [{ type: 'TextRun', text: '<at>Mina</at>' }] }),
        msteams: {
          entities: [
            { type: 'mention', text: '<at>Mina</at>', mentioned: { id: 'mina@home.example' } },
          ],
        },
      }),
      400,
      'BadArgument',
    ],
  ])('are refused with %s', async (_what, activity, status, code) => {
    const answer = await post(activity);

    expect(answer).toMatchObject(refusedWith(status, code));
    expect(teams.conversation(CHANNEL).messages).toEqual([]);
  });

  it('may be just short of the limit, and mention who is there', async () => {
    const { mri } = teams.person('mina');
    const mention = {
      type: 'mention',
      text: '<at>Mina</at>',
      mentioned: { id: mri, name: 'Mina' },
    };
    const text = `<at>Mina</at> ${'x'.repeat(MESSAGE_BYTES / 2 - 300)}`;

    const answer = await post({ ...says(text), entities: [mention] });

    expect(answer.status).toBe(201);
  });

  it('that only say that somebody types are not seen', async () => {
    const answer = await post({ type: 'typing' });

    expect(answer.status).toBe(201);
    expect(teams.conversation(CHANNEL).messages).toEqual([]);
  });
});

describe('conversations', () => {
  it('with one person are found by that person, unless the app is not installed for them', async () => {
    const { mri, personalChat } = teams.person('mina');
    const members = [{ id: mri }];

    const created = await call('POST', 'conversations', { isGroup: false, members });
    await post(says('psst'), personalChat);
    const shy = await call('POST', 'conversations', { members: [{ id: teams.person('shy').mri }] });
    const nobody = await call('POST', 'conversations', { members: [{ id: '29:nobody' }] });

    expect(created).toMatchObject({ status: 201, body: { id: personalChat } });
    expect(teams.privateTo('mina')).toMatchObject([{ via: 'personal', content: { text: 'psst' } }]);
    expect(shy).toMatchObject(refusedWith(403, 'BotNotInConversationRoster'));
    expect(nobody).toMatchObject(refusedWith(404, 'ConversationNotFound'));
  });

  it('in a channel begin with a message', async () => {
    const channelData = { channel: { id: CHANNEL } };

    const created = await call('POST', 'conversations', {
      channelData,
      activity: says('new thread'),
    });
    const empty = await call('POST', 'conversations', { channelData });

    const { id, activityId } = created.body;
    expect(id).toBe(`${CHANNEL};messageid=${activityId}`);
    expect(teams.conversation(CHANNEL).messages).toMatchObject([{ id: activityId }]);
    expect(empty).toMatchObject(refusedWith(400, 'BadSyntax'));
  });

  it('without the bot let nobody in, and unknown ones are not there', async () => {
    expect(await post(says('x'), '19:gone@thread.v2')).toMatchObject(
      refusedWith(403, 'BotNotInConversationRoster'),
    );
    expect(await post(says('x'), '19:never@thread.v2')).toMatchObject(
      refusedWith(404, 'ConversationNotFound'),
    );
  });

  it('say who is in them, and what each of them is', async () => {
    const member = (id: string) =>
      call('GET', `conversations/${CHANNEL}/members/${encodeURIComponent(id)}`);
    const { mri, aadObjectId } = teams.person('mina');

    const mina = await member(mri);
    const [ada, sam, nobody] = await Promise.all(
      ['ada', 'sam', 'nobody'].map((id) => member(teams.person(id).mri)),
    );
    const byObjectId = await member(aadObjectId ?? '');
    const outsider = await call(
      'GET',
      `conversations/19:two@thread.v2/members/${teams.person('sam').mri}`,
    );

    expect(mina.body).toMatchObject({
      id: mri,
      aadObjectId,
      userRole: 'user',
      tenantId: teams.tenantId,
    });
    expect(byObjectId.body).toEqual(mina.body);
    expect(ada?.body).toMatchObject({
      userRole: 'guest',
      userPrincipalName: expect.stringContaining('#EXT#'),
    });
    expect(sam?.body['tenantId']).not.toBe(teams.tenantId);
    expect(nobody?.body).toEqual({
      id: teams.person('nobody').mri,
      name: 'Nobody Example',
      userRole: 'anonymous',
      tenantId: teams.tenantId,
    });
    expect(outsider).toMatchObject(refusedWith(404, 'MemberNotFoundInConversation'));
  });

  it('give their members page by page', async () => {
    const people = Array.from(
      { length: 120 },
      (_none, at): SimulatedPerson => ({
        id: `p${at}`,
        name: `Person ${at}`,
        kind: 'member',
      }),
    );
    await start({ people, conversations: CONVERSATIONS.slice(0, 1) });
    const page = (query: string) =>
      call('GET', `conversations/${CHANNEL}/pagedmembers?pageSize=50${query}`);

    const first = await page('');
    const last = await page('&continuationToken=100');

    expect(first.body).toMatchObject({ continuationToken: '50' });
    expect(first.body['members']).toHaveLength(50);
    expect(last.body['members']).toHaveLength(20);
    expect(last.body['continuationToken']).toBeUndefined();
  });

  it('of a team are listed', async () => {
    const listed = await call('GET', 'teams/19:team@thread.tacv2/conversations');

    expect(listed.body).toEqual({ conversations: [{ id: CHANNEL, name: 'incident' }] });
  });
});

describe('rates', () => {
  it('are kept for each conversation: seven messages in a second, eight in two, fourteen looks at members', async () => {
    await start({ hasRateLimits: true });
    const members = () => call('GET', `conversations/${CHANNEL}/members`);
    for (let count = 0; count < 7; count += 1) expect((await post(says('x'))).status).toBe(201);

    expect(await post(says('x'))).toMatchObject({ status: 429, retryAfter: '1' });
    expect((await post(says('x'), teams.person('mina').personalChat)).status).toBe(201);
    for (let count = 0; count < 14; count += 1) expect((await members()).status).toBe(200);
    expect((await members()).status).toBe(429);
    now += 1_000;
    expect((await post(says('x'))).status).toBe(201);
    expect((await post(says('x'))).status).toBe(429);
    now += 2_000;
    expect((await post(says('x'))).status).toBe(201);
  });
});

describe('trouble on demand', () => {
  it('comes once for each fault, to the kind of call that it was meant for', async () => {
    teams.fails('post', { status: 429, retryAfterSeconds: 7 }, { status: 502 }, 'reset', 'lost');

    expect(await post(says('a'))).toMatchObject({ status: 429, retryAfter: '7' });
    expect(await post(says('b'))).toMatchObject(refusedWith(502, 'ServiceError'));
    await expect(post(says('c'))).rejects.toThrow('fetch failed');
    await expect(post(says('d'))).rejects.toThrow('fetch failed');
    expect((await post(says('e'))).status).toBe(201);
    const texts = teams.conversation(CHANNEL).messages.map(({ content }) => content.text);
    expect(texts).toEqual(['d', 'e']);
  });

  it('counts every call, and holds answers back', async () => {
    teams.slowDown(30);
    const startedAt = performance.now();

    await post(says('slow'));

    expect(performance.now() - startedAt).toBeGreaterThanOrEqual(29);
    expect(teams.calls.map(({ method }) => method)).toEqual(['token', 'post']);
  });
});

describe('the login endpoint', () => {
  it.each([
    ['another secret', { client_secret: 'guessed' }, undefined, 401, 'invalid_client'],
    ['another app', { client_id: 'other' }, undefined, 400, 'unauthorized_client'],
    ['another grant', { grant_type: 'password' }, undefined, 400, 'unsupported_grant_type'],
    [
      'another scope',
      { scope: 'https://graph.microsoft.com/.default' },
      undefined,
      400,
      'invalid_scope',
    ],
    ['another tenant', {}, 'elsewhere', 400, 'invalid_request'],
  ])('gives no token to %s', async (_what, changes, tenant, status, error) => {
    const answer = await signIn(changes as Record<string, string>, tenant);

    expect(answer).toMatchObject({ status, body: { error } });
    expect(answer.body['access_token']).toBeUndefined();
  });

  it('gives tokens that the connector takes, until they are void; no other will do', async () => {
    expect((await post(says('good'))).status).toBe(201);
    expect(
      (await call('POST', `conversations/${CHANNEL}/activities`, says('x'), 'made up')).status,
    ).toBe(401);
    teams.botTokens.expireAll();
    expect((await post(says('late'))).status).toBe(401);
    expect(teams.conversation(CHANNEL).messages).toHaveLength(1);
  });

  it('stands aside when the bot has no app id', async () => {
    await start({ appId: '' });

    const answer = await call('POST', `conversations/${CHANNEL}/activities`, says('developer'), '');

    expect(answer.status).toBe(201);
  });

  it('gives a managed identity its token for the right header alone', async () => {
    const { endpoint, header } = teams.managedIdentity;
    const ask = (as: string, clientId = teams.appId) =>
      fetch(`${endpoint}?resource=https%3A%2F%2Fapi.botframework.com&client_id=${clientId}`, {
        headers: { 'x-identity-header': as },
      }).then(read);

    const good = await ask(header);
    const posted = await call(
      'POST',
      `conversations/${CHANNEL}/activities`,
      says('x'),
      String(good.body['access_token']),
    );

    expect(posted.status).toBe(201);
    expect((await ask('guessed')).status).toBe(401);
    expect((await ask(header, 'other')).status).toBe(400);
  });
});
