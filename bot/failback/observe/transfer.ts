import { vmPlace } from '../holds/vm-evidence.ts';
import type { OnPremisesVm } from '../on-premises/on-premises-vm.ts';
import type { Job } from '../ports/site-recovery.ts';
import { isStartingVm } from '../site-recovery/jobs.ts';
import { isStartingVmOfPlan } from '../site-recovery/plan-jobs.ts';
import { comingHome, whichVm } from '../state/coming-home.ts';
import { isDownloading } from '../state/data-travelling.ts';
import type { EventOf } from '../state/events.ts';
import type { Failback } from '../state/failback.ts';
import { CANCELS, evidenceOf, goOnAnyway, held } from '../state/holds.ts';
import { coded } from '../words/coded.ts';

/**
 * The alarm when somebody has started an on-premises VM while it is being downloaded. Azure starts it too, as its job's
 * last task: so the VM has to run for as long as Azure is given to show something, and the job still not be there.
 */
export function startedTooEarly(
  failback: Failback,
  job: Job,
  now: number,
): EventOf<'held'> | undefined {
  const { stage, policy } = failback;
  if (!isDownloading(failback)) return undefined;
  const vm = comingHome(failback).find(
    ({ itemId, onSince }) =>
      onSince !== undefined &&
      now - onSince >= policy.settleMs &&
      !isStartedByAzure(failback, itemId, job),
  );
  if (vm === undefined) return undefined;
  const evidence = [
    ...vmPlace(failback, vm),
    ...evidenceOf({ onPremisesVm: stateOf(vm), job: job.id }),
  ];
  const choices = [...CANCELS, goOnAnyway(stage)];
  return { ...held('vmStarted', evidence, choices), ...whichVm(failback, vm) };
}

const stateOf = ({ seen }: OnPremisesVm) => seen?.state ?? coded('vmNotOff');

/** A plan starts its VMs group after group. */
function isStartedByAzure({ target }: Failback, itemId: string, job: Job): boolean {
  return target.kind === 'recoveryPlan'
    ? isStartingVmOfPlan(job, itemId, target.items)
    : isStartingVm(job);
}
