import { type Look, obstacleTo } from '../failback/calls.ts';
import type { Operation } from '../failback/events.ts';
import type { Failback } from '../failback/failback.ts';
import type { World } from '../failback/gates.ts';
import type { SiteRecovery } from '../failback/ports/site-recovery.ts';
import { providerOf } from '../failback/readiness.ts';

/** Azure's clock and ours may differ, and a job may be older in the list than its call: look back a little further. */
export const LOOK_BACK_MS = 15 * 60_000;

/** What a fresh look shows, as the domain judges it and as a person approves it. */
export interface FreshLook {
  readonly look: Look;
  /** Undefined when the item is gone. */
  readonly world?: World;
  readonly obstacle?: string;
}

/** Reads everything that a call depends on, now and at once. Throws `UpstreamError`. */
export async function lookFresh(
  vault: SiteRecovery,
  failback: Failback,
  operation: Operation,
  since: number,
): Promise<FreshLook> {
  const [item, providers, job, jobs] = await Promise.all([
    vault.readProtectedItem(failback.target.itemId),
    vault.listProviders(),
    failback.failoverJobId === undefined ? undefined : vault.readJob(failback.failoverJobId),
    vault.listJobs(since - LOOK_BACK_MS),
  ]);
  const look: Look = { item, job, jobs };
  const obstacle = obstacleTo(operation, failback, look);
  if (item === undefined) return { look, ...(obstacle !== undefined && { obstacle }) };
  const provider = providerOf(item, providers);
  const world: World = {
    item,
    ...(provider && { provider }),
    ...(job && { job: { id: job.id, state: job.state } }),
  };
  return { look, world, ...(obstacle !== undefined && { obstacle }) };
}
