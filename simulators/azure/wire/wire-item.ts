import type { SimulatedJob } from '../jobs/simulated-job.ts';
import type { VirtualMachine } from '../virtual-machine.ts';
import type { World } from '../world.ts';
import { friendlyFabricName } from './wire-host.ts';
import type { WireNames } from './wire-names.ts';

/** How the service writes "never". */
const NEVER = '1753-01-01T01:01:01Z';

const TYPE =
  'Microsoft.RecoveryServices/vaults/replicationFabrics/replicationProtectionContainers/replicationProtectedItems';

/** A protected item as the service writes it. `oldNames` gives the field names of 2016-2018. */
export function wireItem(world: World, names: WireNames, vm: VirtualMachine, oldNames: boolean) {
  const state = world.itemStates[vm.state];
  const details = {
    ...wireDetails(names, vm),
    vmProtectionState: state.protectionState,
    vmProtectionStateDescription: state.protectionStateDescription,
  };
  return {
    id: names.itemId(vm.name),
    name: vm.name,
    type: TYPE,
    properties: {
      friendlyName: vm.name,
      protectedItemType: 'HyperVVirtualMachine',
      protectableItemId: names.protectableItemId(vm.id),
      recoveryServicesProviderId: names.providerId(vm.hostId),
      primaryFabricFriendlyName: friendlyFabricName(world, names),
      primaryFabricProvider: world.fabric.type === 'VMM' ? 'VmmFabric' : 'HyperVSite',
      recoveryFabricFriendlyName: 'Microsoft Azure',
      recoveryFabricId: 'Microsoft Azure',
      primaryProtectionContainerFriendlyName: names.fabricName,
      recoveryProtectionContainerFriendlyName: 'Microsoft Azure',
      ...state,
      testFailoverState: 'None',
      testFailoverStateDescription: 'None',
      replicationHealth: vm.replicationHealth,
      failoverHealth: 'Normal',
      ...(oldNames ? { replicationHealthErrors: [] } : { healthErrors: [] }),
      policyId: names.policyId(),
      policyFriendlyName: 'policy-example',
      lastSuccessfulFailoverTime:
        vm.state === 'protected' ? null : new Date(vm.failedOverAt).toISOString(),
      currentScenario: wireScenario(names, world.runningJob(vm)),
      failoverRecoveryPointId: null,
      recoveryContainerId: names.azureContainerId(),
      providerSpecificDetails: oldNames ? withOldNames(details) : details,
      ...vm.fields,
    },
  };
}

/** A failback calls itself "PlannedFailover" here: recorded for a recovery plan, INFERRED for an item. */
function wireScenario(names: WireNames, job: SimulatedJob | undefined) {
  if (!job) return { scenarioName: 'None', jobId: names.jobId('None'), startTime: NEVER };
  const { scenario, startedAt } = job.plan;
  return {
    scenarioName: scenario === 'Failback' ? 'PlannedFailover' : scenario,
    jobId: names.jobId(job.id),
    startTime: new Date(startedAt).toISOString(),
  };
}

function wireDetails(names: WireNames, vm: VirtualMachine) {
  return {
    instanceType: 'HyperVReplicaAzure',
    azureVmDiskDetails: vm.disks.map((disk, at) => ({
      vhdType: at === 0 ? 'OperatingSystem' : 'Data',
      vhdId: disk.id,
      diskId: disk.id,
      vhdName: disk.name,
      maxSizeMB: String(disk.sizeMb),
      targetDiskLocation: null,
      targetDiskName: null,
      lunId: String(at),
    })),
    recoveryAzureVmName: vm.name,
    recoveryAzureVMSize: 'Standard_D2s_v3',
    recoveryAzureStorageAccount: names.storageAccountId(),
    recoveryAzureLogStorageAccountId: null,
    vmId: vm.id,
    ...(vm.lastRecoveryPointAt !== undefined && {
      lastRecoveryPointReceived: new Date(vm.lastRecoveryPointAt).toISOString(),
    }),
    initialReplicationDetails: {
      initialReplicationType: 'InitialReplication',
      initialReplicationProgressPercentage: String(vm.initialReplicationPercent),
    },
    // That a site names its switches here is INFERRED: the field's name was recorded for VMM.
    vmNics: vm.switches.map((name) => ({ vMNetworkName: name })),
    // Only `Disabled` was recorded. INFERRED: the same word as of the server where it is on.
    encryption: vm.isEncrypted ? 'Enabled' : 'Disabled',
    oSDetails: {
      osType: vm.osType,
      productType: 'UNKNOWN',
      osEdition: 'Standard',
      oSVersion: '10.0',
      oSMajorVersion: '10',
      oSMinorVersion: '0',
    },
    sourceVmRamSizeInMB: 4096,
    sourceVmCpuCount: 2,
    enableRdpOnTargetOption: null,
    recoveryAzureResourceGroupId: names.resourceGroupId(),
    recoveryAvailabilitySetId: '',
    useManagedDisks: vm.managedDisks === 'none' ? 'false' : 'true',
    protectedManagedDisks:
      vm.managedDisks === 'replicated'
        ? vm.disks.map((disk) => ({ diskId: disk.id, replicaDiskType: 'Standard_LRS' }))
        : [],
    licenseType: 'WindowsServer',
  };
}

const OLD_NAMES: Readonly<Record<string, string>> = {
  azureVmDiskDetails: 'azureVMDiskDetails',
  recoveryAzureVmName: 'recoveryAzureVMName',
  sourceVmRamSizeInMB: 'sourceVmRAMSizeInMB',
  sourceVmCpuCount: 'sourceVmCPUCount',
  enableRdpOnTargetOption: 'enableRDPOnTargetOption',
};

function withOldNames(details: object): object {
  return Object.fromEntries(
    Object.entries(details).map(([name, value]) => [OLD_NAMES[name] ?? name, value]),
  );
}

/** The VM as its host reports it. In a Hyper-V site `sourceItemId` is the VM's id. */
export function wireProtectableItem(names: WireNames, vm: VirtualMachine) {
  return {
    id: names.protectableItemId(vm.id),
    name: vm.id,
    type: 'Microsoft.RecoveryServices/vaults/replicationFabrics/replicationProtectionContainers/replicationProtectableItems',
    properties: {
      friendlyName: vm.name,
      protectionStatus: 'Protected',
      replicationProtectedItemId: names.itemId(vm.name),
      recoveryServicesProviderId: names.providerId(vm.hostId),
      protectionReadinessErrors: [],
      supportedReplicationProviders: ['HyperVReplicaAzure'],
      customDetails: {
        instanceType: 'HyperVVirtualMachine',
        sourceItemId: vm.onPremisesId,
        generation: '2',
        osDetails: {
          osType: vm.osType,
          productType: '',
          osEdition: '',
          oSVersion: '',
          oSMajorVersion: '',
          oSMinorVersion: '',
        },
        diskDetails: vm.disks.map((disk, at) => ({
          maxSizeMB: disk.sizeMb,
          vhdType: at === 0 ? 'OperatingSystem' : 'Data',
          vhdId: disk.id,
          vhdName: disk.name,
        })),
        hasPhysicalDisk: 'NotPresent',
        hasFibreChannelAdapter: 'NotPresent',
        hasSharedVhd: 'NotPresent',
      },
    },
  };
}
