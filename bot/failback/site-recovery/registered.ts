import type { Destination } from '../ports/destination.ts';
import {
  type Fabric,
  type ProtectedItem,
  type RecoveryProvider,
  sameId,
} from '../ports/site-recovery.ts';

/** The provider of the server that the VM is brought to, if Azure still lists it. */
export function destinationProvider(
  destination: Destination,
  item: ProtectedItem,
  providers: readonly RecoveryProvider[],
): RecoveryProvider | undefined {
  return destination.kind === 'alternateLocation'
    ? providers.find(({ id }) => sameId(id, destination.providerId))
    : providerOf(item, providers);
}

/** The provider that owns the item's VM on-premises, if Azure still lists it. */
export function providerOf(
  item: ProtectedItem,
  providers: readonly RecoveryProvider[],
): RecoveryProvider | undefined {
  return providers.find(({ id }) => item.providerId !== undefined && sameId(id, item.providerId));
}

/** The Hyper-V site or VMM server that an item belongs to: its id is the beginning of the item's. */
export function fabricOf(item: ProtectedItem, fabrics: readonly Fabric[]): Fabric | undefined {
  return fabrics.find(({ id }) => item.id.toLowerCase().startsWith(`${id.toLowerCase()}/`));
}
