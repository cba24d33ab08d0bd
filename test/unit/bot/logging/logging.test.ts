import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { UpstreamError } from '../../../../bot/failback/ports/errors.ts';
import { createLogger } from '../../../../bot/logging.ts';

/** A logger, and what it has written. */
function listen(secrets: readonly string[] = []) {
  const chunks: string[] = [];
  const destination = new PassThrough();
  destination.on('data', (chunk) => chunks.push(String(chunk)));
  const log = createLogger({ level: 'info', secrets, destination });
  const text = () => chunks.join('');
  return {
    log,
    text,
    lines: () =>
      text()
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line)),
  };
}

// Put together here, so that no scanner takes this file for a leak.
const planted = {
  slackBot: ['xoxb', '1111111111', 'PLANTEDbotPLANTED'].join('-'),
  slackApp: ['xapp', '1', 'A0PLANTED', 'PLANTEDapp'].join('-'),
  slackRotated: `xoxe.${['xoxp', '1', 'PLANTEDrotated'].join('-')}`,
  webhook: `https://hooks.slack.com/${'commands'}/T0PLANTED/1/PLANTEDhook`,
  jwt: ['eyJQTEFOVEVEeyJ9', 'PLANTEDjwtPLANTED', 'PLANTEDsig'].join('.'),
  entra: `abc${'8Q~'}${'PLANTED'.repeat(5).slice(0, 34)}`,
  privateKey: `-----BEGIN ${'PRIVATE'} KEY-----\nPLANTEDkey\nPLANTED\n-----END ${'PRIVATE'} KEY-----`,
};

describe('a log line', () => {
  it('is one JSON object with a level in words, a time in UTC and the facts as fields', () => {
    const { log, lines } = listen();

    log
      .child({ failbackId: 'FB-7K3M' })
      .warn({ jobId: 'job-1', minutes: 12 }, 'synchronization is slow');

    expect(lines()).toEqual([
      {
        level: 'warn',
        time: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
        pid: process.pid,
        failbackId: 'FB-7K3M',
        jobId: 'job-1',
        minutes: 12,
        msg: 'synchronization is slow',
      },
    ]);
  });

  it('is left out below the level', () => {
    const { log, text } = listen();

    log.debug('looked at the vault');

    expect(text()).toBe('');
  });

  it('survives cycles, dates, bytes and big numbers', () => {
    const { log, lines } = listen();
    const loop: Record<string, unknown> = { at: new Date(0), bytes: Buffer.from('abc'), size: 5n };
    loop['self'] = loop;

    log.info({ loop }, 'odd');

    expect(lines()[0].loop).toEqual({
      at: '1970-01-01T00:00:00.000Z',
      bytes: '[3 bytes]',
      size: '5',
      self: '[circular]',
    });
  });
});

describe('a value that cannot be read', () => {
  it('does not break the line', () => {
    const { log, lines } = listen();
    const broken = {
      get status() {
        throw new Error('not now');
      },
    };

    log.info({ broken, jobId: 'job-1' }, 'odd');

    expect(lines()[0]).toMatchObject({ broken: '[unreadable]', jobId: 'job-1' });
  });
});

