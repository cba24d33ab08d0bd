import { jobEvidence } from '../holds/job-evidence.ts';
import { wayBackFromJob, wayBackFromNowhere } from '../holds/way-back.ts';
import type { Job, ProtectedItem } from '../ports/site-recovery.ts';
import { isSameSight, type JobJudgement, judgeJob, sightOf } from '../site-recovery/jobs.ts';
import { isCommitted, isSameItem, itemSight } from '../site-recovery/observed-item.ts';
import { armIdOf } from '../site-recovery/target.ts';
import { isWhollyMarked } from '../state/coming-home.ts';
import type { EventOf, FailbackEvent } from '../state/events.ts';
import type { Failback } from '../state/failback.ts';
import {
  askAgain,
  CANCELS,
  evidenceOf,
  follow,
  type HoldChoice,
  held,
  lookAgain,
  startOver,
} from '../state/holds.ts';
import { isBeforeHome } from '../state/stages.ts';
import { withdraw } from '../state/withdraw.ts';
import { coded } from '../words/coded.ts';
import { judgeAction, leftAction } from './action.ts';
import { observeCancelling } from './cancelling.ts';
import { observeProtection, type Surroundings } from './protection.ts';
import { observeRestarting, waysAfterFailure } from './restarting.ts';
import { stuckForMs } from './stuck.ts';
import { startedTooEarly } from './transfer.ts';
import { failedVms } from './vm-tasks.ts';

/** What was seen of a failback's job. `gone`: the service says that there is no such job. */
export type JobSeen = { readonly job: Job } | { readonly gone: string };

/**
 * Turns what was seen into what is worth recording: nothing when nothing changed. Decides whether the failback goes on
 * or stops and asks; the fold moves the stage.
 */
export function observeJob(
  failback: Failback,
  seen: JobSeen,
  now: number,
): readonly FailbackEvent[] {
  if ('gone' in seen)
    return [...withdraw(failback, coded('jobGone')), jobGone(failback, seen.gone)];
  if (failback.stage === 'cancelling') return observeCancelling(failback, seen.job, now);
  if (failback.stage === 'restarting') return observeRestarting(failback, seen.job, now);
  const judgement = judgeJob(seen.job, failback.accepted);
  const sight = sightOf(seen.job, judgement.phase, judgement.action);
  const left = leftAction(failback, judgement);
  const observed: readonly FailbackEvent[] = [
    ...(left === undefined ? [] : withdraw(failback, left)),
    ...(isSameSight(failback.job, sight) ? [] : [{ type: 'jobObserved' as const, job: sight }]),
  ];
  const stop = judgeProgress(failback, seen.job, judgement, now);
  return stop === undefined
    ? observed
    : [...observed, ...withdraw(failback, coded('jobInState', { state: seen.job.state })), stop];
}

/**
 * While a failback is on hold only one thing is looked for: that the job was cancelled, because then the on-premises VM
 * must not be started, whatever is chosen.
 */
export function observeHeldJob(failback: Failback, job: Job): readonly FailbackEvent[] {
  const { phase } = judgeJob(job, failback.accepted);
  const sight = sightOf(job, phase);
  const isNews = !isWhollyMarked(failback) && !isSameSight(failback.job, sight);
  return phase === 'cancelled' && isBeforeHome(failback.stage) && isNews
    ? [{ type: 'jobObserved', job: sight }]
    : [];
}

/** A hold when the job did what this stage does not expect; undefined when all is as it should be. */
function judgeProgress(
  failback: Failback,
  job: Job,
  { phase, unknown, action }: JobJudgement,
  now: number,
): EventOf<'held'> | undefined {
  switch (phase) {
    case 'failed':
      return failed(failback, job);
    case 'cancelled':
      return held('jobCancelled', jobEvidence(job), [wayBackFromJob(failback)]);
    case 'unknown':
      return notKnown(failback, job, unknown);
    case 'running':
      return failback.stage === 'awaitingCompletion'
        ? resumedElsewhere(job)
        : (startedTooEarly(failback, job, now) ?? stuck(failback, job, now));
    case 'succeeded':
      return failback.stage === 'synchronizing' || failback.stage === 'awaitingCompletion'
        ? finishedElsewhere(job)
        : undefined;
    case 'waiting':
      if (failback.stage === 'transferring') return waitsAfterAll(job);
      return isStuckWaiting(failback, now) ? resumedInVain(job) : undefined;
    case 'atAction':
      return judgeAction(failback, job, action, now);
    case 'cancelling':
      return undefined;
  }
}

function failed(failback: Failback, job: Job): EventOf<'held'> {
  const evidence = [...jobEvidence(job), ...failedVms(failback, job)];
  // Of a recovery plan's failed job nobody has seen what a restart does to its VMs.
  const mayRestart = isBeforeHome(failback.stage) && failback.target.kind === 'protectedItem';
  return held(
    'jobFailed',
    evidence,
    mayRestart ? waysAfterFailure(job) : [wayBackFromJob(failback)],
  );
}

