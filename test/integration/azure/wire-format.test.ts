import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { get } from 'node:https';
import Ajv04 from 'ajv-draft-04';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  credentialOf,
  postAsSomebodyElse,
  type SimulatedVault,
  startSimulatedVault,
} from '../../support/azure.ts';

/** The published specification of the service, kept beside the repository. */
const FILE = new URL(
  '../../../../shared/schemas/site-recovery.2018-07-10.openapi.json',
  import.meta.url,
);

type Schema = Record<string, unknown>;

interface Specification {
  readonly paths: Record<
    string,
    { get?: { responses: Record<string, { content?: Record<string, { schema: Schema }> }> } }
  >;
  readonly components: { readonly schemas: Record<string, Schema> };
}

const isThere = existsSync(FILE);
const BEHIND_VAULT = '/vaults/{resourceName}/';

describe.skipIf(!isThere)(
  'the simulated wire format, skipped where the specification is not kept beside the repository',
  () => {
    let vault: SimulatedVault;
    let specification: Specification;
    beforeAll(async () => {
      specification = JSON.parse(readFileSync(FILE, 'utf8'));
      vault = await startSimulatedVault({ pageSize: 1 });
      for (const name of ['web-01', 'web-02']) vault.azure.addVm({ name });
      await postAsSomebodyElse(
        vault.azure,
        `${vault.azure.itemId('web-01')}/plannedFailover`,
        FAILBACK,
      );
      vault.clock.move(11 * 60_000);
    });
    afterAll(() => vault.azure.close());

    it.each([
      ['replicationProtectedItems', () => 'replicationProtectedItems'],
      ['replicationJobs', () => 'replicationJobs'],
      [
        'replicationJobs/{jobName}',
        () => `replicationJobs/${vault.azure.jobs.latest('web-01').id}`,
      ],
      ['replicationRecoveryServicesProviders', () => 'replicationRecoveryServicesProviders'],
      ['replicationFabrics', () => 'replicationFabrics'],
      ['replicationProtectionContainers', () => 'replicationProtectionContainers'],
      ['replicationRecoveryPlans', () => 'replicationRecoveryPlans'],
      [
        `${CONTAINER()}/replicationProtectedItems/{replicatedProtectedItemName}`,
        () => behindVault(vault.azure.itemId('web-01')),
      ],
      [
        `${CONTAINER()}/replicationProtectableItems/{protectableItemName}`,
        () =>
          `${behindVault(vault.azure.itemId('x')).replace(/replicationProtectedItems.*/, 'replicationProtectableItems')}/${vault.azure.vm('web-01').id}`,
      ],
    ])('of GET %s is the published one', async (path, actual) => {
      const body = await read(vault, actual());

      expect(faultsOf(specification, schemaOf(specification, path), body)).toEqual([]);
    });

    it('has provider details of the published form', async () => {
      const item = await read(vault, behindVault(vault.azure.itemId('web-01')));
      const job = await read(vault, `replicationJobs/${vault.azure.jobs.latest('web-01').id}`);
      const { schemas } = specification.components;

      const details = at(item, 'properties', 'providerSpecificDetails');
      expect(
        faultsOf(specification, schemas['HyperVReplicaAzureReplicationDetails'], details),
      ).toEqual([]);
      expect(
        faultsOf(specification, schemas['AsrJobDetails'], at(job, 'properties', 'customDetails')),
      ).toEqual([]);
    });

    it.each([
      ['beforeFailover', 'ForDownTime'],
      ['fullDownload', 'ForSynchronization'],
    ] as const)(
      'is asked for %s with the option that means it',
      async (synchronization, option) => {
        const { azure, siteRecovery } = vault;
        const name = `asked-${synchronization.toLowerCase()}`;
        azure.addVm({ name });
        const itemId = azure.itemId(name);
        await siteRecovery.startPlannedFailover({
          itemId,
          requestId: randomUUID(),
          synchronization,
        });

        const call = azure.calls.log.findLast(({ method }) => method === 'POST');
        expect(at(call, 'body', 'properties', 'providerSpecificDetails')).toEqual({
          instanceType: 'HyperVReplicaAzureFailback',
          dataSyncOption: option,
          recoveryVmCreationOption: 'NoAction',
        });
      },
    );

    it('has calls of the published form, as the adapter sends them', async () => {
      const { azure, siteRecovery } = vault;
      azure.addVm({ name: 'home-01', state: 'failbackCommitted' });
      const requestId = randomUUID();
      await siteRecovery.startPlannedFailover({
        itemId: azure.itemId('web-02'),
        requestId,
        synchronization: 'beforeFailover',
      });
      await siteRecovery.reverseReplicate({ itemId: azure.itemId('home-01'), requestId });

      const [failback, reverse] = azure.calls.log
        .slice(-4)
        .filter(({ method }) => method === 'POST');
      const { schemas } = specification.components;
      const details = (call: unknown) => at(call, 'body', 'properties', 'providerSpecificDetails');
      expect(faultsOf(specification, schemas['PlannedFailoverInput'], failback?.body)).toEqual([]);
      const failbackSchema = closed(schemas['HyperVReplicaAzureFailbackProviderInput']);
      expect(faultsOf(specification, failbackSchema, details(failback))).toEqual([]);
      const reverseSchema = closed(schemas['HyperVReplicaAzureReprotectInput']);
      expect(faultsOf(specification, reverseSchema, details(reverse))).toEqual([]);
    });

    it('is held against the specification: a wrong type is found', async () => {
      const item = await read(vault, behindVault(vault.azure.itemId('web-01')));
      const spoilt = { ...(item as object), properties: { allowedOperations: 'Failback' } };
      const path = `${CONTAINER()}/replicationProtectedItems/{replicatedProtectedItemName}`;

      expect(faultsOf(specification, schemaOf(specification, path), spoilt)).toEqual([
        '/properties/allowedOperations must be array',
      ]);
    });
  },
);

