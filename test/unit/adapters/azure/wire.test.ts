import { describe, expect, it } from 'vitest';
import { parseItemId } from '../../../../adapters/azure/records/arm-id.ts';
import { operationName } from '../../../../adapters/azure/records/operation-name.ts';
import { parseWireTime } from '../../../../adapters/azure/records/wire-time.ts';
import { isAbsence } from '../../../../adapters/azure/transport/absence.ts';
import { retryAfterMs } from '../../../../adapters/azure/transport/retry-after.ts';

const headers = (value?: string) => ({ get: () => value });
const VAULT = { name: 'vault-1', subscriptionId: 'sub-1', resourceGroup: 'rg-1' };
const ITEM =
  '/Subscriptions/sub-1/resourceGroups/rg-1/providers/Microsoft.RecoveryServices/vaults/vault-1/replicationFabrics/f/replicationProtectionContainers/c/replicationProtectedItems/i';

describe('Retry-After', () => {
  const now = Date.UTC(2026, 0, 1);

  it.each([
    ['30', 30_000],
    ['0', 0],
    ['Thu, 01 Jan 2026 00:01:00 GMT', 60_000],
    ['Wed, 31 Dec 2025 23:59:00 GMT', 0],
    ['soon', undefined],
    [undefined, undefined],
  ])('%s is %s ms', (text, expected) => {
    expect(retryAfterMs(headers(text), now)).toBe(expected);
  });
});

describe('a time on the wire', () => {
  it.each([
    ['2026-01-01T00:00:00Z', Date.UTC(2026, 0, 1)],
    ['2026-01-01T00:00:00.1230000Z', Date.UTC(2026, 0, 1) + 123],
    ['2026-01-01T01:00:00+01:00', Date.UTC(2026, 0, 1)],
    ['2026-01-01T00:00:00', Date.UTC(2026, 0, 1)],
    ['0001-01-01T00:00:00', undefined],
    ['1753-01-01T01:01:01Z', undefined],
    ['', undefined],
    [null, undefined],
    ['yesterday', undefined],
  ])('%s is %s', (text, expected) => {
    expect(parseWireTime(text)).toBe(expected);
  });
});

describe('an item id', () => {
  it('is taken apart whatever its case', () => {
    expect(parseItemId(ITEM, VAULT)).toEqual({ fabric: 'f', container: 'c', item: 'i' });
    expect(parseItemId(ITEM.toUpperCase(), VAULT)).toEqual({
      fabric: 'F',
      container: 'C',
      item: 'I',
    });
  });

  it.each([
    ITEM.replace('vault-1', 'vault-2'),
    ITEM.replace('rg-1', 'rg-2'),
    ITEM.replace('sub-1', 'sub-2'),
    ITEM.replace('/replicationProtectedItems/i', ''),
    'web-01',
    '',
  ])('of something else is none: %s', (id) => {
    expect(parseItemId(id, VAULT)).toBeUndefined();
  });
});

describe('a 404', () => {
  const answer = (code: string, message = 'Gone.', status = 404) => ({
    status,
    headers: headers(),
    bodyAsText: JSON.stringify({ error: { code, message } }),
  });

  it.each(['ResourceNotFound', 'NotFound', 'ProtectedItemNotFound', 'JobDoesNotExist'])(
    'with %s is an absence',
    (code) => {
      expect(isAbsence(answer(code), 'vault-1')).toBe(true);
    },
  );

  it.each([
    'SubscriptionNotFound',
    'ResourceGroupNotFound',
    'ParentResourceNotFound',
    'VaultNotFound',
    'InvalidResourceType',
    'Other',
  ])('with %s is none', (code) => {
    expect(isAbsence(answer(code), 'vault-1')).toBe(false);
  });

  it('that names the vault itself is none', () => {
    const message =
      "The Resource 'Microsoft.RecoveryServices/vaults/Vault-1' under resource group 'rg-1' was not found.";
    expect(isAbsence(answer('ResourceNotFound', message), 'vault-1')).toBe(false);
  });

  it('without a body that can be read is none', () => {
    expect(isAbsence({ status: 404, headers: headers(), bodyAsText: '<html>' }, 'vault-1')).toBe(
      false,
    );
  });

  it('is the only status that can be one', () => {
    expect(isAbsence(answer('ResourceNotFound', 'Gone.', 403), 'vault-1')).toBe(false);
  });
});

describe('the name of an operation', () => {
  const base = 'https://host.example/subscriptions/s/resourceGroups/g/providers/p/vaults/v/';

  it.each([
    ['replicationJobs?api-version=1', 'replicationJobs'],
    ['replicationJobs/id/resume?api-version=1', 'replicationJobs/resume'],
    ['replicationFabrics?x=1', 'replicationFabrics'],
    [
      'replicationFabrics/f/replicationProtectionContainers/c/replicationProtectedItems/i/reProtect',
      'replicationProtectedItems/reProtect',
    ],
  ])('of %s is %s', (path, expected) => {
    expect(operationName(base + path)).toBe(expected);
  });
});
