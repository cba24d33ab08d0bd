import { randomUUID } from 'node:crypto';
import { createServer } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Exchange } from '../../../adapters/azure/azure-settings.ts';
import { UpstreamError } from '../../../bot/failback/ports/errors.ts';
import { coded } from '../../../bot/failback/words/coded.ts';
import { createServerIdentity } from '../../../simulators/tls.ts';
import {
  connect,
  credentialOf,
  type SimulatedVault,
  startSimulatedVault,
} from '../../support/azure.ts';

let vault: SimulatedVault;
beforeEach(async () => {
  vault = await startSimulatedVault();
  vault.azure.addVm({ name: 'web-01' });
});
afterEach(() => vault.azure.close());

const start = (siteRecovery = vault.siteRecovery, requestId = randomUUID()) =>
  siteRecovery.startPlannedFailover({
    itemId: vault.azure.itemId('web-01'),
    requestId,
    synchronization: 'beforeFailover',
  });

async function failureOf(work: Promise<unknown>): Promise<UpstreamError> {
  const error = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (error instanceof UpstreamError) return error;
  throw new Error(`expected an UpstreamError, got ${String(error)}`);
}

describe('a call that changes the world', () => {
  it.each([500, 502, 503, 504, 408])('is unknown and not repeated after a %i', async (status) => {
    vault.azure.faults.next({ method: 'POST' }, { kind: 'status', status, taken: true });

    expect(await start()).toMatchObject({ outcome: 'unknown', status });
    expect(vault.azure.calls.received('plannedFailover')).toBe(1);
  });

  it('is unknown and not repeated after a 503 with Retry-After', async () => {
    vault.azure.faults.next(
      { method: 'POST' },
      { kind: 'status', status: 503, taken: false, retryAfter: '1' },
    );

    expect(await start()).toMatchObject({ outcome: 'unknown', status: 503 });
    expect(vault.azure.calls.received('plannedFailover')).toBe(1);
  });

  it.each([400, 403, 404, 409, 412])(
    'is refused by a %i, in the words of the service',
    async (status) => {
      vault.azure.faults.next(
        { method: 'POST' },
        { kind: 'status', status, taken: false, code: 'SomeCode', message: 'Some words.' },
      );

      expect(await start()).toEqual({
        outcome: 'refused',
        status,
        code: 'SomeCode',
        message: 'Some words.',
        serviceRequestId: expect.any(String),
      });
      expect(vault.azure.calls.received('plannedFailover')).toBe(1);
    },
  );

  it('is not sent when throttled, and says when to try again', async () => {
    vault.azure.faults.next(
      { method: 'POST' },
      { kind: 'status', status: 429, taken: false, retryAfter: '42' },
    );
    expect(await start()).toMatchObject({ outcome: 'notSent', retryAfterMs: 42_000 });

    const inOneMinute = new Date(Date.now() + 60_000).toUTCString();
    vault.azure.faults.next(
      { method: 'POST' },
      { kind: 'status', status: 429, taken: false, retryAfter: inOneMinute },
    );
    const answer = await start();
    expect(answer).toMatchObject({ outcome: 'notSent' });
    expect('retryAfterMs' in answer && answer.retryAfterMs).toBeGreaterThan(50_000);

    vault.azure.faults.next({ method: 'POST' }, { kind: 'status', status: 429, taken: false });
    expect(await start()).not.toHaveProperty('retryAfterMs');
    expect(vault.azure.calls.accepted('plannedFailover')).toBe(0);
  });

  it.each([true, false])('is unknown when the connection is reset (taken: %s)', async (taken) => {
    vault.azure.faults.next({ method: 'POST' }, { kind: 'reset', taken });

    expect(await start()).toMatchObject({ outcome: 'unknown' });
    expect(vault.azure.calls.received('plannedFailover')).toBe(1);
    expect(vault.azure.calls.accepted('plannedFailover')).toBe(taken ? 1 : 0);
  });

  it('is unknown when it hangs for longer than the time limit', async () => {
    vault.azure.faults.next({ method: 'POST' }, { kind: 'hang', taken: true });
    const siteRecovery = connect(vault.azure, { timeouts: { mutationMs: 150, readMs: 5_000 } });

    expect(await start(siteRecovery)).toEqual({
      outcome: 'unknown',
      reason: coded('noAnswerWithin', { seconds: 0.15 }),
    });
    expect(vault.azure.calls.received('plannedFailover')).toBe(1);
  });

  it('is accepted although the operation could not be polled, and never polls it', async () => {
    vault.azure.faults.always(
      { operation: 'replicationOperationStatus' },
      { kind: 'status', status: 500, taken: false },
    );

    expect(await start()).toMatchObject({
      outcome: 'accepted',
      operationId: vault.azure.jobs.latest('web-01').id,
    });
    expect(vault.azure.calls.reads('replicationOperationStatus')).toBe(0);
  });

  it('carries the request id that the caller gave, and the job gives it back', async () => {
    const requestId = randomUUID();

    await start(vault.siteRecovery, requestId);

    expect(vault.azure.calls.log.at(-1)).toMatchObject({ requestId });
    expect((await vault.siteRecovery.listJobs(0))[0]?.requestId).toBe(requestId);
  });

  it('is not sent when nobody listens', async () => {
    const port = await unusedPort();
    const siteRecovery = connect(vault.azure, { endpoint: `https://127.0.0.1:${port}` });

    expect(await start(siteRecovery)).toMatchObject({
      outcome: 'notSent',
      reason: { code: 'quotedFrom', facts: { text: expect.stringContaining('ECONNREFUSED') } },
    });
  });

  it('is not sent to a host whose certificate is not trusted', async () => {
    const stranger = await createServerIdentity();
    const siteRecovery = connect(vault.azure, {
      certificateAuthority: stranger.certificateAuthority,
    });

    expect(await start(siteRecovery)).toMatchObject({ outcome: 'notSent' });
    expect(vault.azure.calls.received('plannedFailover')).toBe(0);
  });

  it('is not sent when no token is given', async () => {
    const siteRecovery = connect(vault.azure, { credential: credentialOf(vault.azure, 'wrong') });

    expect(await start(siteRecovery)).toMatchObject({
      outcome: 'notSent',
      reason: { code: 'quotedFrom', facts: { text: expect.stringContaining('invalid_client') } },
    });
    expect(vault.azure.calls.received('plannedFailover')).toBe(0);
  });

  it('is not sent for an item of another vault', async () => {
    const itemId = vault.azure.itemId('web-01').replace(vault.azure.vault, 'other-vault');

    expect(await vault.siteRecovery.commit({ itemId, requestId: randomUUID() })).toMatchObject({
      outcome: 'notSent',
    });
    expect(vault.azure.calls.received('failoverCommit')).toBe(0);
  });

  it('is not sent when what its body is made of cannot be read', async () => {
    vault.azure.addVm({ name: 'home-01', state: 'failbackCommitted' });
    vault.azure.faults.next(
      { operation: 'replicationProtectableItems' },
      { kind: 'status', status: 403, taken: false },
    );

    expect(
      await vault.siteRecovery.reverseReplicate({
        itemId: vault.azure.itemId('home-01'),
        requestId: randomUUID(),
      }),
    ).toMatchObject({
      outcome: 'notSent',
      reason: { facts: { code: 'AuthorizationFailed' } },
    });
    expect(vault.azure.calls.received('reProtect')).toBe(0);
  });
});

