import { isAboutItem, jobsOf } from '../../failback/calls/calls.ts';
import { gateFacts } from '../../failback/decide/gate-facts.ts';
import { wayBack } from '../../failback/holds/way-back.ts';
import { observeCancelling } from '../../failback/observe/cancelling.ts';
import { observeRestarting } from '../../failback/observe/restarting.ts';
import { commitDifferences, type ExaminedVm } from '../../failback/observe/verification.ts';
import { isOfTarget } from '../../failback/on-premises/target-server.ts';
import type { CallAnswer } from '../../failback/ports/site-recovery.ts';
import { judgeJob, SCENARIOS } from '../../failback/site-recovery/jobs.ts';
import { commitFacts } from '../../failback/state/commit-facts.ts';
import type { EventOf, FailbackEvent } from '../../failback/state/events.ts';
import type { Failback } from '../../failback/state/failback.ts';
import {
  type ChosenOperation,
  gateOf,
  isChosen,
  type Operation,
} from '../../failback/state/gates.ts';
import { evidenceOf, held, UNPREPARED } from '../../failback/state/holds.ts';
import { coded, quoted } from '../../failback/words/coded.ts';
import type { HoldEvidence } from '../../failback/words/facts.ts';
import { type FreshSnapshot, lookFresh } from '../../looks/look-fresh.ts';
import { examineAll } from '../host/examine.ts';
import { lookBeforeStart } from '../host/prepare-host.ts';
import type { StepOutcome } from '../scheduling/outcome.ts';
import { obstructed } from './obstacle.ts';
import { seeJobs } from './see-jobs.ts';
import { sendCall } from './send-call.ts';
import type { Tools } from './tools.ts';
import { voidGrant } from './void-grant.ts';

/**
 * Looks once more at what was approved, immediately before the call, in Azure and on-premises; then writes the intent down and
 * calls.
 */
export async function prepareCall(
  operation: Operation,
  attempt: number,
  failback: Failback,
  tools: Tools,
): Promise<StepOutcome> {
  const now = tools.clock.now();
  const [fresh, seenJobs, touched, examined] = await Promise.all([
    lookFresh(tools, failback, operation, now),
    isAboutItem(operation) ? seeJobs(failback, tools) : [],
    writesToDisks(operation, failback) ? lookBeforeStart(failback, tools) : undefined,
    operation === 'commit' ? examineAll(failback, tools) : [],
  ]);
  const over = isChosen(operation) ? doneElsewhere(operation, failback, fresh, now) : [];
  if (over.length > 0) return { events: over };
  const changed = changedSinceAsked(operation, failback, fresh.world, examined);
  if (changed.length > 0) return { events: [voidGrant(failback, 'changed', changed)] };
  // Reading may have taken longer than the approval lasts.
  if (isExpired(failback, tools.clock.now()))
    return { events: [voidGrant(failback, 'expired', [])] };
  if (fresh.obstacle !== undefined || fresh.world === undefined)
    return obstructed(fresh, failback, tools);
  if (touched !== undefined) return { events: [touched] };
  const intent: EventOf<'callIntended'> = {
    type: 'callIntended',
    operation,
    requestId: tools.newRequestId(),
    attempt,
    knownJobIds: jobsOf(failback, { ...fresh.look, jobs: seenJobs }).map(({ id }) => id),
  };
  const intended = await tools.failbacks.append(failback, [intent], tools.clock.now());
  const answer = await sendCall(intent, intended, tools.vault);
  const at = tools.clock.now();
  await tools.failbacks.record(failback.id, answered(intent, answer, intended, at), at);
  return { events: [], again: true };
}

/** Somebody was faster, or the job has ended by itself: nothing is left to be called. */
function doneElsewhere(
  operation: ChosenOperation,
  failback: Failback,
  { look: { job } }: FreshSnapshot,
  now: number,
): readonly FailbackEvent[] {
  if (job === undefined) return [];
  const { phase } = judgeJob(job, failback.accepted);
  if (operation === 'cancelJob')
    return phase === 'cancelled' ? observeCancelling(failback, job, now) : [];
  return phase === 'failed' ? [] : observeRestarting(failback, job, now);
}

/** The VM has to be off before data is written to its disks. In the downtime its job may have started it already. */
const writesToDisks = (operation: Operation, { restartingFrom }: Failback): boolean =>
  operation === 'plannedFailover' ||
  (operation === 'restartJob' &&
    restartingFrom !== 'completing' &&
    restartingFrom !== 'transferring');

const isExpired = ({ grant }: Failback, now: number) =>
  grant !== undefined && now >= grant.expiresAt;

function changedSinceAsked(
  operation: Operation,
  failback: Failback,
  world: FreshSnapshot['world'],
  examined: readonly ExaminedVm[],
) {
  const { grant } = failback;
  if (grant === undefined || isChosen(operation)) return [];
  const inAzure = world === undefined ? [] : gateFacts(gateOf(operation), world);
  const changed = commitDifferences(grant.facts, [...inAzure, ...commitFacts(failback, examined)]);
  return failback.accepted.includes(UNPREPARED)
    ? changed.filter((one) => !isOfTarget(one))
    : changed;
}

function answered(
  { requestId, operation }: EventOf<'callIntended'>,
  answer: CallAnswer,
  failback: Failback,
  now: number,
): readonly FailbackEvent[] {
  switch (answer.outcome) {
    case 'accepted':
      return [accepted(requestId, operation, answer.operationId, failback)];
    case 'refused':
      return [
        {
          type: 'callRefused',
          requestId,
          status: answer.status,
          code: answer.code,
          message: answer.message,
        },
        held('callRefused', refusalEvidence(operation, answer), [wayBack(failback)]),
      ];
    case 'notSent':
      return [
        {
          type: 'callPostponed',
          requestId,
          why: answer.reason,
          retryAt: retryAt(failback, answer.retryAfterMs, now),
        },
      ];
    case 'unknown':
      return [{ type: 'callUncertain', requestId, why: answer.reason }];
  }
}

const refusalEvidence = (
  operation: Operation,
  { code, message }: Extract<CallAnswer, { outcome: 'refused' }>,
): readonly HoldEvidence[] =>
  evidenceOf({
    call: operation,
    code,
    ...(message !== '' && { message: quoted('Azure', message) }),
  });

function accepted(
  requestId: string,
  operation: Operation,
  operationId: string | undefined,
  failback: Failback,
): FailbackEvent {
  if (!(operation in SCENARIOS)) {
    return {
      type: 'callAccepted',
      requestId,
      ...(failback.failoverJobId && { operationId: failback.failoverJobId }),
    };
  }
  // The job of a plan is found by its request id: what Azure answers with is another one.
  if (failback.target.kind === 'recoveryPlan') return { type: 'callAccepted', requestId };
  return operationId === undefined
    ? { type: 'callUncertain', requestId, why: coded('acceptedWithoutId') }
    : { type: 'callAccepted', requestId, operationId };
}

/** The longer it has not worked, the longer the pause: half of the time spent so far, within bounds. */
function retryAt(failback: Failback, retryAfterMs: number | undefined, now: number): number {
  const pause = Math.min(60_000, Math.max(2_000, (now - failback.stageSince) / 2));
  return now + Math.max(pause, retryAfterMs ?? 0);
}
