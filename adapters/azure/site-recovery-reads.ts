import type { z } from 'zod';
import { UpstreamError } from '../../bot/failback/ports/errors.ts';
import type { RecoveryPlan } from '../../bot/failback/ports/recovery-plans.ts';
import type {
  Fabric,
  Job,
  ProtectedItem,
  RecoveryProvider,
} from '../../bot/failback/ports/site-recovery.ts';
import type { AzureSiteRecoverySettings } from './azure-settings.ts';
import { type ItemPath, parseItemId, parsePlanId, segmentAfter } from './records/arm-id.ts';
import { collectChildErrors } from './records/child-jobs.ts';
import { toFabric } from './records/fabrics.ts';
import { jobSchema, type WireJob } from './records/job-schemas.ts';
import { jobOf } from './records/jobs.ts';
import { planKindSchema, planSchema } from './records/plan-schemas.ts';
import { protectedItemOf } from './records/protected-items.ts';
import { toProvider } from './records/providers.ts';
import { recoveryPlanOf } from './records/recovery-plans.ts';
import type { WireItem, WireProtectableItem } from './records/schemas.ts';
import {
  fabricSchema,
  itemKindSchema,
  itemSchema,
  pageSchema,
  protectableItemSchema,
  providerSchema,
} from './records/schemas.ts';
import { parseBody, unreadableBody } from './transport/parse-body.ts';
import { RawReads } from './transport/raw-reads.ts';
import { createReadClient } from './transport/site-recovery-client.ts';

/** The replication provider of Hyper-V VMs in Azure: the only kind of item that the bot can bring home. */
const HYPER_V = 'HyperVReplicaAzure';

/** The service's clock and ours may differ by this much without a job being missed. */
const CLOCK_SKEW_MS = 5 * 60_000;

/** Everything the bot reads of a vault, parsed at the edge. Throws `UpstreamError`. */
export class SiteRecoveryReads {
  private readonly settings: AzureSiteRecoverySettings;
  private readonly reads: RawReads;

  constructor(settings: AzureSiteRecoverySettings) {
    this.settings = settings;
    this.reads = new RawReads(createReadClient(settings), settings);
  }

  listItems(): Promise<readonly ProtectedItem[]> {
    return this.itemsWhere();
  }

  /** The items of a plan as the service selects them; none when it turns the filter down. */
  async listItemsOfPlan(planId: string): Promise<readonly ProtectedItem[]> {
    try {
      return await this.itemsWhere(planFilter(this.planOf('listItemsOfPlan', planId)));
    } catch (error) {
      if (error instanceof UpstreamError && error.facts.status === 400) return [];
      throw error;
    }
  }

  private async itemsWhere(filter?: string): Promise<readonly ProtectedItem[]> {
    const { name, resourceGroup } = this.settings.vault;
    return this.list(
      'listProtectedItems',
      (client, options) =>
        client.replicationProtectedItems.list(name, resourceGroup, {
          ...options,
          ...(filter !== undefined && { filter }),
        }),
      (entry) =>
        isHyperV(entry) || itemSchema.safeParse(entry).success
          ? [protectedItemOf(parseEntry(itemSchema, 'listProtectedItems', entry))]
          : [],
    );
  }

  async readItem(itemId: string): Promise<WireItem | undefined> {
    const path = this.pathOf(itemId);
    const { name, resourceGroup } = this.settings.vault;
    const body = await this.reads.one('readProtectedItem', (client, options) =>
      client.replicationProtectedItems.get(
        name,
        resourceGroup,
        path.fabric,
        path.container,
        path.item,
        options,
      ),
    );
    return body === undefined ? undefined : parseBody(itemSchema, 'readProtectedItem', body);
  }

  async readProtectableItem(item: WireItem): Promise<WireProtectableItem | undefined> {
    const operation = 'readProtectableItem';
    const path = this.pathOf(item.id);
    const protectable = segmentAfter(
      item.properties.protectableItemId ?? '',
      'replicationProtectableItems',
    );
    if (!protectable) throw unreadableBody(operation, 'properties.protectableItemId: missing');
    const { name, resourceGroup } = this.settings.vault;
    const body = await this.reads.one(operation, (client, options) =>
      client.replicationProtectableItems.get(
        name,
        resourceGroup,
        path.fabric,
        path.container,
        protectable,
        options,
      ),
    );
    return body === undefined ? undefined : parseBody(protectableItemSchema, operation, body);
  }

  async listProviders(): Promise<readonly RecoveryProvider[]> {
    const { name, resourceGroup } = this.settings.vault;
    return this.list(
      'listProviders',
      (client, options) =>
        client.replicationRecoveryServicesProviders.list(name, resourceGroup, options),
      (entry) => [toProvider(parseEntry(providerSchema, 'listProviders', entry))],
    );
  }

  async listFabrics(): Promise<readonly Fabric[]> {
    const { name, resourceGroup } = this.settings.vault;
    return this.list(
      'listFabrics',
      (client, options) => client.replicationFabrics.list(name, resourceGroup, options),
      (entry) => [toFabric(parseEntry(fabricSchema, 'listFabrics', entry))],
    );
  }

