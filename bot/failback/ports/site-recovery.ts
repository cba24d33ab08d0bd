import type { Statement } from '../words/statement.ts';
import type { Destination } from './destination.ts';
import type { ActionKind, RecoveryPlan } from './recovery-plans.ts';

/**
 * What the bot asks of Azure Site Recovery, in our own records. One instance serves one vault.
 *
 * Reads throw `UpstreamError`. Calls that change the world never throw for what the service said:
 * they return a `CallAnswer`, because "it may have been taken" is an expected outcome.
 * Names of states, tasks and operations are Azure's own strings; the domain judges them.
 */
export interface SiteRecovery {
  /** The vault's name as the settings spell it. */
  readonly vault: string;
  /** Reads that Azure still allows in this moment, as its last answer said; undefined when it did not say. */
  readonly remainingReads?: number | undefined;
  readonly plans: RecoveryPlans;

  /** Every protected item of the vault, all pages. */
  listProtectedItems(): Promise<readonly ProtectedItem[]>;
  /** One protected item, or undefined when the service says there is none. */
  readProtectedItem(itemId: string): Promise<ProtectedItem | undefined>;
  /** Every registered provider (Hyper-V host or VMM server) of the vault, all pages. */
  listProviders(): Promise<readonly RecoveryProvider[]>;
  /** Every Hyper-V site and VMM server of the vault, all pages. */
  listFabrics(): Promise<readonly Fabric[]>;
  /** Jobs started at or after `since`, all pages. Their `tasks` may be empty: the list leaves them out. */
  listJobs(since: number): Promise<readonly Job[]>;
  /** One job with its tasks, and the errors of its child jobs collected; undefined when there is none. */
  readJob(jobId: string): Promise<Job | undefined>;

  /** Starts the planned failover from Azure to on-premises. Sent once: never repeated by the adapter. */
  startPlannedFailover(request: PlannedFailoverRequest): Promise<CallAnswer>;
  /** Resumes the waiting job: complete failover. Sent once. */
  resumeJob(request: ResumeRequest): Promise<CallAnswer>;
  /** Cancels a job that runs or waits: what it was doing is left half done. Sent once. */
  cancelJob(request: JobRequest): Promise<CallAnswer>;
  /** Restarts a failed job. A job of its own does it, which has the id of the answer. Sent once. */
  restartJob(request: JobRequest): Promise<CallAnswer>;
  /** Commits the failback: deletes the Azure VM and its disks. Sent once. */
  commit(request: ItemRequest): Promise<CallAnswer>;
  /** Replicates the on-premises VM to Azure again. Sent once. */
  reverseReplicate(request: ItemRequest): Promise<CallAnswer>;
}

/**
 * How the data travels home. `beforeFailover`: only the changes are copied, while the Azure VM runs; the job
 * then waits for complete failover. `fullDownload`: the Azure VM stops at once, all of its disks are downloaded, and the
 * job waits for nobody. The wire's names read backwards: they stay in the adapter.
 */
export type Synchronization = 'beforeFailover' | 'fullDownload';

export interface ItemRequest {
  readonly itemId: string;
  /** Sent as `x-ms-client-request-id`; the job it starts carries it back as `requestId`. A GUID. */
  readonly requestId: string;
}

export interface PlannedFailoverRequest extends ItemRequest {
  readonly synchronization: Synchronization;
  /** Absent: the original location, where the VM is. */
  readonly destination?: Destination;
}

export interface JobRequest {
  readonly jobId: string;
  readonly requestId: string;
}

export interface ResumeRequest extends JobRequest {
  readonly comments: string;
}

/**
 * The recovery plans of a vault: several VMs that Azure brings home together, group after group. Reads throw
 * `UpstreamError`; the calls answer as those for one item do, and are sent once.
 *
 * What Azure accepts for a plan comes back without an operation id: the id that it sends is not the job's
 * (recorded: azure-sdk-for-net, RPFailback), so the job is known by the request id that it carries.
 */
export interface RecoveryPlans {
  /** Every recovery plan of the vault, all pages. */
  list(): Promise<readonly RecoveryPlan[]>;
  /** One plan, or undefined when the service says there is none. */
  read(planId: string): Promise<RecoveryPlan | undefined>;
  /** Of the protected items with these ids all that the service has, and perhaps others: at best one page for the plan. */
  listItems(planId: string, itemIds: readonly string[]): Promise<readonly ProtectedItem[]>;

  /** Starts the planned failover of all VMs from Azure to the original location: there is no other one for a plan. */
  startPlannedFailover(request: PlanFailoverRequest): Promise<CallAnswer>;
  /** Commits the failback of all VMs: deletes the Azure VMs and their disks. */
  commit(request: PlanRequest): Promise<CallAnswer>;
  /** Replicates all VMs to Azure again. */
  reverseReplicate(request: PlanRequest): Promise<CallAnswer>;
}

export interface PlanRequest {
  readonly planId: string;
  /** Sent as `x-ms-client-request-id`; the job it starts carries it back as `requestId`. A GUID. */
  readonly requestId: string;
}

export interface PlanFailoverRequest extends PlanRequest {
  readonly synchronization: Synchronization;
}

/** What came back from a call that changes the world. */
export type CallAnswer =
  /** The service took it. `operationId` is the id of its operation; for one item it is the job's id too. */
  | { readonly outcome: 'accepted'; readonly operationId?: string }
  /** The service said no; nothing was started. `message` is its own, empty where it gave none. */
  | {
      readonly outcome: 'refused';
      readonly status: number;
      readonly code: string;
      readonly message: string;
      readonly serviceRequestId?: string;
    }
  /** It certainly did not reach the service, or was throttled: it may be sent again after `retryAfterMs`. */
  | { readonly outcome: 'notSent'; readonly reason: Statement; readonly retryAfterMs?: number }
  /** Nobody knows: a 5xx, a reset, a time-out. Look at the world before anything else. */
  | { readonly outcome: 'unknown'; readonly reason: Statement; readonly status?: number };

