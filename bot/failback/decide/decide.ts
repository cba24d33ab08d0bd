import { whatIsLeft } from '../evolve/what-is-left.ts';
import { askToCancel } from '../holds/ask-to-cancel.ts';
import { goOnWithoutSwitch } from '../holds/switch.ts';
import { hasWindowClosed, withinWindow } from '../next/schedule.ts';
import type { JobPhase } from '../site-recovery/jobs.ts';
import { isCallUnderWay } from '../state/call-under-way.ts';
import type { Decided, RefusalCode } from '../state/decided.ts';
import type { Actor, FailbackEvent } from '../state/events.ts';
import type { Failback, Gate } from '../state/failback.ts';
import { challengeOf, type GateKind, isChallengeMet } from '../state/gates.ts';
import { askAgain, evidenceOf, type HoldChoice, held, lookAgain } from '../state/holds.ts';
import { type Involvement, involvementOf, isSamePerson } from '../state/involved.ts';
import { hasRole, type Role } from '../state/roles.ts';
import { isBeforeHome, isBeforeStart, isEnd } from '../state/stages.ts';
import { withdraw } from '../state/withdraw.ts';
import { coded } from '../words/coded.ts';
import type { Statement } from '../words/statement.ts';

export interface Ballot {
  readonly by: Actor;
  /** The question that the person saw. */
  readonly number: number;
  readonly vote: 'approve' | 'decline';
  /** What was typed to meet the gate's challenge. */
  readonly typed?: string;
  readonly reason?: string;
  /** It answers a question to a wave of this run, which wants this word typed in place of the VM's name. */
  readonly together?: { readonly run: string; readonly word: string };
}

/**
 * Counts a vote. Votes count once per person, whichever chat they come from. The approvals of who asked for the failback, who
 * overrode a check in it, or who had this question asked now, never count.
 */
export function castVote(failback: Failback, ballot: Ballot, now: number): Decided {
  const { gate } = failback;
  if (gate === undefined) return { refused: isEnd(failback.stage) ? 'hasEnded' : 'nothingAsked' };
  const refused = refusalOf(failback, gate, ballot, now);
  if (refused !== undefined) return { refused };
  if (!isAnswered(failback, gate, ballot)) return { refused: 'wrongAnswer' };
  const { by, number, vote, typed, reason, together } = ballot;
  const cast: FailbackEvent = {
    type: 'voteCast',
    by,
    number,
    vote,
    ...(typed !== undefined && { typed }),
    ...(reason !== undefined && { reason }),
    ...(together && { together: together.run }),
  };
  return { events: [cast, ...consequencesOf(failback, gate, vote, now)] };
}

function refusalOf(
  failback: Failback,
  gate: Gate,
  ballot: Ballot,
  now: number,
): RefusalCode | undefined {
  if (gate.number !== ballot.number) return 'outdated';
  // What this version cannot read may have changed what is asked: the bot stops in a moment.
  if (failback.unknownEntry !== undefined) return 'onHold';
  if (now >= gate.expiresAt) return 'expired';
  const involved = ballot.vote === 'approve' ? involvementOf(failback, ballot.by) : undefined;
  if (involved !== undefined) return OWN[involved];
  if (!mayActAs(ballot.by, 'approver')) return 'notApprover';
  if (gate.votes.some((vote) => isSamePerson(vote.by, ballot.by))) return 'alreadyVoted';
  return undefined;
}

/** Whether what has to be typed to approve was typed. */
function isAnswered(failback: Failback, gate: Gate, { vote, typed, together }: Ballot): boolean {
  const word = together?.word ?? failback.target.name;
  return vote === 'decline' || isChallengeMet(gate.kind, word, typed);
}