describe('a secret', () => {
  it.each(Object.entries(planted))(
    'of the kind %s is taken out of messages, fields and bindings',
    (_, secret) => {
      const { log, text, lines } = listen();

      log.info(`tried ${secret} "in quotes"`);
      log.info({ deep: [{ er: { value: `x ${secret}` } }], [secret]: 1 }, 'fields');
      log.child({ seen: secret }).info('bindings');
      log.error(new Error(`refused ${secret}`), 'an error');

      expect(text()).not.toContain('PLANTED');
      expect(text()).toContain('[redacted]');
      expect(lines()).toHaveLength(4);
    },
  );

  it.each([
    ['authorization'],
    ['Authorization'],
    ['x-slack-signature'],
    ['set-cookie'],
    ['botToken'],
    ['client_secret'],
    ['response_url'],
    ['responseUrl'],
    ['privateKey'],
    ['password'],
  ])('in a field named %s is taken out at any depth, whatever it looks like', (name) => {
    const { log, text } = listen();

    log.info({ [name]: 'PLANTED' }, 'top');
    log.info({ a: [{ b: { c: { [name]: 'PLANTED' } } }] }, 'deep');
    log.info({ [name]: ['PLANTED', { x: 'PLANTED' }] }, 'not a text');
    log
      .child({ fine: 1 })
      .child({ [name]: 'PLANTED' })
      .info('child');

    expect(text()).not.toContain('PLANTED');
    expect(text().split('[redacted]')).toHaveLength(5);
  });

  it('that this process holds is taken out though it looks like nothing', () => {
    const secret = 'plain"words\\with ü PLANTED';
    const { log, text, lines } = listen([secret]);

    log.info({ body: `x=${secret}` }, `sent ${secret}`);
    log.info({ url: `https://example.org/?q=${encodeURIComponent(secret)}` }, 'encoded');

    expect(text()).not.toContain('PLANTED');
    expect(lines()).toHaveLength(2);
  });

  it.each([
    'Authorization: Bearer PLANTEDPLANTED',
    'Basic UExBTlRFRDpQTEFOVEVEPLANTED==',
    'POST grant_type=client_credentials&client_secret=PLANTED.PLANTED&scope=x',
    'https://example.org/blob?sv=1&sig=PLANTED%2F',
    '{"access_token":"PLANTED","expires_in":3599}',
    '{"nested":"{\\"access_token\\":\\"PLANTED\\"}"}',
    'https://mina:PLANTED@proxy.example.org/',
  ])('that is labelled in a text is taken out: %s', (text) => {
    const { log, text: written, lines } = listen();

    log.info({ body: text }, text);

    expect(written()).not.toContain('PLANTED');
    expect(lines()).toHaveLength(1);
  });

  it('is not seen in what only sounds like one', () => {
    const { log, lines } = listen();

    log.info(
      { tokenExpiresInMs: 5000, hasSecret: true, vault: 'vault-home' },
      'a basic check of the token endpoint',
    );

    expect(lines()[0]).toMatchObject({
      tokenExpiresInMs: 5000,
      hasSecret: true,
      vault: 'vault-home',
      msg: 'a basic check of the token endpoint',
    });
  });
});

describe('an error', () => {
  /** As the SDKs throw them: the request, with all its headers, hangs on the error. */
  function sdkError(): Error {
    const request = { headers: { raw: 'PLANTED' }, body: 'PLANTED' };
    return Object.assign(new Error('The client is not authorized'), {
      code: 'AuthorizationFailed',
      statusCode: 403,
      request,
      response: { request, rawBody: 'PLANTED' },
      config: { auth: 'PLANTED' },
    });
  }

  it('of an SDK is told without its request and response', () => {
    const { log, text, lines } = listen();

    log.error(sdkError(), 'the call was refused');

    expect(text()).not.toContain('PLANTED');
    expect(lines()[0]).toMatchObject({
      msg: 'the call was refused',
      err: {
        type: 'Error',
        message: 'The client is not authorized',
        code: 'AuthorizationFailed',
        statusCode: 403,
        stack: expect.stringContaining('sdkError'),
      },
    });
  });

  it.each([
    ['under another name', (error: Error) => ({ reason: error })],
    ['in a list', (error: Error) => ({ reasons: [error] })],
    ['in a field of a field', (error: Error) => ({ a: { b: error } })],
    ['as a cause', (error: Error) => ({ err: new Error('outer', { cause: error }) })],
    ['among several', (error: Error) => ({ err: new AggregateError([error], 'all failed') })],
  ])('is told in the same way %s', (_, record) => {
    const { log, text } = listen();

    log.error(record(sdkError()), 'failed');

    expect(text()).toContain('AuthorizationFailed');
    expect(text()).not.toContain('PLANTED');
  });

  it('is told in the same way by a child logger', () => {
    const { log, text } = listen();

    log.child({ reason: sdkError() }).error('failed');
    log.child({ failbackId: 'FB-7K3M' }).error(sdkError());

    expect(text().split('AuthorizationFailed')).toHaveLength(3);
    expect(text()).not.toContain('PLANTED');
  });

  it('of our own keeps its facts', () => {
    const { log, lines } = listen();
    const facts = { service: 'azure', operation: 'commit', status: 503, retryable: true };

    log.error({ err: new UpstreamError('unavailable', 'Azure did not answer.', facts) }, 'failed');

    expect(lines()[0].err).toMatchObject({ type: 'UpstreamError', code: 'unavailable', facts });
  });

  it('that is no error at all does not break the line', () => {
    const { log, lines } = listen();

    log.error({ err: 'just words' }, 'thrown');
    log.error({ err: new Error('outer', { cause: { token: 'PLANTED' } }) }, 'thrown');

    expect(lines()[0].err).toBe('just words');
    expect(lines()[1].err.cause).toBe('[object]');
  });
});
