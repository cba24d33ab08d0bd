import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Payload } from '../../../simulators/slack/deliveries.ts';
import type { RawRequest } from '../../../simulators/slack/http-link.ts';
import { question } from '../../support/catalogue/chat-messages.ts';
import { type SlackRig, startSlackRig } from '../../support/slack.ts';

const SLASH: RawRequest = {
  body: new URLSearchParams({
    command: '/failback',
    text: 'list',
    team_id: 'T0HOME',
    user_id: 'U0MINA',
    channel_id: 'C0INC',
    trigger_id: '1.2.3',
  }).toString(),
};

/** Genuine in origin, senseless in content. */
const SENSELESS = [
  'null',
  '"text"',
  '7',
  '[]',
  '{}',
  '{"type":"nonsense"}',
  '{"type":"block_actions"}',
  '{"type":"block_actions","actions":[]}',
  '{"type":"block_actions","actions":[{}]}',
  '{"type":"block_actions","actions":{"length":1},"user":null}',
  '{"type":"view_submission"}',
  '{"type":"view_submission","view":null,"user":{"id":"U0MINA"}}',
  '{"type":"view_submission","view":{},"user":null}',
  '{"type":"event_callback"}',
  '{"type":"event_callback","event":"text"}',
  '{"type":"shortcut"}',
  '{"command":7}',
  '{"type":"blo',
  '',
];

describe('the listener for requests from Slack', () => {
  let rig: SlackRig;

  beforeEach(async () => {
    rig = await startSlackRig('http');
  });

  afterEach(() => rig.stop());

  const status = async (request: RawRequest) => (await rig.slack.request(request)).status;

  it.each<[string, Partial<RawRequest>, number]>([
    ['genuine', {}, 200],
    ['signed with another secret', { secret: 'another-secret' }, 401],
    ['older than five minutes', { secondsOff: -301 }, 401],
    ['from more than five minutes ahead', { secondsOff: 310 }, 401],
    ['just young enough', { secondsOff: -290 }, 200],
    ['without a signature', { headers: { 'x-slack-signature': '' } }, 401],
    ['with half a signature', { headers: { 'x-slack-signature': 'v0=' } }, 401],
    ['with another kind of signature', { headers: { 'x-slack-signature': 'v1=00' } }, 401],
    ['with a senseless time', { headers: { 'x-slack-request-timestamp': 'soon' } }, 401],
    ['with an endless time', { headers: { 'x-slack-request-timestamp': 'Infinity' } }, 401],
    ['to another path', { path: '/slack/other' }, 404],
    ['with another method', { method: 'PUT' }, 405],
    ['larger than any payload', { body: 'a'.repeat(1024 * 1024 + 1) }, 413],
    ['an unsigned certificate check', { body: 'ssl_check=1', secret: 'another-secret' }, 401],
  ])('answers a request that is %s', async (_what, change, expected) => {
    expect(await status({ ...SLASH, ...change })).toBe(expected);

    await rig.platform.stop();
    expect(rig.received).toHaveLength(expected === 200 ? 1 : 0);
  });

  it('does not take a signature for another body', async () => {
    const genuine = await rig.slack.as('U0MINA').types('C0INC', '/failback list');
    expect(genuine.isAcknowledged).toBe(true);

    const changed = { ...SLASH, headers: { 'x-slack-signature': `v0=${'0'.repeat(64)}` } };

    expect(await status(changed)).toBe(401);
  });

  it.each(SENSELESS)('lives and refuses a signed %s', async (body) => {
    const json = { body, contentType: 'application/json' };
    const form = { body: new URLSearchParams({ payload: body }).toString() };

    expect(await status(json)).toBe(400);
    expect(await status(form)).toBe(400);
    expect(await status(SLASH)).toBe(200);
    await rig.invocations(1);
    expect(rig.received).toHaveLength(1);
  });

  it('says whether it is ready', async () => {
    const url = new URL('/healthz', rig.platform.health().address);

    const answer = await fetch(url);

    expect([answer.status, await answer.json()]).toEqual([200, { slack: 'ready' }]);
    expect((await fetch(url, { method: 'POST' })).status).toBe(405);
  });

  it('listens on loopback unless told otherwise', () => {
    expect(rig.platform.health().address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/slack\/events$/);
  });
});

