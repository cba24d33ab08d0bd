import { type TargetServer, targetFacts } from '../on-premises/target-server.ts';
import { createsVm, type Destination, ORIGINAL_LOCATION } from '../ports/destination.ts';
import type { ProtectedItem, RecoveryProvider, Synchronization } from '../ports/site-recovery.ts';
import { diskList } from '../site-recovery/observed-item.ts';
import type { GateKind } from '../state/gates.ts';
import { coded } from '../words/coded.ts';
import type { Fact } from '../words/facts.ts';
import type { FactName } from '../words/names.ts';
import { type Statement, stateInAzure } from '../words/statement.ts';
import {
  jobFact,
  LOCATIONS,
  managedDisksFact,
  operationsFact,
  SYNCHRONIZATIONS,
  scenarioFact,
  serverFact,
} from './item-facts.ts';
import { type PlanWorld, planFacts } from './plan-facts.ts';

/** What the live world looked like when a question was asked, or looks like before a call. */
export interface ItemWorld {
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
export function gateFacts(kind: GateKind, world: ItemWorld | PlanWorld): readonly Fact[] {
  return 'vms' in world ? planFacts(kind, world) : itemFacts(kind, world);
}

function itemFacts(kind: GateKind, world: ItemWorld): readonly Fact[] {
  const { item, provider, job, server, destination = ORIGINAL_LOCATION } = world;
  const isDirection = kind === 'direction';
  return [
    { name: 'vm', value: item.name },
    { name: 'protectedItem', value: item.id.toLowerCase() },
    { name: 'activeLocation', value: LOCATIONS[item.activeLocation] },
    { name: 'state', value: stateInAzure(item.protectionStateDescription) },
    { name: 'allowedOperations', value: operationsFact(item) },
    { name: 'runningInAzure', value: scenarioFact(item) },
    { name: 'disks', value: diskList(item) },
    ...(isDirection ? startFacts(world) : []),
    ...(createsVm(destination) ? [destinationFact(destination)] : []),
    ...(isDirection || kind === 'complete' ? [fact('onPremisesServer', serverFact(provider))] : []),
    ...(isDirection ? [] : [fact('plannedFailoverJob', jobFact(job))]),
    ...(isDirection && server ? targetFacts(server) : []),
  ];
}

const startFacts = ({ item, synchronization }: ItemWorld): readonly Fact[] => [
  {
    name: 'dataSynchronization',
    value: synchronization ? SYNCHRONIZATIONS[synchronization] : coded('notSaid'),
  },
  { name: 'managedDisks', value: managedDisksFact(item) },
];

const destinationFact = (destination: Destination): Fact => ({
  name: 'destination',
  value:
    destination.kind === 'alternateLocation'
      ? coded('toAlternateLocation', {
          server: destination.server,
          providerId: destination.providerId.toLowerCase(),
        })
      : coded('toOriginalLocationAnew'),
});

const fact = (name: FactName, value: Statement): Fact => ({ name, value });
