import type {
  Disk,
  Location,
  ProtectedItem,
  ServiceIssue,
} from '../../../bot/failback/ports/site-recovery.ts';
import { lastSegment } from './arm-id.ts';
import type { WireItem } from './schemas.ts';
import { parseWireTime } from './wire-time.ts';

type Properties = WireItem['properties'];
type Details = Properties['providerSpecificDetails'];

/** One protected item of the wire as the bot's own record. */
export function protectedItemOf({ id, name, properties }: WireItem): ProtectedItem {
  const details = properties.providerSpecificDetails;
  const failedOverAt = parseWireTime(properties.lastSuccessfulFailoverTime);
  const runningScenario = runningScenarioOf(properties.currentScenario);
  return {
    id,
    name: properties.friendlyName ?? name,
    replicationProvider: details.instanceType,
    activeLocation: LOCATIONS[properties.activeLocation.toLowerCase()] ?? 'unknown',
    protectionState: properties.protectionState,
    protectionStateDescription: properties.protectionStateDescription ?? '',
    allowedOperations: properties.allowedOperations,
    replicationHealth: properties.replicationHealth ?? '',
    healthErrors: (properties.healthErrors ?? []).map(healthIssue),
    fabricName: properties.primaryFabricFriendlyName ?? '',
    networkNames: networkNamesOf(details),
    disks: (details.azureVmDiskDetails ?? []).map(diskOf),
    ...(runningScenario && { runningScenario }),
    ...(failedOverAt !== undefined && { lastSuccessfulFailoverAt: failedOverAt }),
    ...managedDisksOf(details),
    ...(details.encryption && { dataEncryption: details.encryption }),
    ...namesOf(properties),
  };
}

/** How far replication to Azure is; what the service does not say is absent. */
function replicationOf({
  initialReplicationDetails: initial,
  lastRecoveryPointReceived,
}: Details): Pick<ProtectedItem, 'initialReplicationPercent' | 'lastRecoveryPointAt'> {
  const percent = Number(initial?.initialReplicationProgressPercentage ?? Number.NaN);
  const lastRecoveryPointAt = parseWireTime(lastRecoveryPointReceived);
  return {
    ...(Number.isFinite(percent) && { initialReplicationPercent: percent }),
    ...(lastRecoveryPointAt !== undefined && { lastRecoveryPointAt }),
  };
}

/** What the item is called elsewhere, as far as the service says it. */
function namesOf({
  recoveryServicesProviderId: providerId,
  providerSpecificDetails: { vmId, recoveryAzureVmName: azureVmName },
}: Properties): Pick<ProtectedItem, 'providerId' | 'vmId' | 'azureVmName'> {
  return {
    ...(providerId && { providerId }),
    ...(vmId && { vmId }),
    ...(azureVmName && { azureVmName }),
  };
}

const LOCATIONS: Readonly<Record<string, Location>> = { primary: 'onPremises', recovery: 'azure' };

/** "None" is how the service says that nothing runs. */
function runningScenarioOf(
  scenario: Properties['currentScenario'],
): ProtectedItem['runningScenario'] {
  const name = scenario.scenarioName;
  if (name === '' || name.toLowerCase() === 'none') return undefined;
  return { name, jobId: lastSegment(scenario.jobId ?? '') };
}

function managedDisksOf(
  details: Details,
): Pick<ProtectedItem, 'usesManagedDisks' | 'replicatesToManagedDisks'> {
  const usesManagedDisks = usesManagedDisksOf(details);
  return {
    ...replicationOf(details),
    ...(usesManagedDisks !== undefined && { usesManagedDisks }),
    ...(hasManagedReplicas(details) && { replicatesToManagedDisks: true }),
  };
}

const networkNamesOf = ({ vmNics }: Details): readonly string[] =>
  (vmNics ?? []).flatMap(({ vMNetworkName: name }) => (name ? [name] : []));

const hasManagedReplicas = ({ protectedManagedDisks }: Details): boolean =>
  (protectedManagedDisks ?? []).length > 0;

/** Old items say it with a flag, newer ones with a list of the managed disks that they replicate to. */
function usesManagedDisksOf(details: Details): boolean | undefined {
  if (hasManagedReplicas(details)) return true;
  if (details.useManagedDisks === null || details.useManagedDisks === undefined) return undefined;
  return String(details.useManagedDisks).toLowerCase() === 'true';
}

function diskOf(disk: NonNullable<Details['azureVmDiskDetails']>[number]): Disk {
  const sizeMb = Number(disk.maxSizeMB ?? 0);
  return {
    id: disk.vhdId ?? '',
    name: disk.vhdName ?? disk.vhdId ?? '',
    sizeMb: Number.isFinite(sizeMb) ? sizeMb : 0,
  };
}

function healthIssue(error: NonNullable<Properties['healthErrors']>[number]): ServiceIssue {
  return {
    level: error.errorLevel ?? '',
    code: error.errorCode ?? '',
    message: error.errorMessage ?? '',
    ...(error.possibleCauses && { possibleCauses: error.possibleCauses }),
    ...(error.recommendedAction && { recommendedAction: error.recommendedAction }),
  };
}
