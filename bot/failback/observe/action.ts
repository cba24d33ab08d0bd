import { jobEvidence } from '../holds/job-evidence.ts';
import type { Job } from '../ports/site-recovery.ts';
import type { JobJudgement } from '../site-recovery/jobs.ts';
import type { WaitingAction } from '../site-recovery/plan-action.ts';
import { hasLeftAction } from '../state/data-travelling.ts';
import type { EventOf } from '../state/events.ts';
import type { Failback } from '../state/failback.ts';
import { askAgain, evidenceOf, held, lookAgain } from '../state/holds.ts';
import { coded } from '../words/coded.ts';
import type { Statement } from '../words/statement.ts';

/** Why the question about an action of the plan is pointless now; undefined when it is not. */
export function leftAction(
  failback: Failback,
  { phase, action }: JobJudgement,
): Statement | undefined {
  if (hasLeftAction(failback, { phase })) return coded('actionCompletedElsewhere');
  const isAtAnother =
    failback.stage === 'awaitingAction' &&
    phase === 'atAction' &&
    action?.taskId !== failback.job?.action?.taskId;
  return isAtAnother ? coded('planAtOtherAction') : undefined;
}

/** A hold when a job waits at an action where it should not; undefined when all is as it should be. */
export function judgeAction(
  failback: Failback,
  job: Job,
  action: WaitingAction | undefined,
  now: number,
): EventOf<'held'> | undefined {
  const { stage, stageSince, doneAction, policy } = failback;
  const evidence = [...jobEvidence(job), ...evidenceOf({ action: action?.name ?? '' })];
  if (stage === 'committing' || stage === 'reversing' || stage === 'awaitingCompletion') {
    return held(
      'jobUnknown',
      [...evidence, ...evidenceOf({ unknown: coded('actionUnexpected') })],
      [lookAgain(stage)],
    );
  }
  const isStuck = action?.taskId === doneAction && now - stageSince >= policy.settleMs;
  return isStuck && stage !== 'awaitingAction'
    ? held(
        'callRepeatedInVain',
        [...evidence, ...evidenceOf({ seen: coded('actionCompletedInVain') })],
        [askAgain('awaitingAction')],
      )
    : undefined;
}
