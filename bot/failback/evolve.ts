import { isCallUnderWay } from './calls.ts';
import { endsFailback } from './ends.ts';
import type { EventOf, FailbackEvent, VmObservation } from './events.ts';
import {
  backFromAction,
  hasLeftAction,
  isAtNewAction,
  itemObserved,
  vmTasksObserved,
} from './evolve-plan.ts';
import { isSwitchMissing, switchesObserved, switchIntended } from './evolve-switch.ts';
import type { Difference } from './facts.ts';
import type { Call, Decision, Failback, Gate, Release } from './failback.ts';
import { followedCall } from './followed-call.ts';
import { GATES } from './gates.ts';
import { type AfterCancel, type HoldChoice, overrideProof, restart, UNPREPARED } from './holds.ts';
import { type JobSight, SCENARIOS } from './jobs.ts';
import { alarmsAfter } from './marked-vm.ts';
import { moveTo, without } from './move-to.ts';
import type { LedgerEntry } from './ports/ledger.ts';
import { isBeforeHome, type Stage, stageAfterStart } from './stages.ts';
import { unsupportedIn } from './support.ts';
import { whatIsLeft } from './what-is-left.ts';
import { phrase, type Words } from './words.ts';

/** The state of a failback: the fold of its entries. Undefined for no entries. Throws when a move is not in the table. */
export function fold(entries: readonly LedgerEntry[]): Failback | undefined {
  let failback: Failback | undefined;
  for (const entry of entries) failback = evolve(failback, entry);
  return failback;
}

/** The state after one more entry. */
export function evolve(failback: Failback | undefined, entry: LedgerEntry): Failback {
  const { event } = entry;
  if (failback === undefined) {
    if (event.type === 'requested') return begin(entry, event);
    throw new Error(`${entry.stream} begins with ${event.type}`);
  }
  return { ...apply(failback, event, entry.at), revision: entry.revision };
}

function begin(entry: LedgerEntry, event: EventOf<'requested'>): Failback {
  const stage = event.adopts ? 'adopting' : 'checking';
  return {
    id: entry.stream,
    revision: entry.revision,
    target: event.target,
    destination: event.destination,
    synchronization: event.synchronization,
    requester: event.by,
    channels: event.channels,
    policy: event.policy,
    ...(event.wave && { wave: event.wave }),
    stage,
    stageSince: entry.at,
    entered: { [stage]: entry.at },
    checks: [],
    totalSizeMb: 0,
    asked: 0,
    decisions: [],
    releases: [],
    voided: [],
    accepted: [],
    overrides: [],
    missingSwitches: [],
    madeSwitches: [],
    doNotStart: event.doNotStart ?? false,
    isSecured: false,
    alarms: [],
    ...event.left,
    ...(event.left && { leftOn: event.left.host.name }),
    isTouched: false,
    isPrepared: false,
    isRestored: false,
    proofs: [],
    vms: {},
  };
}

/**
 * The state that these events would make. Throws where the fold would: what it cannot read must not be stored, for nobody could
 * ever read the failback again.
 */
export const stateAfter = (
  failback: Failback,
  events: readonly FailbackEvent[],
  at: number,
): Failback => events.reduce<Failback>((state, event) => apply(state, event, at), failback);

