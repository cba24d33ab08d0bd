import type { AzureSnapshot } from '../failback/calls/azure-snapshot.ts';
import { obstacleTo } from '../failback/calls/calls.ts';
import type { ItemWorld } from '../failback/decide/gate-facts.ts';
import type { PlanWorld } from '../failback/decide/plan-facts.ts';
import type { TargetServer } from '../failback/on-premises/target-server.ts';
import type { HypervHost } from '../failback/ports/hyperv-host.ts';
import type {
  ProtectedItem,
  RecoveryProvider,
  SiteRecovery,
} from '../failback/ports/site-recovery.ts';
import { checkServer } from '../failback/readiness/check-server.ts';
import { checkReadiness, type Readiness } from '../failback/readiness/readiness.ts';
import { destinationProvider } from '../failback/site-recovery/registered.ts';
import type { Failback } from '../failback/state/failback.ts';
import type { Operation } from '../failback/state/gates.ts';
import { obstacleToStart } from '../failback/state/support.ts';
import type { Check } from '../failback/words/check.ts';
import type { Statement } from '../failback/words/statement.ts';
import { lookAtPlan } from './look-at-plan.ts';
import { lookAtTarget } from './look-at-target.ts';
import { readFabrics } from './read-fabrics.ts';

/** Azure's clock and ours may differ, and a job may be older in the list than its call: look back a little further. */
export const LOOK_BACK_MS = 15 * 60_000;

/** What a fresh look shows, as the domain judges it and as a person approves it. */
export interface FreshSnapshot {
  readonly look: AzureSnapshot;
  /** Undefined when the item is gone. */
  readonly world?: ItemWorld | PlanWorld;
  readonly obstacle?: Statement;
}

/** Where the bot looks: the vault, and the servers that the settings name. */
interface Places {
  readonly vault: SiteRecovery;
  readonly hosts: readonly HypervHost[];
}

/**
 * Reads everything that a call depends on, at once, and nothing else of the vault: it takes as long with a thousand open
 * failbacks as with one. `now` is when the call would be made. Throws `UpstreamError`.
 */
export async function lookFresh(
  { vault, hosts }: Places,
  failback: Failback,
  operation: Operation,
  now: number,
): Promise<FreshSnapshot> {
  const { target } = failback;
  if (target.kind === 'recoveryPlan')
    return lookAtPlan(vault, { failback, target, operation, now });
  const isStart = operation === 'plannedFailover';
  const [item, providers, job, fabrics] = await Promise.all([
    vault.readProtectedItem(target.itemId),
    vault.listProviders(),
    failback.failoverJobId === undefined ? undefined : vault.readJob(failback.failoverJobId),
    isStart ? readFabrics(vault) : [],
  ]);
  const look: AzureSnapshot = { item, job };
  const { destination } = failback;
  const server = await lookAtTarget(item, providers, isStart ? hosts : [], destination);
  const obstacle = isStart
    ? obstacleToStart(
        failback,
        checksBeforeStart({ item, providers, fabrics, destination, now }, server),
      )
    : obstacleTo(operation, failback, look);
  if (item === undefined) return { look, ...(obstacle !== undefined && { obstacle }) };
  const world: ItemWorld = {
    ...worldOf(failback, item, providers),
    ...(server && { server }),
    ...(job && { job: { id: job.id, state: job.state } }),
  };
  return { look, world, ...(obstacle !== undefined && { obstacle }) };
}

/** What is approved about an item before anything was started. */
export function worldOf(
  { destination, synchronization }: Pick<Failback, 'destination' | 'synchronization'>,
  item: ProtectedItem,
  providers: readonly RecoveryProvider[],
): ItemWorld {
  const provider = destinationProvider(destination, item, providers);
  return { item, destination, synchronization, ...(provider && { provider }) };
}

const checksBeforeStart = (
  readiness: Readiness,
  target: TargetServer | undefined,
): readonly Check[] => [
  ...checkReadiness(readiness),
  ...(target ? checkServer(target.host, target.server) : []),
];