function notKnown(failback: Failback, job: Job, unknown: string | undefined): EventOf<'held'> {
  if (job.state.toLowerCase() === 'succeeded') return partlySucceeded(failback, job, unknown);
  const evidence = [
    ...jobEvidence(job),
    ...failedVms(failback, job),
    ...evidenceOf({ unknown: unknown ?? job.state }),
  ];
  return held('jobUnknown', evidence, acceptances(failback, job, unknown));
}

/** What succeeded and what did not is in its errors: whether that is enough a person has to see. */
const partlySucceeded = (failback: Failback, job: Job, unknown: string | undefined) =>
  held(
    'jobPartly',
    [...jobEvidence(job), ...failedVms(failback, job)],
    [
      {
        name: 'continue',
        means: coded('acceptPartialSuccess'),
        leadsTo: failback.stage,
        accepts: unknown ?? job.state,
      },
      wayBackFromJob(failback),
    ],
  );

function stuck(failback: Failback, job: Job, now: number): EventOf<'held'> | undefined {
  const quietMs = stuckForMs(failback, now);
  if (quietMs === undefined) return undefined;
  const { stage } = failback;
  const hours = Math.floor(quietMs / 3_600_000);
  return held(
    'jobStuck',
    [...jobEvidence(job), ...evidenceOf({ nothingNewFor: coded('hours', { hours }) })],
    [
      { ...lookAgain(stage), means: coded('keepWatching') },
      ...(isBeforeHome(stage) ? CANCELS : []),
    ],
  );
}

const resumedElsewhere = (job: Job) =>
  held(
    'changedElsewhere',
    [...jobEvidence(job), ...evidenceOf({ seen: coded('jobResumedElsewhere') })],
    [follow('completing', coded('followCompleteFailover'))],
  );

const finishedElsewhere = (job: Job) =>
  held(
    'changedElsewhere',
    [...jobEvidence(job), ...evidenceOf({ seen: coded('failoverCompletedElsewhere') })],
    [follow('verifying', coded('followToCommit'))],
  );

const waitsAfterAll = (job: Job) =>
  held(
    'changedElsewhere',
    [...jobEvidence(job), ...evidenceOf({ seen: coded('fullDownloadWaits') })],
    [lookAgain('transferring'), follow('awaitingCompletion', coded('followToCompleteFailover'))],
  );

const resumedInVain = (job: Job) =>
  held(
    'callRepeatedInVain',
    [...jobEvidence(job), ...evidenceOf({ seen: coded('resumedInVain') })],
    [askAgain('awaitingCompletion')],
  );

function isStuckWaiting(failback: Failback, now: number): boolean {
  return (
    failback.stage === 'completing' &&
    failback.call?.status === 'taken' &&
    now - failback.call.at >= failback.policy.settleMs
  );
}

function acceptances(
  failback: Failback,
  job: Job,
  unknown: string | undefined,
): readonly HoldChoice[] {
  const accepts = unknown ?? job.state;
  const goOn: HoldChoice = {
    name: 'continue',
    means: coded('acceptAsExpected'),
    leadsTo: failback.stage,
    accepts,
  };
  return [goOn];
}

function jobGone(failback: Failback, jobId: string): EventOf<'held'> {
  return held('jobGone', evidenceOf({ job: jobId, seen: coded('jobNotKnown') }), [
    wayBackFromJob(failback),
  ]);
}

/** What was seen of the protected item; undefined when the service says that there is none. */
export function observeItem(
  failback: Failback,
  item: ProtectedItem | undefined,
  around: Surroundings,
): readonly FailbackEvent[] {
  if (item === undefined) {
    return [
      ...withdraw(failback, coded('itemGone')),
      held('itemGone', evidenceOf({ protectedItem: armIdOf(failback.target) }), [
        wayBackFromNowhere(failback),
      ]),
    ];
  }
  const sight = itemSight(item);
  const observed: FailbackEvent[] = isSameItem(failback.item, sight)
    ? []
    : [{ type: 'itemObserved', item: sight }];
  const outcome = observeProtection(failback, [item], around);
  if (outcome !== undefined)
    return [...observed, ...withdraw(failback, coded('vmProtectedAgain')), outcome];
  if (failback.stage === 'awaitingCommit' && isCommitted(item)) {
    return [
      ...observed,
      ...withdraw(failback, coded('committedElsewhere')),
      committedElsewhere(failback),
    ];
  }
  if (failback.stage === 'awaitingDirection' && item.runningScenario) {
    const why = coded('vmBusy', { scenario: item.runningScenario.name });
    return [...observed, ...withdraw(failback, why), startedElsewhere(item.runningScenario)];
  }
  return observed;
}

export const committedElsewhere = (failback: Failback) =>
  held('changedElsewhere', evidenceOf({ seen: coded('committedElsewhere') }), [
    follow(
      failback.policy.askBeforeReverse ? 'awaitingReverse' : 'reversing',
      coded('followToReverseReplication'),
    ),
  ]);

export const startedElsewhere = (scenario: { name: string; jobId: string }) =>
  held(
    'changedElsewhere',
    evidenceOf({
      seen: coded('startedElsewhere', { scenario: scenario.name }),
      job: scenario.jobId,
    }),
    [startOver],
  );
