import type { CommandContext } from '../../bot/chat/command-context.ts';
import type { Message } from '../../bot/chat/message/message.ts';
import { checkPlan, ofVm } from '../../bot/failback/readiness/plan-readiness.ts';
import { readFabrics } from '../../bot/looks/read-fabrics.ts';
import { marksOf } from '../../bot/store/marks-left.ts';
import { planReadinessMessage } from '../ask/plan-readiness.ts';
import { findPlan } from '../find/find-plan.ts';
import { lookAheadAtPlan } from './look-at-plan.ts';

/** Whether all VMs of a recovery plan are ready to come home. Changes nothing. */
export async function checkWholePlan(name: string, desk: CommandContext): Promise<Message> {
  const found = await findPlan(name, desk);
  const port = desk.vaults.find(({ vault }) => vault === found.vault);
  const [{ providers, onPremises, outlooks }, fabrics = []] = await Promise.all([
    lookAheadAtPlan(found, desk),
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