function apply(failback: Failback, event: FailbackEvent, at: number): Failback {
  switch (event.type) {
    case 'requested':
      throw new Error(`${failback.id} was requested twice`);
    case 'checked':
      return checked(failback, event, at);
    case 'adoptionSeen':
      return {
        ...failback,
        totalSizeMb: event.totalSizeMb,
        ...(event.host && { host: event.host }),
      };
    case 'gateOpened':
      return gateOpened(failback, event, at);
    case 'voteCast':
      return voteCast(failback, event, at);
    case 'gatePassed':
      return gatePassed(failback, event, at);
    case 'gateDeclined':
      return closeGate(failback, 'declined', at);
    case 'gateExpired':
      return closeGate(failback, 'expired', at);
    case 'gateWithdrawn':
      return closeGate(failback, 'withdrawn', at);
    case 'grantVoided':
      return grantVoided(failback, event, at);
    case 'reminded':
      return reminded(failback, event);
    case 'askedNow':
      return { ...failback, askedNow: { by: event.by, reason: event.reason, at } };
    case 'callIntended':
      return { ...failback, call: { ...event, status: 'intended', at } };
    case 'callAccepted':
      return event.operationId === undefined && startsJob(failback)
        ? acceptedUnseen(failback, at)
        : taken(failback, event.operationId, at);
    case 'callAdopted':
      return taken(failback, event.jobId, at);
    case 'callRefused':
      return without(failback, 'call');
    case 'callPostponed':
      return setCall(unprepared(failback), { status: 'postponed', at, retryAt: event.retryAt });
    case 'callUncertain':
      return setCall(failback, { status: 'uncertain', at });
    case 'callNotTaken':
      // Azure may show it later than it is waited for.
      return { ...setCall(unprepared(failback), { status: 'notTaken', at }), isTouched: true };
    case 'jobObserved':
      return jobObserved(failback, event.job, at);
    case 'itemObserved':
      return itemObserved(failback, event, at);
    case 'vmTasksObserved':
      return vmTasksObserved(failback, event, at);
    case 'verified':
      return moveTo({ ...failback, proofs: event.proofs ?? [] }, 'awaitingCommit', at);
    case 'startActionIntended':
      return { ...failback, startAction: { vmId: event.vmId, before: event.before } };
    case 'hostPrepared':
      return { ...failback, isPrepared: true };
    case 'hostRestored':
      return {
        ...failback,
        isRestored: true,
        ...(event.outcome === 'failed' && { couldNotRestore: true }),
      };
    case 'hostSecured':
      return { ...failback, isSecured: true };
    case 'markedVmSeen':
      return markedVmSeen(failback, event, at);
    case 'switchIntended':
      return switchIntended(failback, event, at);
    case 'switchesObserved':
      return switchesSeen(switchesObserved(failback, event), at);
    case 'vmObserved':
      return vmObserved(failback, event.vm, at);
    case 'proofsObserved':
      return { ...failback, proofs: event.proofs };
    case 'held':
      return {
        ...stopped(failback, at),
        // A VM that ran on half-written disks is as bad as one whose synchronization was cancelled.
        doNotStart: failback.doNotStart || event.reason === 'vmStarted',
        asked: failback.asked + 1,
        hold: {
          ...event,
          number: failback.asked + 1,
          at,
          ...(isHeldTogether(failback, event) && { together: true }),
        },
        isTouched: failback.isTouched || isCallUnderWay(failback),
        ...(event.reason === 'vmStarted' && { markedVm: asStarted(failback) }),
      };
    case 'holdReleased':
      return holdReleased(failback, event, at);
    case 'cancelled':
      return end(
        failback,
        'cancelled',
        phrase('Cancelled. {left}', { left: whatIsLeft(failback) }),
        at,
      );
    case 'ended':
      return end(failback, event.end, event.summary, at);
    case 'attemptRefused':
    case 'threadsIntended':
    case 'threadsSet':
    case 'threadsRestored':
      return failback;
  }
}

/** Without the question that was open. A wish to have it asked now lives on in the approval that was given because of it. */
function stopped(failback: Failback, at: number): Failback {
  const idle = closeHold(without(failback, 'gate'), at);
  return failback.grant === undefined ? without(idle, 'askedNow') : idle;
}

/** What a whole wave is asked: whether it begins, and what becomes of a question that was declined or expired for all. */
function isHeldTogether({ wave, decisions }: Failback, { reason }: EventOf<'held'>): boolean {
  if (wave === undefined) return false;
  const isAfterQuestion = reason === 'gateDeclined' || reason === 'gateExpired';
  return reason === 'waveBroken' || (isAfterQuestion && decisions.at(-1)?.together === true);
}

/** Its hold is the alarm: only what is seen after it is worth another one. */
const asStarted = ({ onPremises }: Failback) => ({
  state: onPremises?.state ?? 'Running',
  startAction: 'Nothing',
});

function markedVmSeen(failback: Failback, event: EventOf<'markedVmSeen'>, at: number): Failback {
  const { state, startAction } = event;
  return {
    ...failback,
    markedVm: { state, startAction },
    alarms: alarmsAfter(failback.alarms, [failback.markedVm?.state, state], at),
    isSecured: failback.isSecured && startAction === 'Nothing',
  };
}

