import type { OnPremisesVm } from '../on-premises/on-premises-vm.ts';
import { ANSWERS } from '../on-premises/unanswered.ts';
import type { HostAnswer, VmSnapshot } from '../ports/hyperv-host.ts';
import type { EventOf } from '../state/events.ts';
import type { Failback } from '../state/failback.ts';
import { evidenceOf, goOnUnprepared, held, lookAgain } from '../state/holds.ts';
import { coded } from '../words/coded.ts';
import type { HoldEvidence } from '../words/facts.ts';
import type { Statement } from '../words/statement.ts';
import { firstOf, ofOneVm, sightWords } from './vm-evidence.ts';

/** Why data may not be written to the disks of a VM yet. */
export interface Obstacle {
  readonly vm: OnPremisesVm;
  readonly answer: HostAnswer<VmSnapshot>;
  /** `notReady`: it is not off, or has checkpoints. `notPrepared`: its server could not be asked, or did not do what it was told. */
  readonly kind: 'notReady' | 'notPrepared';
}

/** What stands in the way of writing to the disks of a VM; undefined when nothing does. */
export function obstacleIn(vm: OnPremisesVm, answer: HostAnswer<VmSnapshot>): Obstacle | undefined {
  if (answer.outcome !== 'ok') return { vm, answer, kind: 'notPrepared' };
  const { state, checkpoints } = answer.value;
  return state === 'Off' && checkpoints === 0 ? undefined : { vm, answer, kind: 'notReady' };
}

/** The stop at VMs that are not ready, which nobody may pass; else at those that could not be prepared. */
export function heldOnPremises(
  { stage, target }: Failback,
  obstacles: readonly Obstacle[],
): EventOf<'held'> | undefined {
  const notReady = obstacles.filter(({ kind }) => kind === 'notReady');
  const grave = notReady.length > 0 ? notReady : obstacles;
  if (grave.length === 0) return undefined;
  const evidence = target.kind === 'recoveryPlan' ? eachByName(grave) : ofOne(grave);
  return notReady.length > 0
    ? held('vmNotReady', evidence, [lookAgain(stage)])
    : held('hostNotPrepared', evidence, [lookAgain(stage), goOnUnprepared(stage)]);
}

function ofOne([obstacle]: readonly Obstacle[]): readonly HoldEvidence[] {
  if (obstacle === undefined) return [];
  const { answer, kind } = obstacle;
  return kind === 'notReady'
    ? evidenceOf({ onPremisesVm: whyOf(obstacle) })
    : evidenceOf({ answer: ANSWERS[answer.outcome], why: whyOf(obstacle) });
}

const eachByName = (obstacles: readonly Obstacle[]): readonly HoldEvidence[] =>
  firstOf(
    obstacles.map((obstacle) => ofOneVm(obstacle.vm.name, obstacle.vm.host?.name, whyOf(obstacle))),
  );

function whyOf({ answer, kind }: Obstacle): Statement {
  if (answer.outcome !== 'ok') return answer.why;
  const { state, checkpoints, startAction } = answer.value;
  return kind === 'notReady'
    ? sightWords(state, checkpoints)
    : coded('startActionReads', { startAction });
}
