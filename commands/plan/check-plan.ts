import type { Desk } from '../../bot/chat/desk.ts';
import { marksOf } from '../../bot/chat/do-not-start.ts';
import { findPlan } from '../../bot/chat/find-plan.ts';
import type { Message } from '../../bot/chat/message.ts';
import { planReadinessMessage } from '../../bot/chat/plan-readiness-message.ts';
import { checkPlan, ofVm } from '../../bot/failback/plan-readiness.ts';
import { readFabrics } from '../../bot/failback/read-fabrics.ts';
import { lookAtPlan } from './look-at-plan.ts';

/** Whether all VMs of a recovery plan are ready to come home. Changes nothing. */
export async function checkWholePlan(name: string, desk: Desk): Promise<Message> {
  const found = await findPlan(name, desk);
  const port = desk.vaults.find(({ vault }) => vault === found.vault);
  const [{ providers, onPremises, outlooks }, fabrics = []] = await Promise.all([
    lookAtPlan(found, desk),
    port && readFabrics(port),
  ]);
  const checks = checkPlan({
    seen: found.seen,
    providers,
    fabrics,
    now: desk.clock.now(),
    ofVm: ofVm(await marksOf(found.target, desk), onPremises),
  });
  return planReadinessMessage(found.plan.name, checks, outlooks);
}