/** Where the VM runs. `unknown` when the service says something else than Primary or Recovery. */
export type Location = 'azure' | 'onPremises' | 'unknown';

export interface ProtectedItem {
  /** ARM id as the service spells it. Compare with `sameId`, never with `===`. */
  readonly id: string;
  /** The VM's name. Not unique in a vault. */
  readonly name: string;
  /** The provider-specific type, `HyperVReplicaAzure` for what the bot can bring home. */
  readonly replicationProvider: string;
  readonly activeLocation: Location;
  readonly protectionState: string;
  readonly protectionStateDescription: string;
  readonly allowedOperations: readonly string[];
  /** The operation that Azure is running on the item now; undefined when it says `None`. */
  readonly runningScenario?: { readonly name: string; readonly jobId: string };
  readonly replicationHealth: string;
  readonly healthErrors: readonly ServiceIssue[];
  readonly lastSuccessfulFailoverAt?: number;
  /** ARM id of the provider that owns the VM on-premises. */
  readonly providerId?: string;
  /** The Hyper-V site or VMM server, for people. */
  readonly fabricName: string;
  /** How far the initial replication is, 0 to 100. Recorded as 0 also of VMs that have been protected for long. */
  readonly initialReplicationPercent?: number;
  /** When Azure last received a recovery point of the VM. */
  readonly lastRecoveryPointAt?: number;
  /** Undefined when the service does not say. */
  readonly usesManagedDisks?: boolean;
  /** Replication goes to managed disks; absent where disks are managed only since the failover, or not at all. */
  readonly replicatesToManagedDisks?: true;
  /** `Disabled` where the data of the VM is not encrypted; undefined when Azure does not say. */
  readonly dataEncryption?: string;
  readonly disks: readonly Disk[];
  /**
   * The names that Azure has for the networks of the VM's adapters. That they are the names of the virtual switches is
   * an inference.
   */
  readonly networkNames?: readonly string[];
  readonly azureVmName?: string;
  /** The VM's own id: what jobs name as their target. */
  readonly vmId?: string;
}

export interface Disk {
  readonly id: string;
  readonly name: string;
  readonly sizeMb: number;
}

export interface RecoveryProvider {
  readonly id: string;
  /** The host's name, for people. */
  readonly name: string;
  /** `HyperVSite` or `VMM`, as Azure says it. */
  readonly fabricType: string;
  /** `Connected` when it is. */
  readonly connectionStatus: string;
  readonly lastHeartbeatAt?: number;
  readonly version: string;
  /** `Latest`, `NotLatest`, `UpdateRequired`, `Expired`… as Azure says it. */
  readonly versionState: string;
}

/** A Hyper-V site or a VMM server. */
export interface Fabric {
  readonly id: string;
  /** For people. */
  readonly name: string;
  /** `HyperVSite` or `VMM`, as Azure says it; empty when it does not. */
  readonly type: string;
  /** `Enabled` where data encryption is set up at the VMM server, `None` in a Hyper-V site; empty when Azure does not say. */
  readonly encryptionState: string;
}

export interface Job {
  /** The job's name, a GUID: what `readJob` takes. */
  readonly id: string;
  /** `Failback`, `CommitFailover`, `ReprotectReplicationGroup`… as Azure says it. */
  readonly scenario: string;
  readonly friendlyName: string;
  readonly state: string;
  readonly stateDescription: string;
  readonly allowedActions: readonly string[];
  /** The id and the name of what the job is about: the item's name or its VM's id. */
  readonly targetId: string;
  readonly targetName: string;
  /** `ProtectionEntity`, `RecoveryPlan`, `Vm`… as Azure says it. */
  readonly targetType: string;
  /** The `requestId` of the call that started the job, where the job says it. */
  readonly requestId?: string;
  readonly startedAt?: number;
  readonly endedAt?: number;
  readonly tasks: readonly JobTask[];
  /** Errors of the job, of its tasks and of its child jobs. */
  readonly errors: readonly ServiceIssue[];
}

export interface JobTask {
  /** Azure's id of the task within its job. */
  readonly id: string;
  readonly name: string;
  readonly friendlyName: string;
  readonly state: string;
  readonly stateDescription: string;
  readonly startedAt?: number;
  readonly endedAt?: number;
  /** What kind of group this is, as Azure says it: `Shutdown`, `RpFailoverTask`, `BootGroup`… Only of a plan's groups. */
  readonly groupType?: string;
  /** The VM that a plan's task is about. */
  readonly vm?: { readonly id: string; readonly name: string };
  /** An action of the plan's own. */
  readonly action?: TaskAction;
  /** What went wrong in this very task. */
  readonly errors: readonly ServiceIssue[];
  readonly children: readonly JobTask[];
}

/** An action that a recovery plan has between its steps. */
export interface TaskAction {
  readonly kind: ActionKind;
  readonly name: string;
  /** What a person has to do, for a manual one. */
  readonly instructions?: string;
}

/** An error or a warning in the service's own words. */
export interface ServiceIssue {
  readonly level: string;
  readonly code: string;
  readonly message: string;
  readonly possibleCauses?: string;
  readonly recommendedAction?: string;
  /** The VM it is about, where the job is about several. */
  readonly vm?: string;
}

/** Azure spells the same id in several cases. */
export function sameId(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}
