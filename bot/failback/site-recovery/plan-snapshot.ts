import type { RecoveryPlan } from '../ports/recovery-plans.ts';
import { type ProtectedItem, sameId } from '../ports/site-recovery.ts';
import { coded } from '../words/coded.ts';
import type { Statement } from '../words/statement.ts';
import { type RecoveryPlanTarget, type TargetVm, vmsOf } from './target.ts';

/** A recovery plan and its VMs as Azure shows them in one moment. */
export interface PlanSnapshot {
  /** Undefined when the service says that there is none. */
  readonly plan: RecoveryPlan | undefined;
  /** The VMs that were asked for, in their order. */
  readonly vms: readonly PlanVmSnapshot[];
}

export interface PlanVmSnapshot extends TargetVm {
  /** Undefined when the service does not list it. */
  readonly item: ProtectedItem | undefined;
}

/** Puts together what was asked for and what is seen of it. */
export function seePlan(
  target: RecoveryPlanTarget,
  plan: RecoveryPlan | undefined,
  items: readonly ProtectedItem[],
): PlanSnapshot {
  const byId = new Map(items.map((item) => [item.id.toLowerCase(), item]));
  const vms = vmsOf(target).map((vm) => ({ ...vm, item: byId.get(vm.itemId.toLowerCase()) }));
  return { plan, vms };
}

/** The items of its VMs, as far as the service lists them. */
export const itemsOf = ({ vms }: Pick<PlanSnapshot, 'vms'>): readonly ProtectedItem[] =>
  vms.flatMap(({ item }) => (item === undefined ? [] : [item]));

/** The VMs that a plan has now, group after group, with the names that their items have. */
export function vmsInPlan(
  plan: RecoveryPlan,
  items: readonly ProtectedItem[],
): readonly TargetVm[] {
  const byId = new Map(items.map((item) => [item.id.toLowerCase(), item]));
  return plan.groups.flatMap((group) =>
    group.items.map(({ itemId, vmId }) => ({
      itemId,
      name: byId.get(itemId.toLowerCase())?.name ?? itemId.split('/').at(-1) ?? itemId,
      group: group.name,
      ...(vmId !== undefined && { vmId }),
    })),
  );
}

/** Why the plan is not the one that was asked for any more; undefined when it is. */
export function changeOfPlan({ plan, vms }: PlanSnapshot): Statement | undefined {
  if (plan === undefined) return coded('planNotKnown');
  const now = plan.groups.flatMap((group) =>
    group.items.map(({ itemId }) => ({ itemId, group: group.name })),
  );
  const isSame =
    now.length === vms.length &&
    now.every(
      ({ itemId, group }, at) =>
        sameId(itemId, vms[at]?.itemId ?? '') && (vms[at]?.group ?? group) === group,
    );
  return isSame ? undefined : coded('planChanged');
}