describe('a token that dies in the middle', () => {
  it.each([true, false])(
    'is renewed without anybody noticing (claims challenge: %s)',
    async (withClaims) => {
      await vault.siteRecovery.listProtectedItems();
      vault.azure.tokens.expireAll({ withClaims });

      expect(await vault.siteRecovery.listProtectedItems()).toHaveLength(1);
      expect(vault.azure.tokens.issued).toBe(2);

      vault.azure.tokens.expireAll({ withClaims });
      expect(await start()).toMatchObject({ outcome: 'accepted' });
      expect(vault.azure.calls.accepted('plannedFailover')).toBe(1);

      const before = vault.azure.calls.reads();
      await vault.siteRecovery.listJobs(0);
      await vault.siteRecovery.listJobs(0);
      expect(vault.azure.calls.reads() - before).toBeLessThanOrEqual(3);
    },
  );
});

describe('a read', () => {
  it('is repeated after a 500 and a reset', async () => {
    vault.azure.faults.next({ method: 'GET' }, { kind: 'status', status: 500, taken: false });
    vault.azure.faults.next({ method: 'GET' }, { kind: 'reset', taken: false });

    expect(await vault.siteRecovery.listProtectedItems()).toHaveLength(1);
    expect(vault.azure.calls.reads()).toBe(3);
  });

  it('says how long to wait when it is throttled for long, without waiting', async () => {
    const stop = vault.azure.faults.throttleReads('42');

    expect((await failureOf(vault.siteRecovery.listJobs(0))).facts).toMatchObject({
      service: 'Azure Site Recovery',
      operation: 'replicationJobs',
      status: 429,
      retryable: true,
      retryAfterMs: 42_000,
    });
    expect(vault.azure.calls.reads()).toBe(1);

    stop();
    expect(await vault.siteRecovery.listJobs(0)).toEqual([]);
  });

  it('fails, to be repeated, when it is throttled without a time', async () => {
    vault.azure.faults.throttleReads();

    expect((await failureOf(vault.siteRecovery.listJobs(0))).facts).toMatchObject({
      status: 429,
      retryable: true,
    });
  });

  it('ends at its time limit', async () => {
    vault.azure.faults.always({ method: 'GET' }, { kind: 'hang', taken: false });
    const siteRecovery = connect(vault.azure, { timeouts: { mutationMs: 5_000, readMs: 150 } });

    const error = await failureOf(siteRecovery.listProviders());

    expect(error.code).toBe('unreachable');
    expect(error.facts).toEqual({
      service: 'Azure Site Recovery',
      operation: 'listProviders',
      retryable: true,
    });
  });

  it('is not worth repeating without the right', async () => {
    vault.azure.faults.next({ method: 'GET' }, { kind: 'status', status: 403, taken: false });

    const error = await failureOf(vault.siteRecovery.listProtectedItems());

    expect(error).toMatchObject({
      code: 'AuthorizationFailed',
      facts: { status: 403, retryable: false },
    });
  });

  it('tells an absent item from an absent vault, group and subscription', async () => {
    const { azure, siteRecovery } = vault;
    expect(await siteRecovery.readProtectedItem(azure.itemId('gone-01'))).toBeUndefined();
    expect(await siteRecovery.readJob(randomUUID())).toBeUndefined();

    const settings = {
      name: azure.vault,
      subscriptionId: azure.subscriptionId,
      resourceGroup: azure.resourceGroup,
    };
    const codes = [
      { ...settings, name: 'gone' },
      { ...settings, resourceGroup: 'gone' },
      { ...settings, subscriptionId: randomUUID() },
    ].map(
      async (vaultName) =>
        (await failureOf(connect(azure, { vault: vaultName }).readJob(randomUUID()))).code,
    );
    expect(await Promise.all(codes)).toEqual([
      'ResourceNotFound',
      'ResourceGroupNotFound',
      'SubscriptionNotFound',
    ]);
  });

  it.each([
    ['no JSON', '{"value":', 'application/json'],
    ['a page in HTML', '<html></html>', 'text/html'],
    ['no list', '{"value":null}', 'application/json'],
    ['an item without its operations', itemWithout('allowedOperations'), 'application/json'],
    ['an item without its running scenario', itemWithout('currentScenario'), 'application/json'],
  ])('is unreadable when it brings %s', async (_, text, contentType) => {
    vault.azure.faults.next({ method: 'GET' }, { kind: 'body', text, contentType });

    const error = await failureOf(vault.siteRecovery.listProtectedItems());

    expect(error.code).toBe('unreadable');
    expect(error.facts.retryable).toBe(false);
  });

  it('names the field that is missing', async () => {
    const text = itemWithout('allowedOperations');
    vault.azure.faults.next({ method: 'GET' }, { kind: 'body', text });

    const error = await failureOf(vault.siteRecovery.listProtectedItems());

    expect(error.message).toContain('broken-01');
    expect(error.message).toContain('properties.allowedOperations');
  });

  it('is not led in a circle by the links between pages', async () => {
    const nextLink = `${vault.azure.url}${vault.azure.itemId('x').split('/replicationFabrics')[0]}/replicationJobs?api-version=1`;
    vault.azure.faults.always(
      { operation: 'replicationJobs' },
      { kind: 'body', text: JSON.stringify({ value: [], nextLink }) },
    );

    expect((await failureOf(vault.siteRecovery.listJobs(0))).code).toBe('unreadable');
    expect(vault.azure.calls.reads('replicationJobs')).toBe(2);
  });

  it('tells of every exchange, and what is left of the budget', async () => {
    const exchanges: Exchange[] = [];
    const siteRecovery = connect(vault.azure, {
      onExchange: (exchange) => exchanges.push(exchange),
    });
    vault.azure.faults.next({ method: 'GET' }, { kind: 'status', status: 500, taken: false });

    await siteRecovery.listJobs(0);
    await start(siteRecovery);

    expect(exchanges).toEqual([
      expect.objectContaining({ method: 'GET', operation: 'replicationJobs', status: 500 }),
      expect.objectContaining({ status: 200, remainingReads: expect.any(Number) }),
      expect.objectContaining({
        method: 'POST',
        operation: 'replicationProtectedItems/plannedFailover',
        status: 202,
      }),
    ]);
  });
});

/** A page with one Hyper-V item that lacks a field. */
function itemWithout(field: string): string {
  const properties: Record<string, unknown> = {
    protectionState: 'Protected',
    activeLocation: 'Primary',
    allowedOperations: [],
    currentScenario: { scenarioName: 'None' },
    providerSpecificDetails: { instanceType: 'HyperVReplicaAzure' },
  };
  delete properties[field];
  return JSON.stringify({ value: [{ id: '/x', name: 'broken-01', properties }] });
}

async function unusedPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}
