import { endsFailback } from '../state/ends.ts';
import type { EventOf, FailbackEvent } from '../state/events.ts';
import type { Failback } from '../state/failback.ts';
import type { LedgerEntry } from '../state/ledger.ts';
import { unsupportedIn } from '../state/support.ts';
import { coded } from '../words/coded.ts';
import { acceptedUnseen, setCall, startsJob, taken } from './calls.ts';
import { end } from './end.ts';
import { closeGate, gateOpened, gatePassed, grantVoided, reminded, voteCast } from './gates.ts';
import { heldNow, holdReleased } from './holds.ts';
import { jobObserved } from './jobs.ts';
import { onPremisesAtFirst, placed } from './marks.ts';
import { moveTo, without } from './move-to.ts';
import {
  hostPrepared,
  hostRestored,
  hostSecured,
  markedVmGone,
  markedVmSeen,
  proofsObserved,
  startActionIntended,
  unprepared,
  verified,
  vmObserved,
} from './on-premises.ts';
import { itemObserved, vmTasksObserved } from './plan.ts';
import { isSwitchMissing, switchesObserved, switchesSeen, switchIntended } from './switch.ts';
import { whatIsLeft } from './what-is-left.ts';

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
    proofOverrides: [],
    missingSwitches: [],
    madeSwitches: [],
    onPremises: onPremisesAtFirst(event),
    isTouched: false,
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
      return { ...placed(failback, event), checkedAt: at, totalSizeMb: event.totalSizeMb };
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
      return moveTo(verified(failback, event, at), 'awaitingCommit', at);
    case 'verificationVoided':
      return moveTo({ ...failback, voided: event.differences }, 'verifying', at);
    case 'startActionIntended':
      return startActionIntended(failback, event);
    case 'hostPrepared':
      return hostPrepared(failback, event);
    case 'hostRestored':
      return hostRestored(failback, event);
    case 'hostSecured':
      return hostSecured(failback, event);
    case 'markedVmSeen':
      return markedVmSeen(failback, event, at);
    case 'markedVmGone':
      return markedVmGone(failback, event, at);
    case 'switchIntended':
      return switchIntended(failback, event, at);
    case 'switchesObserved':
      return switchesSeen(switchesObserved(failback, event), at);
    case 'vmObserved':
      return vmObserved(failback, event, at);
    case 'proofsObserved':
      return proofsObserved(failback, event);
    case 'held':
      return heldNow(failback, event, at);
    case 'holdReleased':
      return holdReleased(failback, event, at);
    case 'cancelled':
      return end(
        failback,
        'cancelled',
        coded('failbackCancelled', { left: whatIsLeft(failback) }),
        at,
      );
    case 'ended':
      return end(failback, event.end, event.summary, at);
    case 'attemptRefused':
    case 'threadsIntended':
    case 'threadsSet':
    case 'threadsRestored':
      return failback;
    default:
      return unknown(failback, event);
  }
}

/** A later version has written it. What it means is not guessed: the next step stops and asks. */
const unknown = (failback: Failback, event: never): Failback => ({
  ...failback,
  unknownEntry: (event as { readonly type: string }).type,
});

function checked(failback: Failback, event: EventOf<'checked'>, at: number): Failback {
  const { checks, totalSizeMb, missingSwitches = [], outlook } = event;
  const next = {
    ...without(placed(failback, event), 'outlook'),
    checks,
    checkedAt: at,
    totalSizeMb,
    missingSwitches,
    ...(outlook && { outlook }),
  };
  if (endsFailback(event))
    return end(next, 'notReady', coded('vmNotReady', { left: whatIsLeft(next) }), at);
  // The hold that asks about it comes with the same entry.
  if (unsupportedIn(checks, failback.overrides).length > 0) return next;
  return moveTo(next, isSwitchMissing(next) ? 'awaitingSwitch' : 'awaitingDirection', at);
}
