import type { WireNames } from './wire-names.ts';
import type { World } from './world.ts';

/** The Hyper-V host's provider as the service writes it. */
export function wireProvider(world: World, names: WireNames, now: number) {
  const { host } = world;
  return {
    id: names.providerId(host.id),
    name: host.id,
    type: 'Microsoft.RecoveryServices/vaults/replicationFabrics/replicationRecoveryServicesProviders',
    properties: {
      fabricType: 'HyperVSite',
      friendlyName: host.name,
      providerVersion: '5.1.2250.0',
      serverVersion: '3.2.7510.0',
      providerVersionState: host.versionState,
      providerVersionExpiryDate: null,
      fabricFriendlyName: names.fabricName,
      lastHeartBeat: new Date(host.lastHeartbeatAt ?? now).toISOString(),
      connectionStatus: host.connectionStatus,
      protectedItemCount: world.vms.size,
      allowedScenarios: ['Refresh'],
      healthErrorDetails: [],
    },
  };
}

export function wireFabric(world: World, names: WireNames) {
  return {
    id: names.fabricId,
    name: names.fabricName,
    type: 'Microsoft.RecoveryServices/vaults/replicationFabrics',
    properties: {
      friendlyName: names.fabricName,
      encryptionDetails: { kekState: 'None', kekCertThumbprint: null, kekCertExpiryDate: null },
      internalIdentifier: names.containerName.replace('cloud_', ''),
      bcdrState: 'Valid',
      customDetails: {
        instanceType: 'HyperVSite',
        hyperVHosts: [
          {
            id: world.host.name.replaceAll('.', '_'),
            name: world.host.name,
            marsAgentVersion: '2.0.9202.0',
          },
        ],
      },
      health: 'Normal',
      healthErrorDetails: [],
    },
  };
}

export function wireContainer(world: World, names: WireNames) {
  return {
    id: names.containerId,
    name: names.containerName,
    type: 'Microsoft.RecoveryServices/vaults/replicationFabrics/replicationProtectionContainers',
    properties: {
      fabricFriendlyName: names.fabricName,
      friendlyName: names.fabricName,
      fabricType: 'HyperVSite',
      protectedItemCount: world.vms.size,
      pairingStatus: 'Paired',
      role: 'Primary',
    },
  };
}
