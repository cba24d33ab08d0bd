import { type Job, sameId } from '../ports/site-recovery.ts';
import { isOffered } from '../site-recovery/job-tasks.ts';
import { hasBegunDowntime, type JobPhase, judgeJob, SCENARIOS } from '../site-recovery/jobs.ts';
import type { ItemOperation } from '../site-recovery/observed-item.ts';
import { isPlanJob, jobsOfPlan } from '../site-recovery/plan-jobs.ts';
import type { Call, Failback } from '../state/failback.ts';
import type { Operation } from '../state/gates.ts';
import { coded } from '../words/coded.ts';
import { namedState, type Statement } from '../words/statement.ts';
import type { AzureSnapshot, CallJudgement } from './azure-snapshot.ts';
import { obstacleToItem } from './obstacle-to-item.ts';
import { obstacleToPlan } from './obstacle-to-plan.ts';
import { judgeRestart, obstacleToRestart } from './restart-call.ts';

/** Why a call may not be made now; undefined when it may. Judged by what Azure offers, never by a state's name. */
export function obstacleTo(
  operation: Operation,
  failback: Failback,
  look: AzureSnapshot,
): Statement | undefined {
  const { item, plan, job } = look;
  if (isAboutItem(operation))
    return plan === undefined ? obstacleToItem(operation, item) : obstacleToPlan(operation, plan);
  if (item === undefined && plan === undefined) return coded('itemNotKnown');
  if (operation === 'restartJob') return obstacleToRestart(look);
  return operation === 'cancelJob'
    ? obstacleToCancel(failback, job)
    : obstacleToResume(failback, job, PHASES[operation]);
}

/** What the job waits for where it may be resumed. */
const PHASES = { completeFailover: 'waiting', completeAction: 'atAction' } as const;

/** Whether a call is about the item, or the plan, and starts a job that only the list of jobs shows to be ours. */
export const isAboutItem = (operation: Operation): operation is ItemOperation =>
  operation in SCENARIOS;

/** Whether what became of a call has to be looked for among the jobs of the vault. */
export const showsInJobs = (operation: Operation): boolean =>
  isAboutItem(operation) || operation === 'restartJob';

function obstacleToResume(
  failback: Failback,
  job: Job | undefined,
  wanted: JobPhase,
): Statement | undefined {
  if (job === undefined) return coded('failoverJobNotKnown');
  const { phase } = judgeJob(job, failback.accepted);
  return phase === wanted
    ? undefined
    : coded('failoverJobDoesNotWait', { state: namedState(job.state) });
}

/** What was decided on a job that synchronizes or waits is not decided for one that takes the Azure VM down. */
function obstacleToCancel({ cancelling }: Failback, job: Job | undefined): Statement | undefined {
  if (job === undefined) return coded('failoverJobNotKnown');
  if (!isOffered(job, 'Cancel')) return coded('cancelNotOffered', { state: namedState(job.state) });
  return cancelling?.wasDown !== true && hasBegunDowntime(job) ? coded('downtimeBegan') : undefined;
}

/** Looks for the traces of a call. Concludes that it was not taken only after Azure had `settleMs` to show it. */
export function judgeCall(
  failback: Failback,
  call: Call,
  look: AzureSnapshot,
  now: number,
): CallJudgement {
  const isSettled = now - call.at >= failback.policy.settleMs;
  const { operation } = call;
  if (isAboutItem(operation)) return judgeStarted(failback, call, look, isSettled);
  if (operation === 'restartJob') return judgeRestart(failback, call, look, isSettled);
  return operation === 'cancelJob'
    ? judgeCancel(failback, look.job, isSettled)
    : judgeResume(failback, operation, look.job, isSettled);
}

