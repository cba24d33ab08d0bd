import type { Desk } from '../../bot/chat/desk.ts';
import { markedVmsOf } from '../../bot/chat/do-not-start.ts';
import { findPlan } from '../../bot/chat/find-plan.ts';
import type { Message } from '../../bot/chat/message.ts';
import { planReadinessMessage } from '../../bot/chat/plan-readiness-message.ts';
import { checkPlan } from '../../bot/failback/plan-readiness.ts';
import { readFabrics } from '../../bot/failback/read-fabrics.ts';

/** Whether all VMs of a recovery plan are ready to come home. Changes nothing. */
export async function checkWholePlan(name: string, desk: Desk): Promise<Message> {
  const found = await findPlan(name, desk);
  const port = desk.vaults.find(({ vault }) => vault === found.vault);
  const [providers = [], fabrics = []] = await Promise.all([
    port?.listProviders(),
    port && readFabrics(port),
  ]);
  const marked = await markedVmsOf(found.target, desk);
  const checks = checkPlan({
    seen: found.seen,
    providers,
    fabrics,
    now: desk.clock.now(),
    ofVm: ({ itemId }) => ({ doNotStart: marked.has(itemId.toLowerCase()) }),
  });
  return planReadinessMessage(found.plan.name, checks);
}
