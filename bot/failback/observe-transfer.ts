import { comingHome, whichVm } from './coming-home.ts';
import { isDownloading } from './data-travelling.ts';
import type { EventOf } from './events.ts';
import type { Failback } from './failback.ts';
import { CANCELS, evidenceOf, goOnAnyway, held } from './holds.ts';
import { isStartingVm } from './jobs.ts';
import type { OnPremisesVm } from './on-premises-vm.ts';
import { isStartingVmOfPlan } from './plan-jobs.ts';
import type { Job } from './ports/site-recovery.ts';
import { placeOf } from './vm-evidence.ts';
import { coded } from './words/coded.ts';

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
    ...placeOf(failback, vm),
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
