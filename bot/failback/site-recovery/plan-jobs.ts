import { type Job, type JobTask, sameId } from '../ports/site-recovery.ts';
import { flatten } from './job-tasks.ts';
import { START_GROUP } from './jobs.ts';
import type { PlanSnapshot } from './plan-snapshot.ts';
import type { VmTask } from './plan-vm.ts';
import type { RecoveryPlanTarget, TargetVm } from './target.ts';

/** Azure's word for a job that is about a whole plan. Its child jobs carry the same request id and another word. */
const OF_PLAN = 'RecoveryPlan';

export const isPlanJob = (job: Job): boolean => sameId(job.targetType, OF_PLAN);

/** The jobs that are about a plan or one of its VMs. A plan's job names the plan by an id of its own, so its name is taken. */
export function jobsOfPlan(
  target: RecoveryPlanTarget,
  seen: PlanSnapshot | undefined,
  jobs: readonly Job[],
): readonly Job[] {
  const lastJobId = seen?.plan?.lastScenario?.jobId ?? '';
  const ids = new Set(target.items.flatMap(idsOf));
  return jobs.filter(
    (job) =>
      sameId(job.id, lastJobId) ||
      (isPlanJob(job) && sameId(job.targetName, target.name)) ||
      ids.has(job.targetId.toLowerCase()),
  );
}

/** What a job may name as its target when it is about the VM, in lower case. */
const idsOf = ({ itemId, vmId }: TargetVm): readonly string[] =>
  [itemId.split('/').at(-1) ?? '', vmId ?? ''].filter(Boolean).map((id) => id.toLowerCase());

/** Where each VM of a plan stands in its job: the last of its tasks that has begun, or the one that went wrong. */
export function vmTasksIn(job: Job, vms: readonly TargetVm[]): ReadonlyMap<string, VmTask> {
  const tasks = placedTasks(job);
  const found = vms.flatMap((vm): readonly (readonly [string, VmTask])[] => {
    const own = tasks.filter(({ task }) => task.vm !== undefined && isTaskOf(task.vm, vm, vms));
    const failed = own.find(({ task }) => !isSound(task));
    const now = failed ?? own.findLast(({ task }) => !isIdle(task));
    if (now === undefined) return [];
    const { task, step } = now;
    const isFailed = failed !== undefined;
    const isHome = own.some(
      ({ task: { state }, isStart }) => isStart && sameId(state, 'succeeded'),
    );
    const sight: VmTask = {
      step,
      state: task.state,
      ...(isFailed && { isFailed }),
      ...(isHome && { isHome }),
    };
    return [[vm.itemId.toLowerCase(), sight]];
  });
  return new Map(found);
}

/** Whether the plan is starting this VM on-premises, or has: it does so group after group. */
export function isStartingVmOfPlan(job: Job, itemId: string, vms: readonly TargetVm[]): boolean {
  const vm = vms.find((one) => sameId(one.itemId, itemId));
  return placedTasks(job).some(
    ({ task, isStart }) =>
      isStart &&
      !isIdle(task) &&
      vm !== undefined &&
      task.vm !== undefined &&
      isTaskOf(task.vm, vm, vms),
  );
}

interface PlacedTask {
  readonly task: JobTask;
  /** The step of the job that it belongs to. */
  readonly step: string;
  /** Whether that step starts VMs on-premises. */
  readonly isStart: boolean;
}

const placedTasks = (job: Job): readonly PlacedTask[] =>
  job.tasks.flatMap(({ children, friendlyName, groupType }) =>
    flatten(children).map((task) => ({
      task,
      step: friendlyName,
      isStart: groupType === START_GROUP,
    })),
  );

/** By the VM's own id; by its name only where no other VM of the plan has it. */
function isTaskOf(
  { id, name }: { readonly id: string; readonly name: string },
  vm: TargetVm,
  vms: readonly TargetVm[],
): boolean {
  if (vm.vmId !== undefined) return sameId(vm.vmId, id);
  return sameId(vm.name, name) && vms.filter((one) => sameId(one.name, name)).length === 1;
}

const IDLE = new Set(['notstarted', 'other']);
const SOUND = new Set([...IDLE, 'inprogress', 'suspended', 'succeeded']);

const isIdle = ({ state }: JobTask) => IDLE.has(state.toLowerCase());
const isSound = ({ state }: JobTask) => SOUND.has(state.toLowerCase());