function checked(failback: Failback, event: EventOf<'checked'>, at: number): Failback {
  const { checks, totalSizeMb, host, missingSwitches = [], outlook } = event;
  const known = host ?? (failback.doNotStart ? failback.host : undefined);
  const next = {
    ...without(without(failback, 'host'), 'outlook'),
    checks,
    totalSizeMb,
    missingSwitches,
    ...(known && { host: known }),
    isLeftElsewhere: isLeftElsewhere(failback, host?.name),
    ...(outlook && { outlook }),
  };
  if (endsFailback(event))
    return end(
      next,
      'notReady',
      phrase('Not ready to come home. {left}', { left: whatIsLeft(failback) }),
      at,
    );
  // The hold that asks about it comes with the same entry.
  if (unsupportedIn(checks, failback.overrides).length > 0) return next;
  return moveTo(next, isSwitchMissing(next) ? 'awaitingSwitch' : 'awaitingDirection', at);
}

const isLeftElsewhere = ({ leftOn, destination }: Failback, server: string | undefined): boolean =>
  leftOn !== undefined && destination.kind === 'alternateLocation' && server !== leftOn;

function gateOpened(failback: Failback, event: EventOf<'gateOpened'>, at: number): Failback {
  const gate: Gate = {
    kind: event.gate,
    number: event.number,
    facts: event.facts,
    digest: event.digest,
    needed: event.needed,
    openedAt: at,
    expiresAt: event.expiresAt,
    because: event.because ?? [],
    votes: [],
    ...(event.together && { together: event.together }),
  };
  return { ...failback, asked: event.number, gate, voided: [] };
}

function reminded(failback: Failback, { number, count }: EventOf<'reminded'>): Failback {
  const { gate, hold } = failback;
  if (gate?.number === number) return { ...failback, gate: { ...gate, reminded: count } };
  return hold?.number === number ? { ...failback, hold: { ...hold, reminded: count } } : failback;
}

function voteCast(failback: Failback, event: EventOf<'voteCast'>, at: number): Failback {
  const gate = openGate(failback);
  const vote = {
    by: event.by,
    vote: event.vote,
    at,
    ...(event.reason !== undefined && { reason: event.reason }),
  };
  return { ...failback, gate: { ...gate, votes: [...gate.votes, vote] } };
}

function gatePassed(failback: Failback, event: EventOf<'gatePassed'>, at: number): Failback {
  const { kind, number, facts, digest } = openGate(failback);
  const closed = without(closeGate(unprepared(failback), 'passed', at), 'call');
  return moveTo(
    { ...closed, grant: { kind, number, facts, digest, expiresAt: event.grantExpiresAt } },
    GATES[kind].opens,
    at,
  );
}

/** The on-premises VM is looked at again before it may be written to: it may have been touched meanwhile. */
function unprepared(failback: Failback): Failback {
  return { ...failback, isPrepared: false };
}

/** What was seen of the on-premises VM before a hold says nothing about it after the hold. */
function unseen({ onPremises, vmOnSince, ...failback }: Failback): Failback {
  return failback;
}

function closeGate(failback: Failback, outcome: Decision['outcome'], at: number): Failback {
  const { kind, number, votes, together } = openGate(failback);
  const decision: Decision = { kind, number, outcome, votes, at, ...(together && { together }) };
  const closed = without(failback, 'gate');
  return {
    ...(outcome === 'passed' ? closed : without(closed, 'askedNow')),
    decisions: [...failback.decisions, decision],
  };
}

function grantVoided(failback: Failback, event: EventOf<'grantVoided'>, at: number): Failback {
  const grant = failback.grant;
  if (grant === undefined) throw new Error(`${failback.id} has no grant to void`);
  const decisions = failback.decisions.map((decision) =>
    decision.number === grant.number ? { ...decision, outcome: 'voided' as const } : decision,
  );
  const isUnused = event.why === 'expired';
  const idle = without(without(failback, 'grant'), 'call');
  const back = isUnused ? without(idle, 'askedNow') : idle;
  const voided = isUnused ? [UNUSED] : event.differences;
  return moveTo({ ...back, decisions, voided }, GATES[grant.kind].awaits, at);
}

const UNUSED: Difference = { name: 'Approval', asked: 'given', now: 'not used in time' };