  async listPlans(): Promise<readonly RecoveryPlan[]> {
    const { name, resourceGroup } = this.settings.vault;
    return this.list(
      'listRecoveryPlans',
      (client, options) => client.replicationRecoveryPlans.list(name, resourceGroup, options),
      (entry) =>
        isHyperVPlan(entry) || planSchema.safeParse(entry).success
          ? [recoveryPlanOf(parseEntry(planSchema, 'listRecoveryPlans', entry))]
          : [],
    );
  }

  async readPlan(planId: string): Promise<RecoveryPlan | undefined> {
    const operation = 'readRecoveryPlan';
    const { vault } = this.settings;
    const plan = this.planOf(operation, planId);
    const body = await this.reads.one(operation, (client, options) =>
      client.replicationRecoveryPlans.get(vault.name, vault.resourceGroup, plan, options),
    );
    return body === undefined ? undefined : recoveryPlanOf(parseBody(planSchema, operation, body));
  }

  async listJobs(since: number): Promise<readonly Job[]> {
    const { name, resourceGroup } = this.settings.vault;
    const filter = jobFilter(since);
    const jobs = await this.list(
      'listJobs',
      (client, options) =>
        client.replicationJobs.list(name, resourceGroup, {
          ...options,
          ...(this.settings.filtersJobsByStart !== false && { filter }),
        }),
      (entry) => [jobOf(parseEntry(jobSchema, 'listJobs', entry))],
    );
    return jobs.filter((job) => job.startedAt === undefined || job.startedAt >= since);
  }

  async readJob(jobId: string): Promise<Job | undefined> {
    const job = await this.readWireJob(jobId);
    if (job === undefined) return undefined;
    const readChild = (childId: string) => this.readWireJob(childId);
    return jobOf(job, await collectChildErrors(job, readChild, this.settings.logger));
  }

  private async readWireJob(jobId: string): Promise<WireJob | undefined> {
    const { name, resourceGroup } = this.settings.vault;
    const body = await this.reads.one('readJob', (client, options) =>
      client.replicationJobs.get(name, resourceGroup, jobId, options),
    );
    return body === undefined ? undefined : parseBody(jobSchema, 'readJob', body);
  }

  private async list<T>(
    operation: string,
    list: Parameters<RawReads['pages']>[1],
    read: (entry: unknown) => readonly T[],
  ): Promise<readonly T[]> {
    const all: T[] = [];
    await this.reads.pages(operation, list, (page) => {
      all.push(...parseBody(pageSchema, operation, page).value.flatMap(read));
    });
    return all;
  }

  private planOf(operation: string, planId: string): string {
    const plan = parsePlanId(planId, this.settings.vault);
    if (plan === undefined)
      throw unreadableBody(operation, `id: ${planId} is not a plan of this vault`);
    return plan;
  }

  private pathOf(itemId: string): ItemPath {
    const path = parseItemId(itemId, this.settings.vault);
    if (path === undefined)
      throw unreadableBody('readProtectedItem', `id: ${itemId} is not an item of this vault`);
    return path;
  }
}

/**
 * Older than `since` by the clock skew: the exact cut is made on our side. The form is that of
 * Get-AzRecoveryServicesAsrJob, whose start time is a lower bound although it is sent with `eq`; that the service reads
 * a round-trip UTC time here follows from its cmdlet and was never recorded.
 * https://github.com/Azure/azure-powershell (RecoveryServices.SiteRecovery)
 */
function jobFilter(since: number): string {
  return `StartTime eq '${new Date(Math.max(0, since - CLOCK_SKEW_MS)).toISOString()}'`;
}

/**
 * The form of Get-AzRecoveryServicesAsrRecoveryPlan, which asks for the items of each plan so; no answer to it was recorded.
 * https://github.com/Azure/azure-powershell (RecoveryServices.SiteRecovery, GetAzureSiteRecoveryReplicationProtectedItemInRP)
 */
const planFilter = (plan: string): string => `RecoveryPlanName eq '${plan.replaceAll("'", "''")}'`;

/** Names the entry that cannot be read, which its place in a page would not. */
function parseEntry<S extends z.ZodType>(schema: S, operation: string, entry: unknown): z.infer<S> {
  const id =
    typeof entry === 'object' && entry !== null && 'name' in entry
      ? String(entry.name)
      : 'an entry';
  return parseBody(schema, `${operation}: ${id}`, entry);
}

/** Items of other replication providers may look otherwise: one of them must not hide all VMs of the vault. */
function isHyperV(entry: unknown): boolean {
  const kind = itemKindSchema.safeParse(entry);
  return !kind.success || kind.data.properties.providerSpecificDetails.instanceType === HYPER_V;
}

/** As with items: what cannot be read of another provider's plan must not hide the others. */
function isHyperVPlan(entry: unknown): boolean {
  const kind = planKindSchema.safeParse(entry);
  return !kind.success || kind.data.properties.replicationProviders.includes(HYPER_V);
}
