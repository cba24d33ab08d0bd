import { blocked, type Check, ok, warning } from './check.ts';
import { checkDestination } from './check-destination.ts';
import { checkManagedDisks } from './check-disks.ts';
import { checkFabric } from './check-fabric.ts';
import { checkOnPremises } from './check-on-premises.ts';
import { type Destination, ORIGINAL_LOCATION } from './destination.ts';
import type { Mark } from './events.ts';
import type { OnPremises } from './on-premises.ts';
import { operationList } from './operation-list.ts';
import {
  type Fabric,
  type ProtectedItem,
  type RecoveryProvider,
  sameId,
} from './ports/site-recovery.ts';
import { destinationProvider, fabricOf, providerOf } from './registered.ts';
import { stateWords } from './state-words.ts';
import { phrase, quoted, type Words } from './words.ts';

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
    return [
      blocked(
        'Protected item',
        phrase('Azure does not know it any more. Look at the vault in the portal.'),
      ),
    ];
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
export const DO_NOT_START = phrase(
  'Do not start the on-premises VM: its disks are inconsistent until a failback of it has succeeded.',
);

/** The same of a copy that an earlier failback left on another server than the VM is brought to. */
export const doNotStartOn = (server: string): Words =>
  phrase(
    'Do not start the VM on {server}: an earlier failback left its disks there half written.',
    {
      server,
    },
  );

/** Whether nothing stands in the way, not even what a person could let pass. */
export function isReady(checks: readonly Check[]): boolean {
  return checks.every(({ outcome }) => outcome !== 'blocked' && outcome !== 'notSupported');
}

/** A mark is about the server that the VM is brought to, unless both are known and differ. */
function checkMarks(marks: readonly Mark[], server: string | undefined): readonly Check[] {
  return marks.map(({ host }) =>
    warning(
      'On-premises disks',
      host === undefined || server === undefined || sameId(host.name, server)
        ? DO_NOT_START
        : doNotStartOn(host.name),
    ),
  );
}

function checkProvider(item: ProtectedItem): Check {
  const name = 'Replication';
  return item.replicationProvider === 'HyperVReplicaAzure'
    ? ok(name, phrase('Hyper-V to Azure.'))
    : blocked(
        name,
        phrase(
          '{replicationProvider} is not Hyper-V to Azure. This bot brings home Hyper-V VMs only.',
          { replicationProvider: item.replicationProvider },
        ),
      );
}

function checkFailedOver(item: ProtectedItem): Check {
  const name = 'Active location';
  if (item.activeLocation === 'azure') return ok(name, phrase('The VM runs in Azure.'));
  return item.activeLocation === 'onPremises'
    ? blocked(
        name,
        phrase('The VM is not failed over: it runs on-premises. There is nothing to bring home.'),
      )
    : blocked(
        name,
        phrase('Azure does not say where the VM runs. Look at the vault in the portal.'),
      );
}

function checkCommitted(item: ProtectedItem): Check {
  const name = 'Failover committed';
  if (item.allowedOperations.includes('Commit')) {
    return blocked(
      name,
      phrase('The failover to Azure is not committed. Commit it in the portal first.'),
    );
  }
  return item.allowedOperations.some(
    (operation) => operation === 'Failback' || operation === 'PlannedFailover',
  )
    ? ok(name, phrase('Committed; Azure offers the failback.'))
    : blocked(
        name,
        phrase(
          'Azure does not offer a failback. Its state is “{protectionStateDescription}”; it offers {operations}.',
          {
            protectionStateDescription: item.protectionStateDescription,
            operations: operationList(item),
          },
        ),
      );
}

function checkNothingRuns(item: ProtectedItem): Check {
  const name = 'Running operation';
  return item.runningScenario === undefined
    ? ok(name, phrase('None.'))
    : blocked(
        name,
        phrase('Azure is running {name} on the VM. Wait for it to end.', {
          name: item.runningScenario.name,
        }),
      );
}

function checkConnection(item: ProtectedItem, provider: RecoveryProvider | undefined): Check {
  const name = 'On-premises server';
  if (provider === undefined) {
    return blocked(
      name,
      phrase('Azure lists no registered server for {fabricName}. Register it again.', {
        fabricName: item.fabricName,
      }),
    );
  }
  return provider.connectionStatus === 'Connected'
    ? ok(name, phrase('{name} is connected to Azure.', { name: provider.name }))
    : blocked(
        name,
        phrase(
          '{name} is not connected to Azure ({connectionStatus}). Check its services and its way out on port 443.',
          { name: provider.name, connectionStatus: stateWords(provider.connectionStatus) },
        ),
      );
}

function checkHeartbeat(provider: RecoveryProvider | undefined, now: number): readonly Check[] {
  const at = provider?.lastHeartbeatAt;
  if (at === undefined || now - at < HEARTBEAT_STALE_MS) return [];
  const minutes = Math.floor((now - at) / 60_000);
  return [
    warning(
      'Heartbeat',
      phrase(
        'The server was last heard of {minutes, plural, one {# minute} other {# minutes}} ago.',
        { minutes },
      ),
    ),
  ];
}

function checkVersion(provider: RecoveryProvider | undefined): readonly Check[] {
  if (provider === undefined || provider.versionState === 'Latest' || provider.versionState === '')
    return [];
  const finding = phrase("The provider's version {version} is {versionState}. Update it.", {
    version: provider.version,
    versionState: stateWords(provider.versionState),
  });
  return [
    provider.versionState === 'Expired'
      ? blocked('Provider version', finding)
      : warning('Provider version', finding),
  ];
}

function checkHealth(item: ProtectedItem): readonly Check[] {
  return item.healthErrors.map((issue) =>
    warning(
      'Health',
      quoted(
        'Azure',
        [issue.code, [issue.message, issue.recommendedAction].filter(Boolean).join(' ')]
          .filter(Boolean)
          .join(': '),
      ),
    ),
  );
}
