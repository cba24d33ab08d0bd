import type {
  PlannedFailoverInput,
  RecoveryPlanPlannedFailoverInput,
  ReverseReplicationInput,
} from '@azure/arm-recoveryservices-siterecovery';
import {
  createsVm,
  type Destination,
  ORIGINAL_LOCATION,
} from '../../../bot/failback/ports/destination.ts';
import type {
  PlannedFailoverRequest,
  Synchronization,
} from '../../../bot/failback/ports/site-recovery.ts';
import type { WireItem, WireProtectableItem } from './schemas.ts';

/**
 * The wire's names read backwards: `ForDownTime` keeps the downtime short by copying before the failover, while the
 * Azure VM runs; `ForSynchronization` stops the Azure VM at once and copies everything after that.
 * https://learn.microsoft.com/powershell/module/az.recoveryservices/start-azrecoveryservicesasrplannedfailoverjob
 */
const DATA_SYNC_OPTIONS: Readonly<Record<Synchronization, string>> = {
  beforeFailover: 'ForDownTime',
  fullDownload: 'ForSynchronization',
};

/** Failback of one item. */
export function plannedFailoverInput({
  synchronization,
  destination = ORIGINAL_LOCATION,
}: Pick<PlannedFailoverRequest, 'synchronization' | 'destination'>): PlannedFailoverInput {
  return {
    properties: {
      failoverDirection: 'RecoveryToPrimary',
      providerSpecificDetails: {
        instanceType: 'HyperVReplicaAzureFailback',
        dataSyncOption: DATA_SYNC_OPTIONS[synchronization],
        ...placementInput(destination),
      },
    },
  };
}

/** Failback of a recovery plan: the same, but for a list with one entry for each replication provider. */
export function planFailoverInput(
  synchronization: Synchronization,
): RecoveryPlanPlannedFailoverInput {
  return {
    properties: {
      failoverDirection: 'RecoveryToPrimary',
      providerSpecificDetails: [
        {
          instanceType: 'HyperVReplicaAzureFailback',
          dataSyncOption: DATA_SYNC_OPTIONS[synchronization],
          recoveryVmCreationOption: 'NoAction',
        },
      ],
    },
  };
}

/**
 * Where the VM comes to stand. Without `CreateVmIfNotFound` it must be there, and is not made a second time. An alternate
 * location is named by the full id of its server's provider, as PowerShell does it:
 * https://learn.microsoft.com/powershell/module/az.recoveryservices/start-azrecoveryservicesasrplannedfailoverjob.
 * That the service takes `CreateVmIfNotFound` without a provider, for the original location, was never recorded.
 */
function placementInput(destination: Destination) {
  return {
    recoveryVmCreationOption: createsVm(destination) ? 'CreateVmIfNotFound' : 'NoAction',
    ...(destination.kind === 'alternateLocation' && {
      providerIdForAlternateRecovery: destination.providerId,
    }),
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
