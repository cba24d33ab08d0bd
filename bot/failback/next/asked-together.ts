import type { Failback } from '../state/failback.ts';
import { GATES, type GateKind } from '../state/gates.ts';
import { isGoingOn, type Run, waveOf } from '../state/run.ts';
import { waitForWindow } from './schedule.ts';

/**
 * Whether a question that is about to be asked is one with the question of other VMs of its wave, for one answer to all.
 * A VM that is asked again because its facts changed is asked alone, and so is one that comes when the others were answered.
 */
export function isAskedTogether(
  failback: Failback,
  kind: GateKind,
  run: Run | undefined,
  now: number,
): boolean {
  // Each switch is a question of its own.
  if (kind === 'switch' || run === undefined || failback.voided.length > 0) return false;
  const round = roundOf(failback, kind);
  const others = waveOf(failback, run).filter(({ id }) => id !== failback.id);
  const isAnswered = others.some((one) => roundOf(one, kind) > round || hasVotes(one, kind));
  return !isAnswered && others.some((one) => isAskedToo(one, { kind, round, now }));
}

/** How often it was asked this together with others before. */
const roundOf = ({ decisions }: Failback, kind: GateKind) =>
  decisions.filter((decision) => decision.kind === kind && decision.together).length;

const hasVotes = ({ gate }: Failback, kind: GateKind) =>
  gate?.kind === kind && gate.together && gate.votes.length > 0;

interface Question {
  readonly kind: GateKind;
  readonly round: number;
  readonly now: number;
}

/** Whether it is asked the same now, or about to be. */
function isAskedToo(one: Failback, { kind, round, now }: Question): boolean {
  if (!isGoingOn(one) || one.stage !== GATES[kind].awaits || roundOf(one, kind) !== round)
    return false;
  return one.gate === undefined ? isToBeAskedWithOthers(one, now) : one.gate.together === true;
}

/** One that is asked again is asked alone; one that waits for a maintenance window is asked later. */
export const isToBeAskedWithOthers = (one: Failback, now: number): boolean =>
  one.voided.length === 0 && waitForWindow(one, now) === undefined;
