import type { EventOf } from './events.ts';
import type { Failback } from './failback.ts';
import { CANCELS, goOnAnyway, held } from './holds.ts';
import { isStartingVm } from './jobs.ts';
import type { Job } from './ports/site-recovery.ts';
import { phrase } from './words.ts';

/**
 * The alarm when somebody has started the on-premises VM while it is being downloaded. Azure starts it too, as its job's
 * last task: so the VM has to run for as long as Azure is given to show something, and the job still not be there.
 */
export function startedTooEarly(
  failback: Failback,
  job: Job,
  now: number,
): EventOf<'held'> | undefined {
  const { stage, vmOnSince, policy, onPremises, host } = failback;
  if (stage !== 'transferring' || vmOnSince === undefined) return undefined;
  if (now - vmOnSince < policy.settleMs || isStartingVm(job)) return undefined;
  const evidence = {
    'On-premises VM': onPremises?.state ?? phrase('not off'),
    Server: host?.name ?? '',
    Job: job.id,
  };
  return held('vmStarted', evidence, [...CANCELS, goOnAnyway('transferring')]);
}
