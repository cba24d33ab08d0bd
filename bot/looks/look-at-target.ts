import { hostOf, vmOf } from '../failback/on-premises/on-premises.ts';
import { neededSwitches } from '../failback/on-premises/switches.ts';
import type { TargetServer } from '../failback/on-premises/target-server.ts';
import { createsVm, type Destination } from '../failback/ports/destination.ts';
import type { HypervHost } from '../failback/ports/hyperv-host.ts';
import type { ProtectedItem, RecoveryProvider } from '../failback/ports/site-recovery.ts';
import { destinationProvider, providerOf } from '../failback/site-recovery/registered.ts';

/** Looks at the server on which the VM is to be made. Undefined where it is there already, or no host connector knows it. */
export async function lookAtTarget(
  item: ProtectedItem | undefined,
  providers: readonly RecoveryProvider[],
  hosts: readonly HypervHost[],
  destination: Destination,
): Promise<TargetServer | undefined> {
  if (item === undefined || !createsVm(destination)) return undefined;
  const host = hostOf(hosts, destinationProvider(destination, item, providers));
  if (host === undefined) return undefined;
  const isAway = destination.kind === 'alternateLocation';
  const origin = isAway ? hostOf(hosts, providerOf(item, providers)) : undefined;
  const [server, vm] = await Promise.all([host.probe(), origin?.readVm(vmOf(item))]);
  return { host: host.name, server, needed: neededSwitches(vm, item).names };
}
