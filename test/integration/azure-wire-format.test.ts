import { existsSync, readFileSync } from 'node:fs';
import { get } from 'node:https';
import Ajv04 from 'ajv-draft-04';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  credentialOf,
  postAsSomebodyElse,
  type SimulatedVault,
  startSimulatedVault,
} from '../support/azure.ts';

/** The published specification of the service, kept beside the repository. */
const FILE = new URL(
  '../../../shared/schemas/site-recovery.2018-07-10.openapi.json',
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
