import { UpstreamError } from '../../../bot/failback/ports/errors.ts';
import type {
  CallAnswer,
  Fabric,
  Job,
  ProtectedItem,
  RecoveryPlans,
  RecoveryProvider,
  SiteRecovery,
} from '../../../bot/failback/ports/site-recovery.ts';
import { sameId } from '../../../bot/failback/ports/site-recovery.ts';
import { NO_PLANS } from './no-plans.ts';

const PROVIDER_ID = '/subscriptions/s-1/providers/hyperv-01';

/** A VM that is ready to come home, with what differs. Its ids are as long as real ones. */
export function itemNamed(name: string, change: Partial<ProtectedItem> = {}): ProtectedItem {
  return {
    id: itemId(name),
    name,
    replicationProvider: 'HyperVReplicaAzure',
    activeLocation: 'azure',
    protectionState: 'PlannedFailoverStatesBegin',
    protectionStateDescription: 'Planned failover committed',
    allowedOperations: ['CompleteMigration', 'DisableProtection', 'Failback'],
    replicationHealth: 'Normal',
    healthErrors: [],
    providerId: PROVIDER_ID,
    fabricName: 'site-north',
    usesManagedDisks: false,
    disks: [{ id: 'disk-1', name: 'system', sizeMb: 40_960 }],
    dataEncryption: 'Disabled',
    vmId: `vm-${name}`,
    ...change,
  };
}

const itemId = (name: string) =>
  `/Subscriptions/00000000-0000-4000-8000-000000000003/resourceGroups/disaster-recovery/providers/Microsoft.RecoveryServices/vaults/vault-home/replicationFabrics/site-north/replicationProtectionContainers/cloud-1/replicationProtectedItems/item-${name}`;

export const PROVIDER: RecoveryProvider = {
  id: PROVIDER_ID,
  name: 'hyperv-01',
  fabricType: 'HyperVSite',
  connectionStatus: 'Connected',
  version: '5.1',
  versionState: 'Latest',
};

const FABRIC: Fabric = {
  id: itemId('web-01').replace(/\/replicationProtectionContainers.*$/, ''),
  name: 'site-north',
  type: 'HyperVSite',
  encryptionState: 'None',
};

/** A vault that shows what the test has put in, and notes what it was asked to do. */
export class ScriptedVault implements SiteRecovery {
  readonly vault: string;
  plans: RecoveryPlans = NO_PLANS;
  items: ProtectedItem[];
  providers: RecoveryProvider[] = [PROVIDER];
  fabrics: Fabric[] = [FABRIC];
  jobs: Job[] = [];
  /** What every call that changes the world is answered. */
  answer: CallAnswer = { outcome: 'accepted', operationId: 'job-1' };
  /** Thrown by every read while it is set. */
  outage: UpstreamError | undefined;
  readonly calls: string[] = [];

  constructor(items: ProtectedItem[] = [itemNamed('web-01')], vault = 'vault-home') {
    this.items = items;
    this.vault = vault;
  }

  async listProtectedItems() {
    return this.read(this.items);
  }

  async readProtectedItem(id: string) {
    return this.read(this.items.find((item) => sameId(item.id, id)));
  }

  async listProviders() {
    return this.read(this.providers);
  }

  async listFabrics() {
    return this.read(this.fabrics);
  }

  async listJobs(since: number) {
    return this.read(this.jobs.filter(({ startedAt }) => (startedAt ?? since) >= since));
  }

  async readJob(jobId: string) {
    return this.read(this.jobs.find((job) => sameId(job.id, jobId)));
  }

  async startPlannedFailover() {
    return this.call('plannedFailover');
  }

  async resumeJob() {
    return this.call('completeFailover');
  }

  async restartJob() {
    return this.call('restartJob');
  }

  async cancelJob() {
    return this.call('cancelJob');
  }

  async commit() {
    return this.call('commit');
  }

  async reverseReplicate() {
    return this.call('reverseReplicate');
  }

  private read<T>(value: T): T {
    if (this.outage !== undefined) throw this.outage;
    return value;
  }

  private call(name: string): CallAnswer {
    this.calls.push(name);
    return this.answer;
  }
}

/** Azure does not answer. */
export const azureIsDown = () =>
  new UpstreamError('azureUnreachable', 'Azure was not reached. Nothing was changed.', {
    service: 'azure',
    operation: 'listProtectedItems',
    status: 503,
    requestId: 'r-42',
    retryable: true,
  });
