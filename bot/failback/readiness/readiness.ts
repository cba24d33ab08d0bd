import type { OnPremises } from '../on-premises/on-premises.ts';
import type { Mark } from '../on-premises/on-premises-vm.ts';
import { type Destination, ORIGINAL_LOCATION } from '../ports/destination.ts';
import {
  type Fabric,
  type ProtectedItem,
  type RecoveryProvider,
  sameId,
} from '../ports/site-recovery.ts';
import { operationList } from '../site-recovery/observed-item.ts';
import { destinationProvider, fabricOf, providerOf } from '../site-recovery/registered.ts';
import { blocked, type Check, ok, warning } from '../words/check.ts';
import { coded, quoted } from '../words/coded.ts';
import { namedState, type Statement } from '../words/statement.ts';
import { checkDestination } from './check-destination.ts';
import { checkManagedDisks } from './check-disks.ts';
import { checkFabric } from './check-fabric.ts';
import { checkOnPremises } from './check-on-premises.ts';

/** What the checks look at. `item` is undefined when the service says there is none. */
export interface Readiness {
  readonly item: ProtectedItem | undefined;
  readonly providers: readonly RecoveryProvider[];
  /** Hyper-V sites and VMM servers; absent where they were not read. */
  readonly fabrics?: readonly Fabric[];
  readonly now: number;
  /** Absent: the original location, where the VM is. */
  readonly destination?: Destination;
  /** What earlier failbacks have left of the VM on-premises with inconsistent disks. */
  readonly marks?: readonly Mark[];
  /** What was seen of the on-premises side; absent without a host connector. */
  readonly onPremises?: OnPremises;
}

/** A provider reports about every few minutes; after this long its silence is worth a warning. */
const HEARTBEAT_STALE_MS = 30 * 60_000;

/** Looks at everything that must be true before a failback is started, as far as Azure can tell. */
export function checkReadiness({
  item,
  providers,
  fabrics = [],
  now,
  destination = ORIGINAL_LOCATION,
  marks = [],
  onPremises,
}: Readiness): readonly Check[] {
  if (item === undefined) {
    return [blocked('protectedItem', coded('itemNotInVault'))];
  }
  const provider = destinationProvider(destination, item, providers);
  const origin = providerOf(item, providers);
  const fabric = fabricOf(item, fabrics);
  return [
    checkProvider(item),
    checkFailedOver(item),
    checkCommitted(item),
    checkNothingRuns(item),
    checkManagedDisks(item),
    ...checkDestination(destination, { origin, target: provider, fabric }),
    ...checkFabric(item, origin, fabric),
    checkConnection(item, provider),
    ...checkHeartbeat(provider, now),
    ...checkVersion(provider),
    ...checkHealth(item),
    ...checkMarks(marks, onPremises?.host),
    ...checkOnPremises(onPremises, item, destination),
  ];
}

/** What must be said of a VM whose synchronization was cancelled: https://learn.microsoft.com/azure/site-recovery/hyper-v-azure-failback */
export const DO_NOT_START = coded('doNotStart');

/** The same of a copy that an earlier failback left on another server than the VM is brought to. */
export const doNotStartOn = (server: string): Statement => coded('doNotStartOn', { server });

/** Whether nothing stands in the way, not even what a person could let pass. */
export function isReady(checks: readonly Pick<Check, 'outcome'>[]): boolean {
  return checks.every(({ outcome }) => outcome !== 'blocked' && outcome !== 'notSupported');
}

/** A mark is about the server that the VM is brought to, unless both are known and differ. */
function checkMarks(marks: readonly Mark[], server: string | undefined): readonly Check[] {
  return marks.map(({ host }) =>
    warning(
      'onPremisesDisks',
      host === undefined || server === undefined || sameId(host.name, server)
        ? DO_NOT_START
        : doNotStartOn(host.name),
    ),
  );
}

function checkProvider(item: ProtectedItem): Check {
  const name = 'replication';
  return item.replicationProvider === 'HyperVReplicaAzure'
    ? ok(name, coded('hypervToAzure'))
    : blocked(name, coded('notHypervToAzure', { provider: item.replicationProvider }));
}

function checkFailedOver(item: ProtectedItem): Check {
  const name = 'activeLocation';
  if (item.activeLocation === 'azure') return ok(name, coded('vmRunsInAzure'));
  return item.activeLocation === 'onPremises'
    ? blocked(name, coded('vmRunsOnPremises'))
    : blocked(name, coded('activeLocationNotSaid'));
}

function checkCommitted(item: ProtectedItem): Check {
  const name = 'failoverCommitted';
  if (item.allowedOperations.includes('Commit')) {
    return blocked(name, coded('failoverNotCommitted'));
  }
  return item.allowedOperations.some(
    (operation) => operation === 'Failback' || operation === 'PlannedFailover',
  )
    ? ok(name, coded('failbackOffered'))
    : blocked(
        name,
        coded('failbackNotOffered', {
          state: item.protectionStateDescription,
          operations: operationList(item),
        }),
      );
}

function checkNothingRuns(item: ProtectedItem): Check {
  const name = 'runningOperation';
  return item.runningScenario === undefined
    ? ok(name, coded('noneFound'))
    : blocked(name, coded('scenarioRunning', { scenario: item.runningScenario.name }));
}

function checkConnection(item: ProtectedItem, provider: RecoveryProvider | undefined): Check {
  const name = 'onPremisesServer';
  if (provider === undefined) {
    return blocked(name, coded('noServerRegistered', { fabric: item.fabricName }));
  }
  return provider.connectionStatus === 'Connected'
    ? ok(name, coded('serverConnected', { server: provider.name }))
    : blocked(
        name,
        coded('serverNotConnected', {
          server: provider.name,
          state: namedState(provider.connectionStatus),
        }),
      );
}

function checkHeartbeat(provider: RecoveryProvider | undefined, now: number): readonly Check[] {
  const at = provider?.lastHeartbeatAt;
  if (at === undefined || now - at < HEARTBEAT_STALE_MS) return [];
  const minutes = Math.floor((now - at) / 60_000);
  return [warning('heartbeat', coded('heartbeatStale', { minutes }))];
}

function checkVersion(provider: RecoveryProvider | undefined): readonly Check[] {
  if (provider === undefined || provider.versionState === 'Latest' || provider.versionState === '')
    return [];
  const finding = coded('providerOutdated', {
    version: provider.version,
    state: namedState(provider.versionState),
  });
  return [
    provider.versionState === 'Expired'
      ? blocked('providerVersion', finding)
      : warning('providerVersion', finding),
  ];
}

function checkHealth(item: ProtectedItem): readonly Check[] {
  return item.healthErrors.map((issue) =>
    warning(
      'health',
      quoted(
        'Azure',
        [issue.code, [issue.message, issue.recommendedAction].filter(Boolean).join(' ')]
          .filter(Boolean)
          .join(': '),
      ),
    ),
  );
}
