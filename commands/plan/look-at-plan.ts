import type { CommandContext } from '../../bot/chat/command-context.ts';
import type { OnPremises } from '../../bot/failback/on-premises/on-premises.ts';
import type { RecoveryProvider } from '../../bot/failback/ports/site-recovery.ts';
import { itemsOf } from '../../bot/failback/site-recovery/plan-snapshot.ts';
import { lookAtEachOnPremises } from '../../bot/looks/look-on-premises.ts';
import { outlookFor } from '../ask/look-ahead.ts';
import type { VmOutlook } from '../ask/plan-readiness.ts';
import type { FoundPlan } from '../find/find-plan.ts';

/** What is seen of the VMs of a plan on their servers, and what is advised for each. */
export interface PlanSight {
  readonly providers: readonly RecoveryProvider[];
  /** By the ids of the items in lower case. */
  readonly onPremises: ReadonlyMap<string, OnPremises>;
  readonly outlooks: readonly VmOutlook[];
}

/** Looks at the servers of a plan's VMs. Changes nothing. Throws `UpstreamError` when the vault can not be read. */
export async function lookAheadAtPlan(
  { vault, seen }: FoundPlan,
  desk: CommandContext,
): Promise<PlanSight> {
  const port = desk.vaults.find((candidate) => candidate.vault === vault);
  const providers = (await port?.listProviders()) ?? [];
  const items = itemsOf(seen);
  const onPremises = await lookAtEachOnPremises(items, providers, desk.hosts);
  const outlooks = items.map(async (item): Promise<VmOutlook> => {
    const look = onPremises.get(item.id.toLowerCase());
    const outlook = await outlookFor({ vault, item }, { onPremises: look }, desk);
    return { name: item.name, outlook };
  });
  return { providers, onPremises, outlooks: await Promise.all(outlooks) };
}