function judgeResume(
  failback: Failback,
  operation: 'completeFailover' | 'completeAction',
  job: Job | undefined,
  isSettled: boolean,
): CallJudgement {
  if (job === undefined) return { verdict: 'unclear', evidence: coded('failoverJobGone') };
  const { phase, action } = judgeJob(job, failback.accepted);
  if (phase === 'running' || phase === 'succeeded') {
    return {
      verdict: 'taken',
      jobId: job.id,
      evidence: coded('jobInState', { state: namedState(job.state) }),
    };
  }
  if (phase !== 'waiting' && phase !== 'atAction')
    return {
      verdict: 'unclear',
      evidence: coded('jobInState', { state: namedState(job.state) }),
      jobId: job.id,
    };
  const stillWaits = phase === PHASES[operation] && action?.taskId === failback.job?.action?.taskId;
  if (!stillWaits)
    return {
      verdict: 'taken',
      jobId: job.id,
      evidence: coded('jobWaitsForSomethingElse'),
    };
  return isSettled
    ? {
        verdict: 'notTaken',
        evidence: coded('jobStillWaits', { step: WAITS_FOR[operation] }),
      }
    : { verdict: 'lookAgain' };
}

const WAITS_FOR = {
  completeFailover: coded('stepCompleteFailover'),
  completeAction: coded('stepPlanAction'),
} as const;

function judgeCancel(failback: Failback, job: Job | undefined, isSettled: boolean): CallJudgement {
  if (job === undefined) return { verdict: 'unclear', evidence: coded('failoverJobGone') };
  const { phase } = judgeJob(job, failback.accepted);
  const evidence = coded('jobInState', { state: namedState(job.state) });
  if (phase === 'cancelling' || phase === 'cancelled') {
    return { verdict: 'taken', jobId: job.id, evidence };
  }
  if (!isOffered(job, 'Cancel')) return { verdict: 'unclear', evidence };
  return isSettled ? { verdict: 'notTaken', evidence } : { verdict: 'lookAgain' };
}

/**
 * A job that carries our request id is ours, whatever it names as its target; of a recovery plan only the job of the plan
 * itself, not those of its VMs. Any other new one is somebody else's.
 */
function judgeStarted(
  failback: Failback,
  call: Call,
  look: AzureSnapshot,
  isSettled: boolean,
): CallJudgement {
  const carries = ({ requestId }: Job) =>
    requestId !== undefined && sameId(requestId, call.requestId);
  const isOfPlan = failback.target.kind === 'recoveryPlan';
  const ours = look.jobs?.find((job) => carries(job) && (!isOfPlan || isPlanJob(job)));
  if (ours) {
    return {
      verdict: 'taken',
      jobId: ours.id,
      evidence: coded('jobCarriesRequestId', { jobId: ours.id }),
    };
  }
  const others = jobsOf(failback, look).filter(
    (job) =>
      !carries(job) &&
      !call.knownJobIds.some((known) => sameId(known, job.id)) &&
      scenariosOf(call.operation).includes(job.scenario),
  );
  const [other] = others;
  // The job of a VM is not that of its plan: it is a reason to ask, and nothing to take over.
  const wanted = isOfPlan ? others.find(isPlanJob) : other;
  if (other) {
    const { id } = wanted ?? other;
    return {
      verdict: 'unclear',
      evidence: coded('jobOfSomebodyElse', { jobId: id }),
      ...(wanted && { jobId: id }),
    };
  }
  if (!isSettled) return { verdict: 'lookAgain' };
  if (call.isAccepted)
    return {
      verdict: 'unclear',
      evidence: coded('acceptedWithoutJob'),
    };
  const obstacle = obstacleTo(call.operation, failback, look);
  return obstacle === undefined
    ? { verdict: 'notTaken', evidence: coded('noJobStillOffered') }
    : { verdict: 'unclear', evidence: coded('noJobButObstacle', { obstacle }) };
}

const scenariosOf = (operation: Operation): readonly string[] =>
  isAboutItem(operation) ? SCENARIOS[operation] : [];

/** The jobs that are about the failback's VM or plan. A job names the item or its VM, so both are looked at. */
export function jobsOf({ target }: Failback, look: AzureSnapshot): readonly Job[] {
  if (target.kind === 'recoveryPlan') return jobsOfPlan(target, look.plan, look.jobs ?? []);
  const itemName = target.itemId.split('/').at(-1) ?? '';
  const vmId = look.item?.vmId;
  return (look.jobs ?? []).filter(
    (job) => sameId(job.targetId, itemName) || (vmId !== undefined && sameId(job.targetId, vmId)),
  );
}
