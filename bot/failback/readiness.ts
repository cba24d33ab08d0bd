import type { Check } from './check.ts';
import { checkOnPremises, type OnPremises } from './on-premises.ts';
import { type ProtectedItem, type RecoveryProvider, sameId } from './ports/site-recovery.ts';

/** What the checks look at. `item` is undefined when the service says there is none. */
export interface Readiness {
  readonly item: ProtectedItem | undefined;
  readonly providers: readonly RecoveryProvider[];
  readonly now: number;
  /** An earlier failback left the on-premises disks inconsistent. */
  readonly doNotStart?: boolean;
  /** What was seen of the on-premises side; absent without a host connector. */
  readonly onPremises?: OnPremises;
}

/** A provider reports about every few minutes; after this long its silence is worth a warning. */
const HEARTBEAT_STALE_MS = 30 * 60_000;

/** The product advises a full download after a month in Azure: https://learn.microsoft.com/azure/site-recovery/hyper-v-azure-failback */
const MONTH_MS = 30 * 24 * 60 * 60_000;

/** Looks at everything that must be true before a failback is started, as far as Azure can tell. */
export function checkReadiness({
  item,
  providers,
  now,
  doNotStart,
  onPremises,
}: Readiness): readonly Check[] {
  if (item === undefined) {
    return [
      blocked(
        'Protected item',
        'Azure does not know it any more. Look at the vault in the portal.',
      ),
    ];
  }
  const provider = providerOf(item, providers);
  return [
    checkProvider(item),
    checkFailedOver(item),
    checkCommitted(item),
    checkNothingRuns(item),
    checkManagedDisks(item),
    checkConnection(item, provider),
    ...checkHeartbeat(provider, now),
    ...checkVersion(provider),
    ...checkHealth(item),
    ...checkStay(item, now),
    ...(doNotStart ? [warning('On-premises disks', DO_NOT_START)] : []),
    ...checkOnPremises(onPremises, item),
  ];
}

/** What must be said of a VM whose synchronization was cancelled: https://learn.microsoft.com/azure/site-recovery/hyper-v-azure-failback */
export const DO_NOT_START =
  'Do not start the on-premises VM: its disks are inconsistent until a failback of it has succeeded.';

/** Whether nothing stands in the way. */
export function isReady(checks: readonly Check[]): boolean {
  return checks.every((check) => check.outcome !== 'blocked');
}

/** The provider that owns the item's VM on-premises, if Azure still lists it. */
export function providerOf(
  item: ProtectedItem,
  providers: readonly RecoveryProvider[],
): RecoveryProvider | undefined {
  return providers.find(({ id }) => item.providerId !== undefined && sameId(id, item.providerId));
}

function checkProvider(item: ProtectedItem): Check {
  const name = 'Replication';
  return item.replicationProvider === 'HyperVReplicaAzure'
    ? ok(name, 'Hyper-V to Azure.')
    : blocked(
        name,
        `${item.replicationProvider} is not Hyper-V to Azure. This bot brings home Hyper-V VMs only.`,
      );
}

function checkFailedOver(item: ProtectedItem): Check {
  const name = 'Active location';
  if (item.activeLocation === 'azure') return ok(name, 'The VM runs in Azure.');
  return item.activeLocation === 'onPremises'
    ? blocked(
        name,
        'The VM is not failed over: it runs on-premises. There is nothing to bring home.',
      )
    : blocked(name, 'Azure does not say where the VM runs. Look at the vault in the portal.');
}

function checkCommitted(item: ProtectedItem): Check {
  const name = 'Failover committed';
  if (item.allowedOperations.includes('Commit')) {
    return blocked(name, 'The failover to Azure is not committed. Commit it in the portal first.');
  }
  return item.allowedOperations.some(
    (operation) => operation === 'Failback' || operation === 'PlannedFailover',
  )
    ? ok(name, 'Committed; Azure offers the failback.')
    : blocked(
        name,
        `Azure does not offer a failback. Its state is ${item.protectionStateDescription}; it offers ${item.allowedOperations.join(', ') || 'nothing'}.`,
      );
}

function checkNothingRuns(item: ProtectedItem): Check {
  const name = 'Running operation';
  return item.runningScenario === undefined
    ? ok(name, 'None.')
    : blocked(name, `Azure is running ${item.runningScenario.name} on the VM. Wait for it to end.`);
}

/**
 * The documentation calls failback from managed disks unsupported; a later issue says that the documentation is wrong:
 * https://github.com/MicrosoftDocs/azure-docs/issues/114722. Until that is certain it is refused.
 */
function checkManagedDisks(item: ProtectedItem): Check {
  const name = 'Managed disks';
  if (item.usesManagedDisks === false) return ok(name, 'The VM replicates to a storage account.');
  return item.usesManagedDisks === true
    ? blocked(
        name,
        'The VM is on managed disks. The documentation calls failback from managed disks unsupported.',
      )
    : blocked(
        name,
        'Azure does not say whether the VM is on managed disks, from which failback is called unsupported.',
      );
}

function checkConnection(item: ProtectedItem, provider: RecoveryProvider | undefined): Check {
  const name = 'On-premises server';
  if (provider === undefined) {
    return blocked(
      name,
      `Azure lists no registered server for ${item.fabricName}. Register it again.`,
    );
  }
  return provider.connectionStatus === 'Connected'
    ? ok(name, `${provider.name} is connected to Azure.`)
    : blocked(
        name,
        `${provider.name} is not connected to Azure (${provider.connectionStatus}). Check its services and its way out on port 443.`,
      );
}

function checkHeartbeat(provider: RecoveryProvider | undefined, now: number): readonly Check[] {
  const at = provider?.lastHeartbeatAt;
  if (at === undefined || now - at < HEARTBEAT_STALE_MS) return [];
  const minutes = Math.floor((now - at) / 60_000);
  return [warning('Heartbeat', `The server was last heard of ${minutes} minutes ago.`)];
}

function checkVersion(provider: RecoveryProvider | undefined): readonly Check[] {
  if (provider === undefined || provider.versionState === 'Latest' || provider.versionState === '')
    return [];
  const finding = `The provider's version ${provider.version} is ${provider.versionState}. Update it.`;
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
      [issue.code, issue.message, issue.recommendedAction].filter(Boolean).join(': '),
    ),
  );
}

function checkStay(item: ProtectedItem, now: number): readonly Check[] {
  const at = item.lastSuccessfulFailoverAt;
  if (at === undefined || now - at < MONTH_MS) return [];
  const days = Math.floor((now - at) / 86_400_000);
  return [
    warning(
      'Days in Azure',
      `${days} days. After a month the product advises a full download, which this bot does not offer yet; synchronizing the changes may take long.`,
    ),
  ];
}

const ok = (name: string, finding: string): Check => ({ name, outcome: 'ok', finding });
const warning = (name: string, finding: string): Check => ({ name, outcome: 'warning', finding });
const blocked = (name: string, finding: string): Check => ({ name, outcome: 'blocked', finding });