/** Azure has taken the call: from here on its job is watched, and the stage's clock runs. */
function taken(failback: Failback, jobId: string | undefined, at: number): Failback {
  const call = openCall(failback);
  const next: Failback = {
    ...without(failback, 'grant'),
    isTouched: true,
    call: { ...call, status: 'taken', at, ...(jobId !== undefined && { jobId }) },
  };
  switch (call.operation) {
    case 'plannedFailover':
      return started({ ...next, ...(jobId !== undefined && { failoverJobId: jobId }) }, call, at);
    case 'completeFailover':
      return { ...next, downFrom: next.downFrom ?? at };
    case 'completeAction':
      return backFromAction({ ...next, ...doneAction(failback) }, at);
    case 'commit':
      return { ...without(next, 'job'), unprotectedFrom: next.unprotectedFrom ?? at };
    case 'reverseReplicate':
      return without(next, 'job');
    case 'cancelJob':
    case 'restartJob':
      return next;
  }
}

/** A full download stops the Azure VM at once: the downtime runs from when the call may first have arrived. */
function started(failback: Failback, call: Call, at: number): Failback {
  const { synchronization, downFrom } = failback;
  const moved = moveTo(failback, stageAfterStart(synchronization), at);
  return synchronization === 'fullDownload' ? { ...moved, downFrom: downFrom ?? call.at } : moved;
}

const doneAction = ({ job }: Failback) => job?.action && { doneAction: job.action.taskId };

/** A job that was cancelled while data travelled leaves the on-premises disks inconsistent. */
const withJob = (failback: Failback, job: JobSight, at: number): Failback => ({
  ...failback,
  job,
  jobChangedAt: at,
  doNotStart: failback.doNotStart || (job.phase === 'cancelled' && isBeforeHome(failback.stage)),
});

function jobObserved(failback: Failback, job: JobSight, at: number): Failback {
  if (hasLeftAction(failback, job)) return jobObserved(backFromAction(failback, at), job, at);
  const next = withJob(failback, job, at);
  if (failback.hold) return next;
  if (job.phase === 'cancelled' && mustRunAgain(failback)) return startedOver(next, at);
  if (failback.stage === 'restarting') return restarted(next, job, at);
  if (job.phase === 'waiting' && failback.stage === 'synchronizing')
    return moveTo(next, 'awaitingCompletion', at);
  if (isAtNewAction(failback, job)) return moveTo(next, 'awaitingAction', at);
  if (job.phase !== 'succeeded') return next;
  if (failback.stage === 'completing' || failback.stage === 'transferring')
    return moveTo({ ...next, doNotStart: false, downUntil: endOf(job, next, at) }, 'verifying', at);
  if (failback.stage === 'committing')
    return moveTo(without(next, 'call'), stageAfterCommit(failback), at);
  return next;
}

function restarting(failback: Failback, at: number): Failback {
  const { stage, restartingFrom } = failback;
  const from = stage === 'restarting' ? restartingFrom : stage;
  const idle = without(without(without(failback, 'call'), 'grant'), 'job');
  return moveTo({ ...idle, ...(from && { restartingFrom: from }) }, 'restarting', at);
}

/** The job runs again: the failback is where it was when the job failed, or where the job has come to since. */
function restarted(failback: Failback, { phase }: JobSight, at: number): Failback {
  const { restartingFrom: from = 'synchronizing' } = failback;
  const idle = without(failback, 'call');
  if (phase === 'waiting') return moveTo(idle, 'awaitingCompletion', at);
  if (phase === 'succeeded') return followed(idle, 'verifying', at);
  if (phase !== 'running' && phase !== 'unknown') return failback;
  if (from === 'completing') return followed(idle, 'completing', at);
  return moveTo(idle, from === 'transferring' ? 'transferring' : 'synchronizing', at);
}

const mustRunAgain = ({ stage, cancelling }: Failback) =>
  stage === 'cancelling' && cancelling?.andThen === 'again';

/** When the VM was up again: the job's own end, where the bot looked late, but never before the downtime began. */
const endOf = ({ endedAt }: JobSight, { downFrom }: Failback, at: number) =>
  endedAt !== undefined && endedAt <= at && endedAt >= (downFrom ?? at) ? endedAt : at;

