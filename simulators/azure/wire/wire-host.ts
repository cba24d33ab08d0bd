import type { Host, World } from '../world.ts';
import type { WireNames } from './wire-names.ts';

/** The provider of a Hyper-V host or VMM server as the service writes it. */
export function wireProvider(world: World, names: WireNames, host: Host) {
  return {
    id: names.providerId(host.id),
    name: host.id,
    type: 'Microsoft.RecoveryServices/vaults/replicationFabrics/replicationRecoveryServicesProviders',
    properties: {
      fabricType: world.fabric.type,
      friendlyName: host.name,
      providerVersion: '5.1.2250.0',
      serverVersion: '3.2.7510.0',
      providerVersionState: host.versionState,
      providerVersionExpiryDate: null,
      fabricFriendlyName: friendlyFabricName(world, names),
      lastHeartBeat: new Date(host.lastHeartbeatAt ?? world.clock.now()).toISOString(),
      connectionStatus: host.connectionStatus,
      protectedItemCount: [...world.vms.values()].filter(({ hostId }) => hostId === host.id).length,
      allowedScenarios: ['Refresh'],
      healthErrorDetails: [],
    },
  };
}

/** A site has the name that somebody gave it, a VMM server its own. */
export const friendlyFabricName = ({ fabric, host }: World, names: WireNames): string =>
  fabric.type === 'VMM' ? host.name : names.fabricName;

export function wireFabric(world: World, names: WireNames) {
  return {
    id: names.fabricId,
    name: names.fabricName,
    type: 'Microsoft.RecoveryServices/vaults/replicationFabrics',
    properties: {
      friendlyName: friendlyFabricName(world, names),
      encryptionDetails: wireEncryption(world),
      internalIdentifier: names.containerName.replace('cloud_', ''),
      bcdrState: 'Valid',
      customDetails: wireFabricDetails(world),
      health: 'Normal',
      healthErrorDetails: [],
    },
  };
}

/** That a VMM server without data encryption says `None`, as a site does, is INFERRED. */
function wireEncryption({ fabric }: World) {
  return fabric.isEncrypted
    ? {
        kekState: 'Enabled',
        kekCertThumbprint: '00000000000000000000000000000000000000C1',
        kekCertExpiryDate: '2099-01-01T00:00:00Z',
      }
    : { kekState: 'None', kekCertThumbprint: null, kekCertExpiryDate: null };
}

function wireFabricDetails({ fabric, hosts }: World) {
  if (fabric.type === 'VMM') return { instanceType: 'VMM' };
  return {
    instanceType: 'HyperVSite',
    hyperVHosts: hosts.map(({ name }) => ({
      id: name.replaceAll('.', '_'),
      name,
      marsAgentVersion: '2.0.9202.0',
    })),
  };
}

export function wireContainer(world: World, names: WireNames) {
  return {
    id: names.containerId,
    name: names.containerName,
    type: 'Microsoft.RecoveryServices/vaults/replicationFabrics/replicationProtectionContainers',
    properties: {
      fabricFriendlyName: friendlyFabricName(world, names),
      friendlyName: friendlyFabricName(world, names),
      fabricType: world.fabric.type,
      protectedItemCount: world.vms.size,
      pairingStatus: 'Paired',
      role: 'Primary',
    },
  };
}
