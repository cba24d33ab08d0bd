import type { Failback } from './failback.ts';
import { CANCELS, type Held, type HoldChoice, held, letFinish } from './holds.ts';
import type { JobSight } from './jobs.ts';
import { stateWords } from './state-words.ts';
import { phrase, type Words } from './words.ts';

/** Stops before the planned failover job is cancelled: says what it would leave behind, and asks. */
export function askToCancel(failback: Failback, reason: string | undefined): Held {
  const { job, failoverJobId } = failback;
  const state = job && jobState(job);
  return held(
    'cancelAsked',
    {
      Reason: reason ?? phrase('no reason given'),
      ...(failoverJobId !== undefined && { Job: failoverJobId }),
      ...(state !== undefined && { State: state }),
      'On-premises disks': phrase(
        'Half written after a cancel. The VM on them must not be started.',
      ),
      'Azure VM': azureVm(failback),
    },
    [...waysOn(failback), ...CANCELS],
  );
}

const jobState = ({ state, task }: JobSight): Words =>
  task === undefined
    ? stateWords(state)
    : phrase('{state}, “{task}”', { state: stateWords(state), task });

const azureVm = ({ stage, interrupted = stage }: Failback): Words =>
  interrupted === 'completing' || interrupted === 'transferring'
    ? phrase(
        'It is being stopped, or is stopped already. Cancelling does not start it again, and the bot cannot: look at it in the Azure portal.',
      )
    : phrase('It keeps running, whatever is chosen.');

/** A hold that was open already keeps its own ways out: asking to cancel is no way around what they demand. */
function waysOn({ hold, stage }: Failback): readonly HoldChoice[] {
  if (hold === undefined) return [letFinish(stage)];
  return hold.choices.filter(({ name, cancels }) => name !== 'abandon' && cancels === undefined);
}
