import { afterEach, describe, expect, it } from 'vitest';
import { SlackPlatform } from '../../../adapters/slack/slack-platform.ts';
import type { Input } from '../../../bot/chat/chat-platform.ts';
import { ConfigError, UpstreamError } from '../../../bot/failback/ports/errors.ts';
import { startSlackSimulator } from '../../../simulators/slack/slack-simulator.ts';
import { question, says } from '../../support/catalogue/chat-messages.ts';
import {
  type RigOptions,
  rigParts,
  SLACK_USERS,
  type SlackRig,
  startSlackRig,
} from '../../support/slack.ts';

let stop: () => Promise<void> = async () => {};

afterEach(() => stop());

async function startRig(mode: 'socket' | 'http', options?: RigOptions): Promise<SlackRig> {
  const rig = await startSlackRig(mode, options);
  stop = rig.stop;
  return rig;
}

async function failure(attempt: Promise<unknown>): Promise<UpstreamError> {
  const error = await attempt.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error instanceof UpstreamError) return error;
  throw new Error('this was meant to fail with an UpstreamError', { cause: error });
}

describe('a connection to Slack that ends', () => {
  it.each(['refuse', '503'] as const)('comes back after an outage (%s)', async (how) => {
    const rig = await startRig('socket');

    await rig.slack.down(how);
    await rig.slack.until(() => rig.slack.sockets.connectionCount === 0);
    const lost = await rig.slack.as('U0MINA').types('C0INC', '/failback list');
    await rig.slack.up();
    await rig.slack.until(() => rig.slack.sockets.connectionCount === 1, 10_000);
    const heard = await rig.slack.as('U0MINA').types('C0INC', '/failback list');

    expect([lost.outcome, heard.outcome]).toEqual(['unreachable', 'acknowledged']);
    expect(rig.platform.health().state).toBe('ready');
    expect(rig.slack.privateTo('U0MINA')[0]?.text).toContain('dispatch_failed');
  });

  it('comes back when Slack asks to connect anew', async () => {
    const rig = await startRig('socket');
    const opened = () => rig.slack.calls.filter((call) => call.method === 'apps.connections.open');

    rig.slack.sockets.recycle();
    await rig.slack.until(() => opened().length === 2 && rig.slack.sockets.connectionCount === 1);

    const delivery = await rig.slack.as('U0MINA').types('C0INC', '/failback list');
    expect(delivery.isAcknowledged).toBe(true);
  });

  it('is given up when the bot stops', async () => {
    const rig = await startRig('socket');
    await rig.slack.down('refuse');
    await rig.slack.until(() => rig.slack.sockets.connectionCount === 0);

    await rig.platform.stop();
    await rig.slack.up();

    expect(rig.platform.health().state).toBe('stopped');
    expect(rig.slack.sockets.connectionCount).toBe(0);
  });
});

describe('an outage of the Web API', () => {
  it('does not keep the bot from hearing commands (http mode)', async () => {
    const rig = await startRig('http');

    await rig.slack.down('503');
    const delivery = await rig.slack.as('U0MINA').types('C0INC', '/failback list');

    expect(delivery.outcome).toBe('acknowledged');
    const [invocation] = await rig.invocations(1);
    expect(invocation?.sender.standing).toBe('unknown');
  });

  it.each([
    ['503', 503],
    ['refuse', undefined],
  ] as const)('makes posting fail as something to try again (%s)', async (how, status) => {
    const rig = await startRig('http');
    await rig.slack.down(how);

    const error = await failure(rig.platform.post('C0INC', says('Hello.')));

    expect(error.facts).toMatchObject({ service: 'slack', retryable: true });
    expect(error.facts.status).toBe(status);
  });
});

