import { UpstreamError } from '../../bot/failback/ports/errors.ts';
import type {
  CallAnswer,
  Fabric,
  ItemRequest,
  Job,
  JobRequest,
  PlannedFailoverRequest,
  ProtectedItem,
  RecoveryProvider,
  ResumeRequest,
  SiteRecovery,
} from '../../bot/failback/ports/site-recovery.ts';
import { coded } from '../../bot/failback/words/coded.ts';
import { AzureRecoveryPlans } from './azure-recovery-plans.ts';
import type { AzureSiteRecoverySettings, Exchange } from './azure-settings.ts';
import { type ItemPath, parseItemId } from './records/arm-id.ts';
import { plannedFailoverInput, reverseReplicationInput } from './records/failover-inputs.ts';
import { protectedItemOf } from './records/protected-items.ts';
import { SharedJobList } from './shared-job-list.ts';
import { SiteRecoveryReads } from './site-recovery-reads.ts';
import { notSent } from './transport/call-answer.ts';
import { type Mutation, sendOnce } from './transport/send-once.ts';
import { SharedRead } from './transport/shared-read.ts';

/** One vault of Azure Site Recovery. */
export class AzureSiteRecovery implements SiteRecovery {
  readonly vault: string;
  readonly plans: AzureRecoveryPlans;
  private readonly settings: AzureSiteRecoverySettings;
  private readonly reads: SiteRecoveryReads;
  private readonly items: SharedRead<readonly ProtectedItem[]>;
  private readonly providers: SharedRead<readonly RecoveryProvider[]>;
  private readonly fabrics: SharedRead<readonly Fabric[]>;
  private readonly jobs: SharedJobList;
  private readonly onExchange: ((exchange: Exchange) => void) | undefined;
  private lastRemainingReads: number | undefined;

  constructor(settings: AzureSiteRecoverySettings) {
    this.vault = settings.vault.name;
    this.settings = { ...settings, onExchange: (exchange) => this.note(exchange) };
    this.reads = new SiteRecoveryReads(this.settings);
    this.items = new SharedRead(() => this.reads.listItems());
    this.providers = new SharedRead(() => this.reads.listProviders());
    this.fabrics = new SharedRead(() => this.reads.listFabrics());
    this.jobs = new SharedJobList((since) => this.reads.listJobs(since));
    this.plans = new AzureRecoveryPlans(this.settings, this.reads, this.items);
    this.onExchange = settings.onExchange;
  }

  get remainingReads(): number | undefined {
    return this.lastRemainingReads;
  }

  listProtectedItems(): Promise<readonly ProtectedItem[]> {
    return this.items.read();
  }

  async readProtectedItem(itemId: string): Promise<ProtectedItem | undefined> {
    const item = await this.reads.readItem(itemId);
    return item && protectedItemOf(item);
  }

  listProviders(): Promise<readonly RecoveryProvider[]> {
    return this.providers.read();
  }

  listFabrics(): Promise<readonly Fabric[]> {
    return this.fabrics.read();
  }

  listJobs(since: number): Promise<readonly Job[]> {
    return this.jobs.read(since);
  }

  readJob(jobId: string): Promise<Job | undefined> {
    return this.reads.readJob(jobId);
  }

  async startPlannedFailover(request: PlannedFailoverRequest): Promise<CallAnswer> {
    const input = plannedFailoverInput(request);
    return this.sendToItem(
      request,
      ({ name, resourceGroup, path }) =>
        (client, options) =>
          client.replicationProtectedItems.beginPlannedFailover(
            name,
            resourceGroup,
            path.fabric,
            path.container,
            path.item,
            input,
            options,
          ),
    );
  }

  async resumeJob({ jobId, requestId, comments }: ResumeRequest): Promise<CallAnswer> {
    const { name, resourceGroup } = this.settings.vault;
    const parameters = { properties: { comments } };
    return sendOnce(this.settings, requestId, (client, options) =>
      client.replicationJobs.beginResume(name, resourceGroup, jobId, parameters, options),
    );
  }

  async cancelJob({ jobId, requestId }: JobRequest): Promise<CallAnswer> {
    const { name, resourceGroup } = this.settings.vault;
    return sendOnce(this.settings, requestId, (client, options) =>
      client.replicationJobs.beginCancel(name, resourceGroup, jobId, options),
    );
  }

  async restartJob({ jobId, requestId }: JobRequest): Promise<CallAnswer> {
    const { name, resourceGroup } = this.settings.vault;
    return sendOnce(this.settings, requestId, (client, options) =>
      client.replicationJobs.beginRestart(name, resourceGroup, jobId, options),
    );
  }

  async commit(request: ItemRequest): Promise<CallAnswer> {
    return this.sendToItem(
      request,
      ({ name, resourceGroup, path }) =>
        (client, options) =>
          client.replicationProtectedItems.beginFailoverCommit(
            name,
            resourceGroup,
            path.fabric,
            path.container,
            path.item,
            options,
          ),
    );
  }

  async reverseReplicate(request: ItemRequest): Promise<CallAnswer> {
    const input = await this.reverseInput(request.itemId);
    if ('outcome' in input) return input;
    return this.sendToItem(
      request,
      ({ name, resourceGroup, path }) =>
        (client, options) =>
          client.replicationProtectedItems.beginReprotect(
            name,
            resourceGroup,
            path.fabric,
            path.container,
            path.item,
            input,
            options,
          ),
    );
  }

  private async sendToItem(
    request: ItemRequest,
    mutation: (target: ItemTarget) => Mutation,
  ): Promise<CallAnswer> {
    const { name, resourceGroup } = this.settings.vault;
    const path = parseItemId(request.itemId, this.settings.vault);
    if (path === undefined) return notSent(coded('itemOfOtherVault', { vault: name }));
    return sendOnce(this.settings, request.requestId, mutation({ name, resourceGroup, path }));
  }

  /** Reads what the body is made of. Nothing is sent before it is known, so whatever fails here is `notSent`. */
  private async reverseInput(itemId: string) {
    try {
      const item = await this.reads.readItem(itemId);
      const protectable = item && (await this.reads.readProtectableItem(item));
      if (!item || !protectable) return notSent(coded('vmNotKnownToHost'));
      return reverseReplicationInput(item, protectable);
    } catch (error) {
      if (!(error instanceof UpstreamError)) throw error;
      return notSent(error.userMessage, error.facts.retryAfterMs);
    }
  }

  private note(exchange: Exchange): void {
    if (exchange.remainingReads !== undefined) this.lastRemainingReads = exchange.remainingReads;
    this.onExchange?.(exchange);
  }
}

interface ItemTarget {
  readonly name: string;
  readonly resourceGroup: string;
  readonly path: ItemPath;
}
