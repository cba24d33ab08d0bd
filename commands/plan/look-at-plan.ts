import type { Desk } from '../../bot/chat/desk.ts';
import type { FoundPlan } from '../../bot/chat/find-plan.ts';
import { outlookFor } from '../../bot/chat/look-ahead.ts';
import type { VmOutlook } from '../../bot/chat/plan-readiness-message.ts';
import { lookAtEachOnPremises } from '../../bot/failback/look-on-premises.ts';
import type { OnPremises } from '../../bot/failback/on-premises.ts';
import type { RecoveryProvider } from '../../bot/failback/ports/site-recovery.ts';
import { itemsOf } from '../../bot/failback/seen-plan.ts';

/** What is seen of the VMs of a plan on their servers, and what is advised for each. */
export interface PlanSight {
  readonly providers: readonly RecoveryProvider[];
  /** By the ids of the items in lower case. */
  readonly onPremises: ReadonlyMap<string, OnPremises>;
  readonly outlooks: readonly VmOutlook[];
}

/** Looks at the servers of a plan's VMs. Changes nothing. Throws `UpstreamError` when the vault can not be read. */
export async function lookAtPlan({ vault, seen }: FoundPlan, desk: Desk): Promise<PlanSight> {
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
