import type {
  PlannedFailoverInput,
  ReverseReplicationInput,
} from '@azure/arm-recoveryservices-siterecovery';
import type { Synchronization } from '../../bot/failback/ports/site-recovery.ts';
import type { WireItem, WireProtectableItem } from './schemas.ts';

/**
 * The wire's names read backwards: `ForDownTime` keeps the downtime short by copying before the failover, while the
 * Azure VM runs.
 * https://learn.microsoft.com/powershell/module/az.recoveryservices/start-azrecoveryservicesasrplannedfailoverjob
 */
const DATA_SYNC_OPTIONS: Readonly<Record<Synchronization, string>> = {
  beforeFailover: 'ForDownTime',
};

/** Failback of one item to its original location. */
export function plannedFailoverInput(synchronization: Synchronization): PlannedFailoverInput {
  return {
    properties: {
      failoverDirection: 'RecoveryToPrimary',
      providerSpecificDetails: {
        instanceType: 'HyperVReplicaAzureFailback',
        dataSyncOption: DATA_SYNC_OPTIONS[synchronization],
        // The original location: the VM is there, and must not be made a second time.
        recoveryVmCreationOption: 'NoAction',
      },
    },
  };
}

/**
 * Reverse replication is towards Azure, so it is described as enabling replication is: by the VM on its host, its
 * operating system disk and the storage account that it replicated to before.
 */
export function reverseReplicationInput(
  item: WireItem,
  protectable: WireProtectableItem,
): ReverseReplicationInput {
  const { friendlyName, customDetails } = protectable.properties;
  const details = item.properties.providerSpecificDetails;
  const osDisk = customDetails.diskDetails?.find(
    (disk) => disk.vhdType?.toLowerCase() === 'operatingsystem',
  );
  return {
    properties: {
      failoverDirection: 'PrimaryToRecovery',
      providerSpecificDetails: {
        instanceType: 'HyperVReplicaAzure',
        hvHostVmId: customDetails.sourceItemId,
        vmName: friendlyName,
        osType: osTypeOf(customDetails.osDetails?.osType),
        ...(osDisk?.vhdId && { vHDId: osDisk.vhdId }),
        ...(details.recoveryAzureStorageAccount && {
          storageAccountId: details.recoveryAzureStorageAccount,
        }),
        ...(details.recoveryAzureLogStorageAccountId && {
          logStorageAccountId: details.recoveryAzureLogStorageAccountId,
        }),
      },
    },
  };
}

/** The service knows these two only; what is not one of them counts as Windows, as PowerShell has it. */
function osTypeOf(osType: string | null | undefined): string {
  return osType?.toLowerCase() === 'linux' ? 'Linux' : 'Windows';
}