describe('what Slack refuses', () => {
  it('asks for patience when there are too many messages, and does not repeat the call itself', async () => {
    const rig = await startRig('http', { simulator: { rateLimit: { perSecond: 1, burst: 2 } } });
    await rig.platform.post('C0INC', says('One.'));
    await rig.platform.post('C0INC', says('Two.'));

    const error = await failure(rig.platform.post('C0INC', says('Three.')));

    expect(error.code).toBe('rateLimited');
    expect(error.facts).toMatchObject({ status: 429, retryable: true, retryAfterMs: 1_000 });
    const posts = rig.slack.calls.filter((call) => call.method === 'chat.postMessage');
    expect(posts).toHaveLength(3);
  });

  it('is told apart: no message, no channel, no right', async () => {
    const rig = await startRig('http');
    const ref = await rig.platform.post('C0INC', question());
    rig.slack.deleteMessage('C0INC', ref.id);

    const codes = [
      (await failure(rig.platform.update(ref, says('Done.')))).code,
      (await failure(rig.platform.post('C0INC', says('More.'), ref))).code,
      (await failure(rig.platform.post('C0NONE', says('Hello.')))).code,
    ];
    rig.slack.changeChannel({ id: 'C0INC', name: 'incident', isArchived: true });
    codes.push((await failure(rig.platform.post('C0INC', says('Hello.')))).code);
    rig.slack.changeChannel({ id: 'C0INC', name: 'incident', hasBot: false });
    codes.push((await failure(rig.platform.post('C0INC', says('Hello.')))).code);
    rig.slack.fails('chat.postMessage', { error: 'token_revoked' });
    codes.push((await failure(rig.platform.post('C0INC', says('Hello.')))).code);

    expect(codes).toEqual([
      'messageGone',
      'messageGone',
      'channelGone',
      'channelGone',
      'channelGone',
      'notAuthorized',
    ]);
  });
});

describe('a bot that cannot start', () => {
  async function startWith(mode: 'socket' | 'http', overrides: object): Promise<unknown> {
    const slack = await startSlackSimulator({ users: SLACK_USERS, channels: [] });
    stop = () => slack.stop();
    const { settings } = rigParts(slack, mode, overrides);
    return new SlackPlatform(settings).start(async () => {});
  }

  it.each([
    ['the bot token is refused', { botToken: 'xoxb-other' }, ConfigError, 'slackBotTokenRefused'],
    ['its workspace is not allowed', { teams: ['T0OTHER'] }, ConfigError, 'T0HOME'],
    ['the app token is refused', { appToken: 'xapp-other' }, ConfigError, 'slackAppTokenRefused'],
    ['Slack is not there', { apiUrl: 'http://127.0.0.1:9/' }, UpstreamError, 'slackNotReached'],
  ])('says that %s', async (_what, overrides, kind, code) => {
    const attempt = startWith('socket', overrides);

    await expect(attempt).rejects.toBeInstanceOf(kind);
    await expect(attempt).rejects.toThrow(code);
  });

  it.each(['socket', 'http'] as const)('can when Slack is back (%s)', async (mode) => {
    const slack = await startSlackSimulator({
      users: SLACK_USERS,
      channels: [{ id: 'C0INC', name: 'incident' }],
      mode,
    });
    const platform = new SlackPlatform(rigParts(slack, mode).settings);
    stop = async () => {
      await platform.stop();
      await slack.stop();
    };
    let hear: (input: Input) => void = () => {};
    const heard = new Promise<Input>((resolve) => {
      hear = resolve;
    });
    const start = () => platform.start(async ({ input }) => hear(input));

    await slack.down('503');
    expect((await failure(start())).facts.retryable).toBe(true);
    await slack.up();
    await start();
    const { address } = platform.health();
    if (address !== undefined) slack.deliversTo(address);
    const delivery = await slack.as('U0MINA').types('C0INC', '/failback list');

    expect(delivery.outcome).toBe('acknowledged');
    expect(await heard).toEqual({ kind: 'typed', text: 'list' });
  });

  it('says that the port is taken', async () => {
    const rig = await startRig('http');
    const port = Number(new URL(rig.platform.health().address ?? '').port);
    const second = new SlackPlatform(rigParts(rig.slack, 'http', { http: { port } }).settings);

    await expect(second.start(async () => {})).rejects.toThrow(
      `cannot listen on 127.0.0.1:${port}`,
    );
  });

  it.each([
    ['socket', 'app token'],
    ['http', 'signing secret'],
  ] as const)('says what is missing for %s mode', async (mode, words) => {
    const rig = await startRig('http');
    const { settings } = rigParts(rig.slack, mode);

    const start = () => new SlackPlatform({ ...settings, appToken: '', signingSecret: '' });

    expect(start).toThrow(words);
  });
});