/** Whether somebody who may approve the open question has to type something for it: a yes is not enough. */
export function isAnswerOwed(
  failback: Failback,
  { by, number }: Pick<Ballot, 'by' | 'number'>,
  now: number,
): boolean {
  const { gate } = failback;
  return (
    gate !== undefined &&
    challengeOf(gate.kind) !== undefined &&
    refusalOf(failback, gate, { by, number, vote: 'approve' }, now) === undefined
  );
}

const OWN = {
  requested: 'ownRequest',
  overrode: 'ownOverride',
  hurried: 'ownHurry',
} as const satisfies Record<Involvement, RefusalCode>;

function consequencesOf(
  failback: Failback,
  gate: Gate,
  vote: Ballot['vote'],
  now: number,
): readonly FailbackEvent[] {
  if (vote === 'decline')
    return [{ type: 'gateDeclined', number: gate.number }, ...afterDecline(failback, gate)];
  const approvals = gate.votes.length + 1;
  if (approvals < gate.needed) return [];
  const grantExpiresAt = withinWindow(failback, gate.kind, now, failback.policy.grantMs);
  return [{ type: 'gatePassed', number: gate.number, grantExpiresAt }];
}

/** A declined direction changes nothing and ends. Later there is something to be left in order: a person says what. */
function afterDecline(failback: Failback, gate: Gate): readonly FailbackEvent[] {
  if (gate.kind === 'direction') {
    return [
      {
        type: 'ended',
        end: 'declined',
        summary: coded('directionDeclined', { left: whatIsLeft(failback) }),
      },
    ];
  }
  return [held('gateDeclined', evidenceOf({ question: gate.kind }), waysOn(failback, gate))];
}

/** The question may be asked again; a switch can also be done without. */
const waysOn = ({ stage }: Failback, { kind }: Gate): readonly HoldChoice[] =>
  kind === 'switch' ? [askAgain(stage), goOnWithoutSwitch] : [askAgain(stage)];

/** What happens when nobody decided in time. A question of a maintenance window is asked again in the next one. */
export function expireGate(failback: Failback, now: number): readonly FailbackEvent[] {
  const { gate } = failback;
  if (gate === undefined) return [];
  if (hasWindowClosed(failback, gate.kind, now)) return withdraw(failback, coded('windowClosed'));
  const expired: FailbackEvent = { type: 'gateExpired', number: gate.number };
  const unanswered = UNANSWERED[gate.kind];
  return unanswered !== undefined
    ? [
        expired,
        {
          type: 'ended',
          end: 'expired',
          summary: { list: [unanswered, whatIsLeft(failback)], between: ' ' },
        },
      ]
    : [
        expired,
        held('gateExpired', evidenceOf({ question: gate.kind }), [askAgain(failback.stage)]),
      ];
}

/** The questions before anything was started in Azure: unanswered, they end the failback. */
const UNANSWERED: Partial<Record<GateKind, Statement>> = {
  switch: coded('switchUndecided'),
  direction: coded('directionUndecided'),
};

/**
 * Cancels a failback of which nothing was started yet. Once data travels it does not cancel: it stops and asks, because
 * cancelling then is an approver's decision.
 */
export function askToCancelOrEnd(
  failback: Failback,
  by: Actor,
  reason: string | undefined,
): Decided {
  if (isEnd(failback.stage)) return { refused: 'hasEnded' };
  if (isUntouched(failback)) {
    if (!isRequester(failback, by) && !mayActAs(by, 'operator')) return { refused: 'notOperator' };
    return { events: [{ type: 'cancelled', by, ...(reason !== undefined && { reason }) }] };
  }
  const refused = refusalOfCancelling(failback, by);
  if (refused !== undefined) return { refused };
  const asked = askToCancel(failback, reason);
  return { events: [...withdraw(failback, coded('cancelAskedFor')), { ...asked, by }] };
}

