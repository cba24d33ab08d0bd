import type { Failback } from '../state/failback.ts';
import { questionBefore } from '../state/gates.ts';
import { askAgain, type HoldChoice, letFinish, lookAgain, startOver } from '../state/holds.ts';
import { isBeforeHome, mayMove } from '../state/stages.ts';

/**
 * The way back when the call of this stage cannot be made, or came to nothing: the question before it is asked again. Before
 * the planned failover, and after it has failed, the VM is checked again first.
 */
export function wayBack({ stage, cancelling }: Failback): HoldChoice {
  if (stage === 'cancelling') return letFinish(cancelling?.from ?? stage);
  const question = questionBefore(stage);
  return stage === 'restarting' || question === 'awaitingDirection'
    ? startOver
    : askAgain(question);
}

/** The way back when the job of this stage has ended badly: before the VM is home nothing of it is left to go on with. */
export const wayBackFromJob = (failback: Failback): HoldChoice =>
  isBeforeHome(failback.stage) ? startOver : wayBack(failback);

/** The way back when Azure does not know the VM any more. What it was asked for is not begun anew. */
export const wayBackFromNowhere = ({ call, failoverJobId, stage }: Failback): HoldChoice =>
  call === undefined && failoverJobId === undefined && mayMove(stage, 'checking')
    ? startOver
    : lookAgain(stage);
