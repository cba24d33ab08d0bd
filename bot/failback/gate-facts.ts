import { createsVm, type Destination, ORIGINAL_LOCATION } from './destination.ts';
import { diskList } from './disk-list.ts';
import type { Fact } from './facts.ts';
import type { GateKind } from './gates.ts';
import { type PlanWorld, planFacts } from './plan-facts.ts';
import type { ProtectedItem, RecoveryProvider, Synchronization } from './ports/site-recovery.ts';
import { type TargetServer, targetFacts } from './target-server.ts';

/** What the live world looked like when a question was asked, or looks like before a call. */
export interface World {
  readonly item: ProtectedItem;
  /** Absent: the original location, where the VM is. */
  readonly destination?: Destination;
  /** How the data is to travel, as it was asked for. */
  readonly synchronization?: Synchronization;
  readonly provider?: RecoveryProvider;
  /** The server on which the VM is to be made, where it is, and a host connector looks at it. */
  readonly server?: TargetServer;
  /** The job of the planned failover, where one is known. */
  readonly job?: { readonly id: string; readonly state: string };
}

/**
 * What is approved, fact by fact. Only what would make the approval wrong if it changed: a heartbeat's time is not in
 * it, a lost connection is.
 */
export function gateFacts(kind: GateKind, world: World | PlanWorld): readonly Fact[] {
  return 'vms' in world ? planFacts(kind, world) : itemFacts(kind, world);
}

function itemFacts(kind: GateKind, world: World): readonly Fact[] {
  const { item, provider, job, server, destination = ORIGINAL_LOCATION } = world;
  const facts: [string, string][] = [
    ['VM', item.name],
    ['Protected item', item.id.toLowerCase()],
    ['Active location', item.activeLocation],
    ['State', item.protectionStateDescription],
    ['Allowed operations', [...item.allowedOperations].sort().join(', ')],
    ['Running in Azure', item.runningScenario?.name ?? 'nothing'],
    ['Disks', diskList(item)],
  ];
  if (kind === 'direction') facts.push(...startFacts(world));
  if (createsVm(destination)) facts.push(['Destination', destinationFact(destination)]);
  if (kind === 'direction' || kind === 'complete') {
    facts.push([
      'On-premises server',
      `${provider?.name ?? 'unknown'}: ${provider?.connectionStatus ?? 'not seen'}`,
    ]);
  }
  if (kind !== 'direction')
    facts.push(['Planned failover job', job ? `${job.id}: ${job.state}` : 'not seen']);
  const named = facts.map(([name, value]) => ({ name, value }));
  return kind === 'direction' && server ? [...named, ...targetFacts(server)] : named;
}

const startFacts = ({ item, synchronization }: World): [string, string][] => [
  ['Data synchronization', synchronization ?? 'not said'],
  ['Managed disks', String(item.usesManagedDisks ?? 'not said')],
];

const destinationFact = (destination: Destination): string =>
  destination.kind === 'alternateLocation'
    ? `alternate location: ${destination.server}, ${destination.providerId.toLowerCase()}`
    : 'original location, the VM is made if it is not there';
