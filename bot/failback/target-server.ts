import { createsVm, type Destination } from './destination.ts';
import type { Fact } from './facts.ts';
import { vmOf } from './look-on-premises.ts';
import { hostOf } from './on-premises.ts';
import type { HostAnswer, HostSight, HypervHost } from './ports/hyperv-host.ts';
import type { ProtectedItem, RecoveryProvider } from './ports/site-recovery.ts';
import { destinationProvider, providerOf } from './registered.ts';
import { neededSwitches, withoutThose } from './switches.ts';
import { coded } from './words/coded.ts';
import type { Statement } from './words/statement.ts';

/** The server on which a VM is to be made, as it is when the direction is asked for, and right before the start. */
export interface TargetServer {
  /** Its name in the settings. */
  readonly host: string;
  readonly server: HostAnswer<HostSight>;
  /** Names of the virtual switches that the VM needs there, as far as anybody says. */
  readonly needed: readonly string[];
}

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

/** What is approved of the server on which the VM is made: its Windows, its role, and the switches that the VM needs. */
export function targetFacts({ server, needed }: TargetServer): readonly Fact[] {
  if (server.outcome !== 'ok')
    return [
      { name: 'windows', value: coded('notSeen') },
      { name: 'virtualSwitches', value: coded('notSeen') },
    ];
  return [
    { name: 'windows', value: windowsFact(server.value) },
    { name: 'virtualSwitches', value: switchesFact(needed, server.value) },
  ];
}

const windowsFact = ({ windows, isServerCore, isHypervInstalled }: HostSight): Statement => ({
  list: [
    windows,
    ...(isServerCore ? [coded('windowsServerCore')] : []),
    ...(isHypervInstalled ? [] : [coded('noHypervRole')]),
  ],
  between: ', ',
});

function switchesFact(needed: readonly string[], { switches }: HostSight): Statement {
  const missing = withoutThose(needed, switches);
  const there = withoutThose(needed, missing);
  return {
    list: [
      there.length === 0 ? coded('nothing') : { list: there, between: ', ' },
      ...missing.map((name) => coded('notThere', { name })),
    ],
    between: '; ',
  };
}

/** Whether a fact is about the server: somebody may have said to go on without looking at it. */
export const isOfTarget = ({ name }: Pick<Fact, 'name'>): boolean =>
  name === 'windows' || name === 'virtualSwitches';
