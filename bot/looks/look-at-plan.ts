import type { AzureSnapshot } from '../failback/calls/azure-snapshot.ts';
import { obstacleTo } from '../failback/calls/calls.ts';
import type { PlanWorld } from '../failback/decide/plan-facts.ts';
import type { RecoveryPlan } from '../failback/ports/recovery-plans.ts';
import type { Job, RecoveryProvider, SiteRecovery } from '../failback/ports/site-recovery.ts';
import { checkPlan } from '../failback/readiness/plan-readiness.ts';
import { actionWaitedFor } from '../failback/site-recovery/plan-action.ts';
import { type PlanSnapshot, seePlan } from '../failback/site-recovery/plan-snapshot.ts';
import type { RecoveryPlanTarget } from '../failback/site-recovery/target.ts';
import type { Failback } from '../failback/state/failback.ts';
import type { Operation } from '../failback/state/gates.ts';
import { obstacleToStart } from '../failback/state/support.ts';
import type { Statement } from '../failback/words/statement.ts';
import { readFabrics } from './read-fabrics.ts';

/** What a fresh look at a plan shows: one read of the plan and lists by pages, however many VMs it has. */
export interface PlanLook {
  readonly look: AzureSnapshot;
  readonly world?: PlanWorld;
  readonly obstacle?: Statement;
}

interface Wanted {
  readonly failback: Failback;
  readonly target: RecoveryPlanTarget;
  readonly operation: Operation;
  readonly now: number;
}

/** Reads everything that a call about a plan depends on, at once. Throws `UpstreamError`. */
export async function lookAtPlan(vault: SiteRecovery, wanted: Wanted): Promise<PlanLook> {
  const { failback, target, operation, now } = wanted;
  const [{ seen, providers }, job, fabrics] = await Promise.all([
    readPlan(vault, target),
    failback.failoverJobId === undefined ? undefined : vault.readJob(failback.failoverJobId),
    operation === 'plannedFailover' ? readFabrics(vault) : [],
  ]);
  const look: AzureSnapshot = { item: undefined, plan: seen, job };
  const obstacle =
    operation === 'plannedFailover'
      ? obstacleToStart(failback, checkPlan({ seen, providers, fabrics, now }))
      : obstacleTo(operation, failback, look);
  return {
    look,
    ...(seen.plan && {
      world: planWorldOf(seen.plan, seen, {
        providers,
        job,
        synchronization: failback.synchronization,
      }),
    }),
    ...(obstacle !== undefined && { obstacle }),
  };
}

/** A plan with its items and the servers they came from. Throws `UpstreamError`. */
export async function readPlan(
  vault: SiteRecovery,
  target: RecoveryPlanTarget,
): Promise<{ readonly seen: PlanSnapshot; readonly providers: readonly RecoveryProvider[] }> {
  const [plan, items, providers] = await Promise.all([
    vault.plans.read(target.planId),
    vault.plans.listItems(
      target.planId,
      target.items.map(({ itemId }) => itemId),
    ),
    vault.listProviders(),
  ]);
  return { seen: seePlan(target, plan, items), providers };
}

/** What is approved about a plan. */
export function planWorldOf(
  plan: RecoveryPlan,
  { vms }: PlanSnapshot,
  {
    providers,
    job,
    synchronization,
  }: Pick<PlanWorld, 'providers' | 'synchronization'> & {
    readonly job: Job | undefined;
  },
): PlanWorld {
  const action = job && actionWaitedFor(job);
  return {
    plan,
    vms,
    providers,
    synchronization,
    ...(job && { job: { id: job.id, state: job.state } }),
    ...(action && { action }),
  };
}