/** What comes after the commit: a question, when the policy asks one. */
export function stageAfterCommit(failback: Failback): 'awaitingReverse' | 'reversing' {
  return failback.policy.askBeforeReverse ? 'awaitingReverse' : 'reversing';
}

/** A server that does not answer says nothing about the VM: what was seen last stands. */
function vmObserved(failback: Failback, vm: VmObservation, at: number): Failback {
  const { vmOnSince = at, ...rest } = { ...failback, onPremises: vm };
  if (vm.outcome !== 'ok') return { ...failback, onPremises: vm };
  return vm.state === 'Off' ? rest : { ...rest, vmOnSince };
}

function holdReleased(failback: Failback, event: EventOf<'holdReleased'>, at: number): Failback {
  const choice = failback.hold?.choices.find((candidate) => candidate.name === event.choice);
  if (choice === undefined) throw new Error(`${failback.id} was not offered ${event.choice}`);
  const released: Failback = {
    ...closeHold(unseen(unprepared(failback)), at, event),
    stageSince: at,
    accepted: choice.accepts ? [...failback.accepted, choice.accepts] : failback.accepted,
    doNotStart: failback.doNotStart || isLeftCancelled(failback, event),
    ...(choice.name === overrideProof.name && overridden(failback, event)),
  };
  if (choice.takesOver !== undefined) return takenOver(released, choice, at);
  if (choice.cancels !== undefined) return cancelling(released, choice.cancels, event, at);
  if (choice.adopts !== undefined) return taken(released, choice.adopts, at);
  return ledTo(released, event, at);
}

/** Nobody looks at the job any more, and it may be cancelled: by the bot's call, or by somebody else. */
function isLeftCancelled(failback: Failback, { leadsTo }: EventOf<'holdReleased'>): boolean {
  const { stage, call, job } = failback;
  const isLeft = leadsTo === 'abandoned' || leadsTo === 'checking';
  if (!isLeft || !isBeforeHome(stage) || job?.phase === 'succeeded') return false;
  const isAsked = call?.status === 'taken' || isCallUnderWay(failback);
  return job?.phase === 'cancelling' || (stage === 'cancelling' && isAsked);
}

const CONFIRMED = phrase('Home. A person has confirmed that it is protected.');

/** The stage to which a way out leads, where that is all that it does. */
function ledTo(
  failback: Failback,
  { choice, leadsTo: to }: EventOf<'holdReleased'>,
  at: number,
): Failback {
  if (choice === restart.name) return restarting(failback, at);
  if (to === 'protected') return end(failback, 'protected', CONFIRMED, at);
  if (to === 'abandoned') return end(failback, 'abandoned', phrase('The bot let go of it.'), at);
  if (to === 'checking') return startedOver(failback, at);
  if (choice === 'follow') return followed(failback, to, at);
  if (to === failback.stage) return failback;
  if (to === 'completing') return followed(failback, to, at);
  return moveTo(without(without(failback, 'call'), 'grant'), to, at);
}

/** Somebody else's planned failover is ours from now on. What was not seen of its clocks is not known. */
function takenOver(failback: Failback, { leadsTo, takesOver }: HoldChoice, at: number): Failback {
  const { jobId, synchronization = failback.synchronization, downFrom } = takesOver ?? {};
  const fresh = without(
    without(without(without(failback, 'call'), 'grant'), 'job'),
    'failoverJobId',
  );
  const isDown = leadsTo === 'completing' || leadsTo === 'transferring';
  const isHome = leadsTo === 'verifying';
  const moved: Failback = {
    ...moveTo(fresh, leadsTo, at),
    isTouched: true,
    synchronization,
    ...(jobId !== undefined && { failoverJobId: jobId }),
    ...(isDown && { downFrom: failback.downFrom ?? downFrom ?? at }),
    ...(isHome && { doNotStart: false }),
    ...(isHome && failback.downFrom !== undefined && { downUntil: at }),
  };
  return leadsTo === 'completing' ? { ...moved, call: followedCall(moved, at) } : moved;
}