function refusalOfCancelling(failback: Failback, by: Actor): RefusalCode | undefined {
  const { stage, hold, job } = failback;
  const mayAsk = isRequester(failback, by) || mayActAs(by, 'operator') || mayActAs(by, 'approver');
  if (!mayAsk) return 'notOperator';
  if (stage === 'cancelling') return 'cancelUnderWay';
  // A job that is being restarted has failed: whether there is anything to be cancelled is known when it runs again.
  if (isCallUnderWay(failback) || stage === 'restarting') return 'callUnderWay';
  if (!isBeforeHome(stage) || (job !== undefined && isOver(job.phase))) return 'tooLateToCancel';
  return hold?.reason === 'cancelAsked' ? 'onHold' : undefined;
}

const isOver = (phase: JobPhase) => ['succeeded', 'failed', 'cancelled'].includes(phase);

/** Whether Azure was certainly never asked for anything. */
export function isUntouched(failback: Failback): boolean {
  if (failback.failoverJobId !== undefined) return false;
  if (isBeforeStart(failback.stage)) return true;
  const status = failback.call?.status;
  return (
    failback.stage === 'starting' &&
    (status === undefined || status === 'postponed' || status === 'notTaken')
  );
}

/**
 * Stops the bot at somebody's wish, so that nothing goes on for ever and nobody has to wait for a job that never ends. What
 * runs in Azure goes on. Not while a call is under way: its outcome has to be known first.
 */
export function askForHold(
  failback: Failback,
  by: Actor,
  reason: string,
  /** It is asked of other VMs of its wave, too, and answered for all of them. */
  together?: true,
): Decided {
  if (isEnd(failback.stage)) return { refused: 'hasEnded' };
  if (failback.hold !== undefined) return { refused: 'onHold' };
  if (!mayActAs(by, 'operator') && !mayActAs(by, 'approver')) return { refused: 'notOperator' };
  if (isCallUnderWay(failback)) return { refused: 'callUnderWay' };
  const hold = held('askedFor', evidenceOf({ reason }), [lookAgain(failback.stage)]);
  const asked = { ...hold, by, ...(together && { together }) };
  return { events: [...withdraw(failback, coded('holdAskedFor')), asked] };
}

/** The chosen way out of a hold. */
export interface HoldAnswer {
  /** The hold that the person saw. */
  readonly number: number;
  readonly name: string;
  readonly reason?: string;
}

/** Releases a hold. Letting go is an operator's choice too; every other way out goes on, so it is an approver's. */
export function releaseHold(
  failback: Failback,
  by: Actor,
  { number, name, reason }: HoldAnswer,
): Decided {
  const { hold } = failback;
  if (hold === undefined) return { refused: isEnd(failback.stage) ? 'hasEnded' : 'nothingAsked' };
  if (hold.number !== number) return { refused: 'outdated' };
  const choice = hold.choices.find((candidate) => candidate.name === name);
  if (choice === undefined) return { refused: 'notOffered' };
  const refused = refusalOfRelease(failback, by, name === 'abandon');
  if (refused !== undefined) return { refused };
  if (choice.needsReason && reason === undefined) return { refused: 'reasonMissing' };
  const { leadsTo } = choice;
  return {
    events: [
      { type: 'holdReleased', by, choice: name, leadsTo, ...(reason !== undefined && { reason }) },
    ],
  };
}

function refusalOfRelease(
  failback: Failback,
  by: Actor,
  isLettingGo: boolean,
): RefusalCode | undefined {
  if (isLettingGo)
    return mayActAs(by, 'operator') || mayActAs(by, 'approver') ? undefined : 'notOperator';
  if (isRequester(failback, by)) return 'ownRequest';
  return mayActAs(by, 'approver') ? undefined : 'notApprover';
}

/** Somebody who is no known person decides nothing, whatever roles they come with: they could not be counted once. */
export const mayActAs = (by: Actor, role: Role) =>
  by.person !== undefined && hasRole(by.roles, role);

/** Whether this is the person who asked for the failback, on whichever chat. */
export const isRequester = (failback: Failback, by: Actor): boolean =>
  by.person !== undefined && by.person === failback.requester.person;