const FAILBACK = {
  properties: {
    failoverDirection: 'RecoveryToPrimary',
    providerSpecificDetails: {
      instanceType: 'HyperVReplicaAzureFailback',
      dataSyncOption: 'ForDownTime',
      recoveryVmCreationOption: 'NoAction',
    },
  },
};

function CONTAINER() {
  return 'replicationFabrics/{fabricName}/replicationProtectionContainers/{protectionContainerName}';
}

const behindVault = (id: string) => id.split(/\/vaults\/[^/]+\//)[1] ?? '';
const at = (value: unknown, ...names: string[]) =>
  names.reduce<unknown>((inner, name) => (inner as Record<string, unknown>)[name], value);

/** The schema with no room for a field that it does not name: a misspelt one would be ignored by the service. */
function closed(schema: Schema | undefined): Schema {
  const own = Object.keys((schema?.['properties'] ?? {}) as object);
  return { ...schema, propertyNames: { enum: [...own, 'instanceType'] } };
}

/** Names of fields with the types of their values, down to the leaves; of a list, those of its first entry. */
function shapeOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.slice(0, 1).map(shapeOf);
  if (typeof value !== 'object' || value === null) return value === null ? 'null' : typeof value;
  const entries = Object.entries(value).toSorted(([a], [b]) => a.localeCompare(b));
  return Object.fromEntries(entries.map(([name, inner]) => [name, shapeOf(inner)]));
}

function schemaOf({ paths }: Specification, path: string): Schema | undefined {
  const found = Object.entries(paths).find(([full]) => full.split(BEHIND_VAULT)[1] === path);
  return found?.[1].get?.responses['200']?.content?.['application/json']?.schema;
}

/** The specification knows no null; the service sends it for what is absent, so it is taken out before. */
function faultsOf(
  { components }: Specification,
  schema: Schema | undefined,
  body: unknown,
): readonly string[] {
  if (schema === undefined) return ['no schema for it in the specification'];
  const ajv = new Ajv04.default({ strict: false, allErrors: true, formats: FORMATS });
  const validate = ajv.compile({ ...schema, components });
  validate(withoutNulls(body));
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

const FORMATS = {
  'date-time': (text: string) => /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/.test(text),
  int32: true,
  int64: true,
} as const;

function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNulls);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([, inner]) => inner !== null);
  return Object.fromEntries(entries.map(([name, inner]) => [name, withoutNulls(inner)]));
}

async function read({ azure }: SimulatedVault, path: string): Promise<unknown> {
  const token = await credentialOf(azure).getToken(`${azure.url}/.default`);
  const vaultId = azure.itemId('x').split('/replicationFabrics')[0];
  const text = await new Promise<string>((resolve, reject) => {
    get(
      `${azure.url}${vaultId}/${path}?api-version=2018-07-10`,
      { ca: azure.certificateAuthority, headers: { authorization: `Bearer ${token?.token}` } },
      async (response) => resolve(Buffer.concat(await response.toArray()).toString()),
    ).on('error', reject);
  });
  return JSON.parse(text);
}

/** Recorded traffic of the real service, kept beside the repository. The specification at hand leaves jobs open. */
const RECORDED = new URL('../../../../shared/facts/site-recovery-exchanges.json', import.meta.url);

describe.skipIf(!existsSync(RECORDED))(
  'a simulated job, skipped where the recordings are not kept beside the repository',
  () => {
    it('has the fields and types of a recorded one', async () => {
      const exchanges: { name: string; response: { body: unknown } }[] = JSON.parse(
        readFileSync(RECORDED, 'utf8'),
      );
      const recorded = exchanges.find(
        ({ name }) => name.includes('failoverCommit job Succeeded') && !name.includes('RP'),
      );
      const vault = await startSimulatedVault();
      vault.azure.addVm({ name: 'web-01', state: 'notCommittedInAzure' });
      await vault.siteRecovery.commit({
        itemId: vault.azure.itemId('web-01'),
        requestId: randomUUID(),
      });
      vault.clock.move(5 * 60_000);

      const job = await read(vault, `replicationJobs/${vault.azure.jobs.latest('web-01').id}`);

      await vault.azure.close();
      expect(commonJob(job)).toEqual(commonJob(recorded?.response.body));
    });
  },
);

/** Without what only the answers of 2016 to 2018 had beside `properties`, and without the ids of clouds. */
function commonJob(body: unknown): unknown {
  const { id, name, properties } = body as Record<string, Record<string, unknown>>;
  const customDetails = { instanceType: at(properties, 'customDetails', 'instanceType') };
  return shapeOf({ id, name, properties: { ...properties, customDetails } });
}
