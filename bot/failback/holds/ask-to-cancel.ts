import type { ObservedJob } from '../site-recovery/jobs.ts';
import type { Failback } from '../state/failback.ts';
import {
  CANCELS,
  evidenceOf,
  type Held,
  type HoldChoice,
  held,
  letFinish,
} from '../state/holds.ts';
import { coded } from '../words/coded.ts';
import { namedState, type Statement, stateInAzure } from '../words/statement.ts';

/** Stops before the planned failover job is cancelled: says what it would leave behind, and asks. */
export function askToCancel(failback: Failback, reason: string | undefined): Held {
  const { job, failoverJobId } = failback;
  const state = job && jobState(job);
  return held(
    'cancelAsked',
    evidenceOf({
      reason: reason ?? coded('noReasonGiven'),
      ...(failoverJobId !== undefined && { job: failoverJobId }),
      ...(state !== undefined && { state }),
      onPremisesDisks: coded('disksHalfWritten'),
      azureVm: azureVm(failback),
    }),
    [...waysOn(failback), ...CANCELS],
  );
}

const jobState = ({ state, task }: ObservedJob): Statement =>
  task === undefined
    ? stateInAzure(state)
    : coded('stateAtTask', { state: namedState(state), task });

const azureVm = ({ stage, interrupted = stage }: Failback): Statement =>
  interrupted === 'completing' || interrupted === 'transferring'
    ? coded('azureVmStopping')
    : coded('azureVmKeepsRunning');

/** A hold that was open already keeps its own ways out: asking to cancel is no way around what they demand. */
function waysOn({ hold, stage }: Failback): readonly HoldChoice[] {
  if (hold === undefined) return [letFinish(stage)];
  return hold.choices.filter(({ name, cancels }) => name !== 'abandon' && cancels === undefined);
}
