import type {
  Job,
  JobTask,
  ProtectedItem,
  RecoveryProvider,
} from '../../bot/failback/ports/site-recovery.ts';
import { FAILOVER_JOB, ITEM_ID, NIGHT } from './failback-story.ts';

const PROVIDER_ID = '/subscriptions/s-1/vaults/north/providers/host-a';

/** A VM that was failed over to Azure, which is committed: ready to come home. */
export function item(changes: Partial<ProtectedItem> = {}): ProtectedItem {
  return {
    id: ITEM_ID,
    name: 'web-01',
    replicationProvider: 'HyperVReplicaAzure',
    activeLocation: 'azure',
    protectionState: 'PlannedFailoverStatesBegin',
    protectionStateDescription: 'Planned failover committed',
    allowedOperations: ['CompleteMigration', 'DisableProtection', 'Failback'],
    replicationHealth: 'Normal',
    healthErrors: [],
    lastSuccessfulFailoverAt: NIGHT - 86_400_000,
    providerId: PROVIDER_ID,
    fabricName: 'site-north',
    usesManagedDisks: false,
    disks: [{ id: 'disk-1', name: 'web-01-os', sizeMb: 40_960 }],
    azureVmName: 'web-01',
    vmId: 'vm-web-01',
    ...changes,
  };
}

/** The same VM at home and replicating. */
export const protectedItem = (changes: Partial<ProtectedItem> = {}): ProtectedItem =>
  item({
    activeLocation: 'onPremises',
    protectionState: 'Protected',
    protectionStateDescription: 'Protected',
    allowedOperations: ['PlannedFailover', 'UnplannedFailover', 'DisableProtection'],
    // After everything that any story tells.
    lastRecoveryPointAt: NIGHT + 365 * 86_400_000,
    ...changes,
  });

/** The same VM at home after the commit. */
export const committedItem = (changes: Partial<ProtectedItem> = {}): ProtectedItem =>
  item({
    activeLocation: 'onPremises',
    protectionState: 'RestoreFinalized',
    protectionStateDescription: 'Failback finalized',
    allowedOperations: ['ReverseReplicate', 'DisableProtection'],
    ...changes,
  });

export function provider(changes: Partial<RecoveryProvider> = {}): RecoveryProvider {
  return {
    id: PROVIDER_ID.toUpperCase(),
    name: 'host-a',
    fabricType: 'HyperVSite',
    connectionStatus: 'Connected',
    lastHeartbeatAt: NIGHT - 60_000,
    version: '5.1.2250.0',
    versionState: 'Latest',
    ...changes,
  };
}

export function job(changes: Partial<Job> = {}): Job {
  return {
    id: FAILOVER_JOB,
    scenario: 'Failback',
    friendlyName: 'Planned failover',
    state: 'InProgress',
    stateDescription: 'InProgress',
    allowedActions: ['Cancel'],
    targetId: 'item-web-01',
    targetName: 'web-01',
    targetType: 'ProtectionEntity',
    tasks: [],
    errors: [],
    ...changes,
  };
}

export function task(name: string, state: string, children: readonly JobTask[] = []): JobTask {
  return {
    id: `id of ${name}`,
    name,
    friendlyName: `The task ${name}`,
    state,
    stateDescription: state,
    errors: [],
    children,
  };
}

/** The failback's job as it waits for complete failover. */
export const waitingJob = (changes: Partial<Job> = {}): Job =>
  job({
    state: 'Suspended',
    stateDescription: 'Suspended',
    allowedActions: ['Cancel', 'Resume'],
    tasks: [task('DataSync', 'Succeeded'), task('WaitForUserInputForFailback', 'InProgress')],
    ...changes,
  });
