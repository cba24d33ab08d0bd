import type { Desk } from '../../bot/chat/desk.ts';
import { marksOf } from '../../bot/chat/do-not-start.ts';
import { findPlan } from '../../bot/chat/find-plan.ts';
import { outlookFor } from '../../bot/chat/look-ahead.ts';
import type { Message } from '../../bot/chat/message.ts';
import { planReadinessMessage } from '../../bot/chat/plan-readiness-message.ts';
import { lookAtEachOnPremises } from '../../bot/failback/look-on-premises.ts';
import { checkPlan, ofVm } from '../../bot/failback/plan-readiness.ts';
import { readFabrics } from '../../bot/failback/read-fabrics.ts';

/** Whether all VMs of a recovery plan are ready to come home. Changes nothing. */
export async function checkWholePlan(name: string, desk: Desk): Promise<Message> {
  const found = await findPlan(name, desk);
  const port = desk.vaults.find(({ vault }) => vault === found.vault);
  const [providers = [], fabrics = []] = await Promise.all([
    port?.listProviders(),
    port && readFabrics(port),
  ]);
  const items = found.seen.vms.flatMap(({ item }) => (item === undefined ? [] : [item]));
  const looks = await lookAtEachOnPremises(items, providers, desk.hosts);
  const checks = checkPlan({
    seen: found.seen,
    providers,
    fabrics,
    now: desk.clock.now(),
    ofVm: ofVm(await marksOf(found.target, desk), looks),
  });
  const outlooks = await Promise.all(
    items.map(async (item) => {
      const onPremises = looks.get(item.id.toLowerCase());
      const outlook = await outlookFor({ vault: found.vault, item }, { onPremises }, desk);
      return { name: item.name, outlook };
    }),
  );
  return planReadinessMessage(found.plan.name, checks, outlooks);
}
