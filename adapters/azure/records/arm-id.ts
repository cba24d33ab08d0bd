import type { VaultName } from '../azure-settings.ts';

/** The parts of a protected item's ARM id that the service's paths are made of. */
export interface ItemPath {
  readonly fabric: string;
  readonly container: string;
  readonly item: string;
}

/** The last segment of an ARM id or URL, without the query; empty when there is none. */
export function lastSegment(id: string): string {
  const [path = ''] = id.split('?');
  return path.slice(path.lastIndexOf('/') + 1);
}

/** The value behind a named segment, whatever the case of the name: `fabric-1` of `/replicationFabrics/fabric-1`. */
export function segmentAfter(id: string, name: string): string | undefined {
  const segments = id.split('/');
  const at = segments.findIndex((segment) => segment.toLowerCase() === name.toLowerCase());
  return at < 0 ? undefined : segments[at + 1];
}

/** Takes a protected item's id apart; undefined when it is not one, or when it belongs to another vault. */
export function parseItemId(id: string, vault: VaultName): ItemPath | undefined {
  const fabric = segmentAfter(id, 'replicationFabrics');
  const container = segmentAfter(id, 'replicationProtectionContainers');
  const item = segmentAfter(id, 'replicationProtectedItems');
  if (!fabric || !container || !item || !isOfVault(id, vault)) return undefined;
  return { fabric, container, item };
}

/** The name in a recovery plan's id; undefined when it is not one, or when it belongs to another vault. */
export function parsePlanId(id: string, vault: VaultName): string | undefined {
  const plan = segmentAfter(id, 'replicationRecoveryPlans');
  return plan && isOfVault(id, vault) ? plan : undefined;
}

function isOfVault(id: string, vault: VaultName): boolean {
  const is = (name: string, value: string) =>
    segmentAfter(id, name)?.toLowerCase() === value.toLowerCase();
  return (
    is('subscriptions', vault.subscriptionId) &&
    is('resourceGroups', vault.resourceGroup) &&
    is('vaults', vault.name)
  );
}
