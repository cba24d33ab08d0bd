import type { EventOf } from '../state/events.ts';
import type { Decision, Failback, Gate } from '../state/failback.ts';
import { GATES } from '../state/gates.ts';
import { stageToAskAgain } from '../state/stages.ts';
import { coded } from '../words/coded.ts';
import type { Difference } from '../words/facts.ts';
import { moveTo, without } from './move-to.ts';
import { unprepared } from './on-premises.ts';

/** A question was asked. */
export function gateOpened(failback: Failback, event: EventOf<'gateOpened'>, at: number): Failback {
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

/** Who may decide was reminded of the open question, or of the hold. */
export function reminded(failback: Failback, { number, count }: EventOf<'reminded'>): Failback {
  const { gate, hold } = failback;
  if (gate?.number === number) return { ...failback, gate: { ...gate, reminded: count } };
  return hold?.number === number ? { ...failback, hold: { ...hold, reminded: count } } : failback;
}

/** A vote was counted. */
export function voteCast(failback: Failback, event: EventOf<'voteCast'>, at: number): Failback {
  const gate = openGate(failback);
  const vote = {
    by: event.by,
    vote: event.vote,
    at,
    ...(event.reason !== undefined && { reason: event.reason }),
  };
  return { ...failback, gate: { ...gate, votes: [...gate.votes, vote] } };
}

/** Enough approved: the stage that the gate opens begins, with the grant for its call. */
export function gatePassed(failback: Failback, event: EventOf<'gatePassed'>, at: number): Failback {
  const { kind, number, facts, digest, openedAt: askedAt } = openGate(failback);
  const closed = without(closeGate(unprepared(failback), 'passed', at), 'call');
  return moveTo(
    { ...closed, grant: { kind, number, facts, digest, askedAt, expiresAt: event.grantExpiresAt } },
    GATES[kind].opens,
    at,
  );
}

/** The question is no longer open. */
export function closeGate(failback: Failback, outcome: Decision['outcome'], at: number): Failback {
  const { kind, number, votes, together } = openGate(failback);
  const decision: Decision = { kind, number, outcome, votes, at, ...(together && { together }) };
  const closed = without(failback, 'gate');
  return {
    ...(outcome === 'passed' ? closed : without(closed, 'askedNow')),
    decisions: [...failback.decisions, decision],
  };
}

/** The approval is taken back; what it was for is asked again. */
export function grantVoided(
  failback: Failback,
  event: EventOf<'grantVoided'>,
  at: number,
): Failback {
  const grant = failback.grant;
  if (grant === undefined) throw new Error(`${failback.id} has no grant to void`);
  const decisions = failback.decisions.map((decision) =>
    decision.number === grant.number ? { ...decision, outcome: 'voided' as const } : decision,
  );
  const isUnused = event.why === 'expired';
  const idle = without(without(failback, 'grant'), 'call');
  const back = isUnused ? without(idle, 'askedNow') : idle;
  const voided = isUnused ? [UNUSED] : event.differences;
  return moveTo({ ...back, decisions, voided }, stageToAskAgain(GATES[grant.kind].awaits), at);
}

const UNUSED: Difference = {
  name: 'approval',
  asked: coded('approvalGiven'),
  now: coded('approvalNotUsedInTime'),
};

function openGate(failback: Failback): Gate {
  if (failback.gate === undefined) throw new Error(`${failback.id} has no open gate`);
  return failback.gate;
}
