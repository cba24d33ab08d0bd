import { withoutTasks } from '../site-recovery/plan-vm.ts';
import type { Failback } from '../state/failback.ts';
import { GATES, operationIn } from '../state/gates.ts';
import { UNPREPARED } from '../state/holds.ts';
import { mayMove, type Stage } from '../state/stages.ts';
import { unproven } from './on-premises.ts';

/** The failback in another stage, with what belongs to it there. Throws when the move is not in the table. */
export function moveTo(failback: Failback, stage: Stage, at: number): Failback {
  if (failback.stage === stage) return failback;
  if (!mayMove(failback.stage, stage)) {
    throw new Error(`${failback.id} may not move from ${failback.stage} to ${stage}`);
  }
  // A stage that makes a call begins without one; what an earlier stage called is history.
  const idle = operationIn(stage) === undefined ? failback : without(failback, 'call');
  const next = withoutForeignWish(stage, withoutClockOf(stage, withoutForeignGrant(stage, idle)));
  return {
    ...interruptedBy(stage, next),
    stage,
    stageSince: at,
    entered: { [stage]: at, ...failback.entered },
  };
}

/** A grant is good for the stage that it opens, and for no other. */
function withoutForeignGrant(stage: Stage, failback: Failback): Failback {
  const { grant } = failback;
  return grant !== undefined && GATES[grant.kind].opens === stage
    ? failback
    : without(failback, 'grant');
}

/** That it is asked now is good for the stage of the question and the one it opens. */
function withoutForeignWish(stage: Stage, failback: Failback): Failback {
  const isItsOwn = Object.values(GATES).some(
    ({ awaits, opens }) =>
      (awaits === stage && opens === failback.stage) ||
      (opens === stage && awaits === failback.stage),
  );
  return isItsOwn ? failback : without(failback, 'askedNow');
}

/** Back at a question, what its call would have begun has not begun. A downtime from before a new start goes on. */
function withoutClockOf(stage: Stage, failback: Failback): Failback {
  if (stage === 'awaitingCompletion' && failback.stage !== 'synchronizing')
    return without(failback, 'downFrom');
  return stage === 'verifying' ? without(failback, 'unprotectedFrom') : failback;
}

/** An action of a plan's own interrupts the stage in which it comes, until it is done. */
function interruptedBy(stage: Stage, failback: Failback): Failback {
  if (stage === 'resuming' || stage === 'cancelling') return failback;
  if (stage !== 'awaitingAction') return without(failback, 'interrupted');
  return { ...failback, interrupted: failback.interrupted ?? failback.stage };
}

/** The failback without one of the things that come and go. */
export function without<
  K extends
    | 'gate'
    | 'grant'
    | 'call'
    | 'job'
    | 'hold'
    | 'outlook'
    | 'askedNow'
    | 'failoverJobId'
    | 'switchIntent'
    | 'downFrom'
    | 'unprotectedFrom'
    | 'interrupted',
>(failback: Failback, key: K): Failback {
  const { [key]: _, ...rest } = failback;
  return rest as Failback;
}
/** Back at the checks, with nothing of the attempt before. */
export function startedOver(failback: Failback, at: number): Failback {
  const idle = without(without(without(failback, 'call'), 'grant'), 'job');
  const fresh = without(without(idle, 'failoverJobId'), 'switchIntent');
  const accepted = failback.accepted.filter((key) => key !== UNPREPARED);
  return moveTo({ ...unproven(fresh), vms: withoutTasks(failback.vms), accepted }, 'checking', at);
}