describe('the connection to Slack', () => {
  let rig: SlackRig;

  beforeEach(async () => {
    rig = await startSlackRig('socket');
  });

  afterEach(() => rig.stop());

  it.each(SENSELESS)('lives after a frame of %s', async (frame) => {
    rig.slack.sockets.sendFrame(frame);
    rig.slack.sockets.sendFrame(`{"type":"events_api","envelope_id":"e","payload":${frame || 0}}`);

    const delivery = await rig.slack.as('U0MINA').types('C0INC', '/failback list');

    expect(delivery.isAcknowledged).toBe(true);
    await rig.invocations(1);
  });

  it.each(SENSELESS.filter((body) => body !== '' && !body.endsWith('blo')))(
    'acknowledges an envelope around %s',
    async (body) => {
      const payload = { kind: 'interactive', body: JSON.parse(body) } as const;

      const delivery = await rig.slack.deliver(payload);

      expect(delivery.outcome).toBe('acknowledged');
      await rig.slack.as('U0MINA').types('C0INC', '/failback list');
      await rig.invocations(1);
    },
  );
});

describe.each(['socket', 'http'] as const)('what is not from the bot (%s mode)', (mode) => {
  let rig: SlackRig;

  beforeEach(async () => {
    rig = await startSlackRig(mode);
  });

  afterEach(() => rig.stop());

  /** The payload of a press, with another value or action id. */
  async function forge(change: Record<string, unknown>): Promise<Payload> {
    const ref = await rig.platform.post('C0INC', question());
    const genuine = await rig.slack.as('U0MINA').presses(ref.id, 'Approve');
    const [action] = genuine.payload.body['actions'] as Record<string, unknown>[];
    const actions = [{ ...action, ...change }];
    await rig.invocations(1);
    return { ...genuine.payload, body: { ...genuine.payload.body, actions } };
  }

  it.each([
    ['without a value', { value: undefined }],
    ['with a value that is no JSON', { value: 'approve' }],
    ['with a value of another shape', { value: '{"command":"approve"}' }],
    ['with a value that is no text', { value: { command: 'approve' } }],
    ['with a value of null', { value: 'null' }],
  ])('a button %s is acknowledged and answered privately', async (_what, change) => {
    const delivery = await rig.slack.deliver(await forge(change));

    expect(delivery.outcome).toBe('acknowledged');
    const told = await rig.slack.until(() => rig.slack.privateTo('U0MINA')[0]);
    expect(told.text).toContain('/failback help');
    expect(rig.received).toHaveLength(1);
  });

  it('a button with another action id but a usable press is an ordinary press', async () => {
    await rig.slack.deliver(await forge({ action_id: 'unheard-of' }));

    const invocations = await rig.invocations(2);
    expect(invocations[1]?.input).toEqual(invocations[0]?.input);
    expect(invocations[1]?.deliveryId).not.toBe(invocations[0]?.deliveryId);
  });

  it('another command of the same app is answered privately', async () => {
    const delivery = await rig.slack.as('U0MINA').types('C0INC', '/other list');

    expect(delivery.outcome).toBe('acknowledged');
    const told = await rig.slack.until(() => rig.slack.privateTo('U0MINA')[0]);
    expect(told.text).toContain('cannot be used');
    expect(rig.received).toHaveLength(0);
  });

  it('a form of another kind is answered in a direct message', async () => {
    const body = {
      type: 'view_submission',
      team: { id: 'T0HOME' },
      user: { id: 'U0MINA', team_id: 'T0HOME' },
      view: {
        id: 'V1',
        hash: 'h',
        callback_id: 'other',
        private_metadata: '{}',
        state: { values: {} },
      },
    };

    const delivery = await rig.slack.deliver({ kind: 'interactive', body });

    expect(delivery.outcome).toBe('acknowledged');
    const told = await rig.slack.until(() => rig.slack.privateTo('U0MINA')[0]);
    expect(told.via).toBe('direct');
  });

  it('a stranger is a stranger when only one of the workspaces is allowed', async () => {
    const payload = await forge({});
    const team = { id: 'T0ELSEWHERE' };

    await rig.slack.deliver({ ...payload, body: { ...payload.body, team } });

    const invocations = await rig.invocations(2);
    expect(invocations[1]?.sender.standing).toBe('stranger');
  });

  it('somebody whose workspace nobody names is unknown', async () => {
    const payload = await forge({});
    const { team: _team, ...body } = { team: undefined, ...payload.body };

    await rig.slack.deliver({ ...payload, body: { ...body, user: { id: 'U0MINA' } } });

    const invocations = await rig.invocations(2);
    expect(invocations[1]?.sender.standing).toBe('unknown');
  });
});
