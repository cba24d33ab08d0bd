import type { Failback } from '../failback/failback.ts';
import { judgeVerification } from '../failback/verification.ts';
import { examineAll } from './examine.ts';
import type { HostTools } from './host-tools.ts';
import type { Outcome } from './outcome.ts';

/** Looks for proof that the VMs are well; commit is not asked for before all of it holds, or somebody overrides it. */
export async function verify(failback: Failback, tools: HostTools): Promise<Outcome> {
  const examined = await examineAll(failback, tools);
  const now = tools.clock.now();
  const isPatienceOver = now - failback.stageSince >= tools.verification.patienceMs;
  const events = judgeVerification(failback, examined, isPatienceOver);
  const isStillComing = events.every(({ type }) => type === 'proofsObserved');
  return isStillComing ? { events, wakeAt: now + tools.fastMs } : { events };
}
