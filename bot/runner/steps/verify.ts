import { judgeVerification } from '../../failback/observe/verification.ts';
import type { Failback } from '../../failback/state/failback.ts';
import { examineAll } from '../host/examine.ts';
import type { HostTools } from '../host/host-tools.ts';
import type { StepOutcome } from '../scheduling/outcome.ts';

/** Looks for proof that the VMs are well; commit is not asked for before all of it holds, or somebody overrides it. */
export async function verifyVms(failback: Failback, tools: HostTools): Promise<StepOutcome> {
  const examined = await examineAll(failback, tools);
  const now = tools.clock.now();
  const isPatienceOver = now - failback.stageSince >= tools.verification.patienceMs;
  const events = judgeVerification(failback, examined, isPatienceOver);
  const isStillComing = events.every(({ type }) => type === 'proofsObserved');
  return isStillComing ? { events, wakeAt: now + tools.fastMs } : { events };
}
