import type { ObservedItem } from './observed-item.ts';

/** What is known of one VM of a recovery plan. */
export interface PlanVm {
  readonly item?: ObservedItem;
  /** Where it stands in the job of the plan. */
  readonly task?: VmTask;
}

/** The VMs of a plan by the ARM ids of their items in lower case. */
export type PlanVms = Readonly<Record<string, PlanVm>>;

/** The VMs with a change to one of them. */
export function withVm(vms: PlanVms, itemId: string, change: PlanVm): PlanVms {
  const key = itemId.toLowerCase();
  return { ...vms, [key]: { ...vms[key], ...change } };
}

/** The VMs without what a job did with them: another one begins anew. */
export const withoutTasks = (vms: PlanVms): PlanVms =>
  Object.fromEntries(Object.entries(vms).map(([key, { task: _, ...vm }]) => [key, vm]));
/** Where a VM stands in the job of its plan. */
export interface VmTask {
  /** The step of the job as Azure calls it: `Group 1: Start (2)`. */
  readonly step: string;
  readonly state: string;
  /** It went wrong there. The others may go on. */
  readonly isFailed?: true;
  /** Azure has started it on-premises: its data is there. */
  readonly isHome?: true;
}
