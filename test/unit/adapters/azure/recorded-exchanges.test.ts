import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { jobSchema } from '../../../../adapters/azure/records/job-schemas.ts';
import { jobOf } from '../../../../adapters/azure/records/jobs.ts';
import { protectedItemOf } from '../../../../adapters/azure/records/protected-items.ts';
import { toProvider } from '../../../../adapters/azure/records/providers.ts';
import { itemSchema, providerSchema } from '../../../../adapters/azure/records/schemas.ts';

/** Recorded traffic of the real service and its official examples; kept beside the repository, not in it. */
const FILE = new URL('../../../../../shared/facts/site-recovery-exchanges.json', import.meta.url);

interface RecordedExchange {
  readonly name: string;
  readonly request: { readonly method: string; readonly url: string };
  readonly response: { readonly status: number; readonly body: unknown };
}

const isThere = existsSync(FILE);
const exchanges: RecordedExchange[] = isThere ? JSON.parse(readFileSync(FILE, 'utf8')) : [];
const bodiesOf = (pattern: RegExp) =>
  exchanges
    .filter(({ request, response }) => pattern.test(request.url) && isObject(response.body))
    .map(({ name, response }) => ({ name, body: response.body }));
const isObject = (body: unknown): body is object => typeof body === 'object' && body !== null;

describe.skipIf(!isThere)(
  'the recorded exchanges, skipped where they are not kept beside the repository',
  () => {
    it.each(bodiesOf(/\/replicationProtectedItems\/[^/]+(\?|\/)/i))(
      'reads the item of: $name',
      ({ body }) => {
        const item = protectedItemOf(itemSchema.parse(body));

        expect(item.id).toContain('/replicationProtectedItems/');
        expect(item.replicationProvider).toBe('HyperVReplicaAzure');
        expect(['azure', 'onPremises']).toContain(item.activeLocation);
        expect(item.allowedOperations.length).toBeGreaterThan(0);
        expect(item).not.toHaveProperty('runningScenario');
        expect(item.providerId).toContain('/replicationRecoveryServicesProviders/');
      },
    );

    it.each(bodiesOf(/\/replicationJobs\/[^/]+(\?|\/)/i))('reads the job of: $name', ({ body }) => {
      const job = jobOf(jobSchema.parse(body));

      expect(job.requestId).toMatch(/^[0-9a-f-]{36}$/);
      expect(job.startedAt).toBeGreaterThan(Date.UTC(2017, 0, 1));
      expect(job.endedAt === undefined).toBe(job.state !== 'Succeeded');
      expect(job.scenario).not.toBe('');
      expect(job.targetName).not.toBe('');
    });

    it.each(bodiesOf(/\/replicationRecoveryServicesProviders\/[^/]+\?/i))(
      'reads the provider of: $name',
      ({ body }) => {
        expect(toProvider(providerSchema.parse(body))).toMatchObject({
          connectionStatus: 'Connected',
          fabricType: 'HyperVSite',
          versionState: 'Latest',
          lastHeartbeatAt: Date.parse('2017-04-27T09:16:04.940Z'),
        });
      },
    );

    it('sees the disks and the storage of an item written in 2017', () => {
      const [before] = bodiesOf(/\/replicationProtectedItems\/vm2\?/);

      expect(protectedItemOf(itemSchema.parse(before?.body))).toMatchObject({
        name: 'vm2',
        azureVmName: 'vm2',
        usesManagedDisks: false,
        disks: [{ name: 'vm2', sizeMb: 1024 }],
      });
    });

    it('sees the skipped synchronization and the children of a plan that is failing back', () => {
      const [running] = bodiesOf(/\/replicationJobs\/a8447af3/);
      const job = jobOf(jobSchema.parse(running?.body));

      const waiting = job.tasks.find(({ name }) => name === 'WaitForUserInputForFailback');
      expect(waiting).toMatchObject({ state: 'Other', stateDescription: 'Skipped' });
      expect(waiting).not.toHaveProperty('startedAt');
      const shutdown = job.tasks.find(({ friendlyName }) => friendlyName.startsWith('All groups'));
      expect(shutdown?.children[0]?.children[0]?.friendlyName).toBe('vm1');
    });
  },
);