function cancelling(
  failback: Failback,
  andThen: AfterCancel,
  { by, reason }: EventOf<'holdReleased'>,
  at: number,
): Failback {
  const { stage, call } = failback;
  const from = call?.status === 'taken' ? stage : questionBefore(stage);
  const { interrupted = from } = failback;
  const wasDown = interrupted === 'completing' || interrupted === 'transferring';
  const decided = { by, reason: reason ?? '', andThen, from, wasDown };
  const idle = without(without(failback, 'call'), 'grant');
  return moveTo({ ...idle, cancelling: decided }, 'cancelling', at);
}

/** What was approved and not called was not begun: when nothing comes of the cancelling, it is asked again. */
const questionBefore = (stage: Stage): Stage =>
  Object.values(GATES).find(({ opens }) => opens === stage)?.awaits ?? stage;

/** Who let something pass, and what: the commit without proof, or what is not supported. */
function overridden(
  failback: Failback,
  { by, reason = '' }: EventOf<'holdReleased'>,
): Partial<Failback> {
  if (failback.hold?.reason !== 'notSupported') return { override: { by, reason } };
  const checks = unsupportedIn(failback.checks, failback.overrides).map(({ name }) => name);
  return { overrides: [...failback.overrides, { by, reason, checks }] };
}

function closeHold(failback: Failback, at: number, answer?: EventOf<'holdReleased'>): Failback {
  const { hold } = failback;
  if (hold === undefined) return failback;
  const { number, reason, together } = hold;
  const release: Release = {
    number,
    reason,
    at,
    ...(together && { together }),
    ...(answer && { choice: answer.choice, by: answer.by }),
  };
  return { ...without(failback, 'hold'), releases: [...failback.releases, release] };
}

/** Once every switch is there, all is looked at again from the beginning. */
const switchesSeen = (failback: Failback, at: number): Failback =>
  failback.missingSwitches.length === 0 ? startedOver(failback, at) : failback;

function startedOver(failback: Failback, at: number): Failback {
  const idle = without(without(without(failback, 'call'), 'grant'), 'job');
  const fresh = without(without(idle, 'failoverJobId'), 'switchIntent');
  const accepted = failback.accepted.filter((key) => key !== UNPREPARED);
  return moveTo({ ...fresh, proofs: [], accepted }, 'checking', at);
}

/** Somebody else has brought it further: the clocks run as if the bot had made the call. */
function followed(failback: Failback, leadsTo: Stage, at: number): Failback {
  if (leadsTo === 'awaitingCompletion') return waitedAfterAll(failback, at);
  const moved = moveTo(failback, leadsTo, at);
  if (leadsTo === 'completing') {
    return { ...moved, call: followedCall(failback, at), downFrom: moved.downFrom ?? at };
  }
  if (leadsTo === 'verifying') {
    return { ...moved, doNotStart: false, downFrom: moved.downFrom ?? at, downUntil: at };
  }
  return { ...without(moved, 'call'), unprotectedFrom: moved.unprotectedFrom ?? at };
}

/** A job that waits for complete failover synchronizes before the failover, whatever was asked for: the Azure VM runs. */
const waitedAfterAll = (failback: Failback, at: number): Failback =>
  moveTo(
    without({ ...failback, synchronization: 'beforeFailover' }, 'call'),
    'awaitingCompletion',
    at,
  );

function end(failback: Failback, stage: Stage, summary: Words, at: number): Failback {
  const unasked = failback.gate ? closeGate(failback, 'withdrawn', at) : failback;
  const ended = without(closeHold(unasked, at), 'grant');
  return { ...moveTo(ended, stage, at), endedAt: at, summary };
}

function setCall(failback: Failback, change: Partial<Call>): Failback {
  return { ...failback, call: { ...openCall(failback), ...change } };
}

/** Azure has taken a call whose job has still to be found. */
function acceptedUnseen(failback: Failback, at: number): Failback {
  const seen = setCall(failback, { status: 'uncertain', at, isAccepted: true });
  return { ...seen, isTouched: true };
}

const startsJob = ({ call }: Failback) => call !== undefined && call.operation in SCENARIOS;

function openCall(failback: Failback): Call {
  if (failback.call === undefined) throw new Error(`${failback.id} has no open call`);
  return failback.call;
}

function openGate(failback: Failback): Gate {
  if (failback.gate === undefined) throw new Error(`${failback.id} has no open gate`);
  return failback.gate;
}
