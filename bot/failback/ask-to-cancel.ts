import type { Failback } from './failback.ts';
import { CANCELS, type Held, type HoldChoice, held, letFinish } from './holds.ts';
import type { JobSight } from './jobs.ts';
import { coded } from './words/coded.ts';
import { namedState, type Statement } from './words/statement.ts';

/** Stops before the planned failover job is cancelled: says what it would leave behind, and asks. */
export function askToCancel(failback: Failback, reason: string | undefined): Held {
  const { job, failoverJobId } = failback;
  const state = job && jobState(job);
  return held(
    'cancelAsked',
    {
      Reason: reason ?? coded('noReasonGiven'),
      ...(failoverJobId !== undefined && { Job: failoverJobId }),
      ...(state !== undefined && { State: state }),
      'On-premises disks': coded('disksHalfWritten'),
      'Azure VM': azureVm(failback),
    },
    [...waysOn(failback), ...CANCELS],
  );
}

const jobState = ({ state, task }: JobSight): Statement =>
  task === undefined ? namedState(state) : coded('stateAtTask', { state: namedState(state), task });

const azureVm = ({ stage, interrupted = stage }: Failback): Statement =>
  interrupted === 'completing' || interrupted === 'transferring'
    ? coded('azureVmStopping')
    : coded('azureVmKeepsRunning');

/** A hold that was open already keeps its own ways out: asking to cancel is no way around what they demand. */
function waysOn({ hold, stage }: Failback): readonly HoldChoice[] {
  if (hold === undefined) return [letFinish(stage)];
  return hold.choices.filter(({ name, cancels }) => name !== 'abandon' && cancels === undefined);
}
