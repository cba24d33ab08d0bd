import { obstacleTo } from '../failback/calls.ts';
import type { Check } from '../failback/check.ts';
import { checkServer } from '../failback/check-server.ts';
import type { Failback } from '../failback/failback.ts';
import type { World } from '../failback/gate-facts.ts';
import type { Operation } from '../failback/gates.ts';
import type { Look } from '../failback/look.ts';
import type { PlanWorld } from '../failback/plan-facts.ts';
import type { HypervHost } from '../failback/ports/hyperv-host.ts';
import type {
  ProtectedItem,
  RecoveryProvider,
  SiteRecovery,
} from '../failback/ports/site-recovery.ts';
import { readFabrics } from '../failback/read-fabrics.ts';
import { checkReadiness, type Readiness } from '../failback/readiness.ts';
import { destinationProvider } from '../failback/registered.ts';
import { obstacleToStart } from '../failback/support.ts';
import { lookAtTarget, type TargetServer } from '../failback/target-server.ts';
import type { Statement } from '../failback/words/statement.ts';
import { lookAtPlan } from './look-at-plan.ts';

/** Azure's clock and ours may differ, and a job may be older in the list than its call: look back a little further. */
export const LOOK_BACK_MS = 15 * 60_000;

/** What a fresh look shows, as the domain judges it and as a person approves it. */
export interface FreshLook {
  readonly look: Look;
  /** Undefined when the item is gone. */
  readonly world?: World | PlanWorld;
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
): Promise<FreshLook> {
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
  const look: Look = { item, job };
  const { destination } = failback;
  const server = await lookAtTarget(item, providers, isStart ? hosts : [], destination);
  const obstacle = isStart
    ? obstacleToStart(
        failback,
        checksBeforeStart({ item, providers, fabrics, destination, now }, server),
      )
    : obstacleTo(operation, failback, look);
  if (item === undefined) return { look, ...(obstacle !== undefined && { obstacle }) };
  const world: World = {
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
): World {
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
