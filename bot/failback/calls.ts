import type { Call, Failback } from './failback.ts';
import type { GatedOperation, Operation } from './gates.ts';
import { hasBegunDowntime, isOffered, judgeJob, SCENARIOS } from './jobs.ts';
import { type Job, type ProtectedItem, sameId } from './ports/site-recovery.ts';

/** How often one call may be sent when Azure shows each time that it did not take it. */
export const MAX_ATTEMPTS = 3;

/** What Azure shows when the bot looks. `undefined` means that the service says there is none. */
export interface Look {
  readonly item: ProtectedItem | undefined;
  /** The planned failover's job, once one is known. */
  readonly job?: Job | undefined;
  /** Jobs of the vault that started around the call. */
  readonly jobs?: readonly Job[];
}

/** Why a call may not be made now; undefined when it may. Judged by what Azure offers, never by a state's name. */
export function obstacleTo(
  operation: Operation,
  failback: Failback,
  look: Look,
): string | undefined {
  const { item, job } = look;
  if (item === undefined) return 'Azure does not know the protected item any more';
  if (operation === 'completeFailover') return obstacleToResume(failback, job);
  if (operation === 'cancelJob') return obstacleToCancel(failback, job);
  if (item.runningScenario) return `Azure is running ${item.runningScenario.name} on it`;
  if (operation === 'plannedFailover' && item.activeLocation !== 'azure') {
    return `the VM does not run in Azure, Azure says ${item.activeLocation}`;
  }
  const offered = item.allowedOperations.some((name) => OFFERS[operation].includes(name));
  return offered
    ? undefined
    : `Azure offers ${item.allowedOperations.join(', ') || 'nothing'}, not ${OFFERS[operation][0]}`;
}

/** The allowed operations that stand for a call. A failback is offered as `Failback`, though the call is plannedFailover. */
const OFFERS: Readonly<Record<Exclude<GatedOperation, 'completeFailover'>, readonly string[]>> = {
  plannedFailover: ['Failback', 'PlannedFailover'],
  commit: ['Commit'],
  reverseReplicate: ['ReverseReplicate'],
};

function obstacleToResume(failback: Failback, job: Job | undefined): string | undefined {
  if (job === undefined) return 'Azure does not know the planned failover job any more';
  const { phase } = judgeJob(job, failback.accepted);
  return phase === 'waiting'
    ? undefined
    : `the planned failover job does not wait, it is ${job.state}`;
}

/** What was decided on a job that synchronizes or waits is not decided for one that takes the Azure VM down. */
function obstacleToCancel({ cancelling }: Failback, job: Job | undefined): string | undefined {
  if (job === undefined) return 'Azure does not know the planned failover job any more';
  if (!isOffered(job, 'Cancel'))
    return `Azure does not offer to cancel the planned failover job, it is ${job.state}`;
  return cancelling?.wasDown !== true && hasBegunDowntime(job)
    ? 'the downtime has begun since somebody asked to cancel'
    : undefined;
}

/** Whether the call may be with Azure without anybody knowing what became of it. */
export const isCallUnderWay = ({ call }: Failback): boolean =>
  call?.status === 'intended' || call?.status === 'uncertain';

/** What became of a call that may or may not have been taken. */
export type CallJudgement =
  | { readonly verdict: 'taken'; readonly jobId?: string; readonly evidence: string }
  | { readonly verdict: 'notTaken'; readonly evidence: string }
  /** Too early to say. */
  | { readonly verdict: 'lookAgain' }
  /** A person has to say. */
  | { readonly verdict: 'unclear'; readonly evidence: string; readonly jobId?: string };

/** Looks for the traces of a call. Concludes that it was not taken only after Azure had `settleMs` to show it. */
export function judgeCall(failback: Failback, call: Call, look: Look, now: number): CallJudgement {
  const isSettled = now - call.at >= failback.policy.settleMs;
  switch (call.operation) {
    case 'completeFailover':
      return judgeResume(failback, look.job, isSettled);
    case 'cancelJob':
      return judgeCancel(failback, look.job, isSettled);
    default:
      return judgeStarted(failback, call, look, isSettled);
  }
}

function judgeResume(failback: Failback, job: Job | undefined, isSettled: boolean): CallJudgement {
  if (job === undefined)
    return { verdict: 'unclear', evidence: 'the planned failover job is gone' };
  const { phase } = judgeJob(job, failback.accepted);
  if (phase === 'running' || phase === 'succeeded') {
    return { verdict: 'taken', jobId: job.id, evidence: `the job is ${job.state}` };
  }
  if (phase === 'waiting') {
    return isSettled
      ? { verdict: 'notTaken', evidence: 'the job still waits for complete failover' }
      : { verdict: 'lookAgain' };
  }
  return { verdict: 'unclear', evidence: `the job is ${job.state}`, jobId: job.id };
}

function judgeCancel(failback: Failback, job: Job | undefined, isSettled: boolean): CallJudgement {
  if (job === undefined)
    return { verdict: 'unclear', evidence: 'the planned failover job is gone' };
  const { phase } = judgeJob(job, failback.accepted);
  const evidence = `the job is ${job.state}`;
  if (phase === 'cancelling' || phase === 'cancelled') {
    return { verdict: 'taken', jobId: job.id, evidence };
  }
  if (!isOffered(job, 'Cancel')) return { verdict: 'unclear', evidence };
  return isSettled ? { verdict: 'notTaken', evidence } : { verdict: 'lookAgain' };
}

/** A job that carries our request id is ours, whatever it names as its target; any other new one is somebody else's. */
function judgeStarted(
  failback: Failback,
  call: Call,
  look: Look,
  isSettled: boolean,
): CallJudgement {
  const ours = look.jobs?.find(
    (job) => job.requestId !== undefined && sameId(job.requestId, call.requestId),
  );
  if (ours) {
    return { verdict: 'taken', jobId: ours.id, evidence: `job ${ours.id} carries our request id` };
  }
  const other = jobsOf(failback, look).find(
    (job) =>
      !call.knownJobIds.some((known) => sameId(known, job.id)) &&
      scenariosOf(call.operation).includes(job.scenario),
  );
  if (other) {
    return {
      verdict: 'unclear',
      evidence: `job ${other.id} was started by somebody else`,
      jobId: other.id,
    };
  }
  if (!isSettled) return { verdict: 'lookAgain' };
  const obstacle = obstacleTo(call.operation, failback, look);
  return obstacle === undefined
    ? { verdict: 'notTaken', evidence: 'no job was started, and Azure still offers it' }
    : { verdict: 'unclear', evidence: `no job was found, but ${obstacle}` };
}

const scenariosOf = (operation: Operation): readonly string[] =>
  operation === 'completeFailover' || operation === 'cancelJob' ? [] : SCENARIOS[operation];

/** The jobs that are about the failback's VM. A job names the item or its VM, so both are looked at. */
export function jobsOf(failback: Failback, look: Look): readonly Job[] {
  const itemName = failback.target.itemId.split('/').at(-1) ?? '';
  const vmId = look.item?.vmId;
  return (look.jobs ?? []).filter(
    (job) => sameId(job.targetId, itemName) || (vmId !== undefined && sameId(job.targetId, vmId)),
  );
}
