import { sameId } from '../ports/site-recovery.ts';

/** What is brought home: one VM, or all VMs of a recovery plan together. */
export type Target = ProtectedItemTarget | RecoveryPlanTarget;

export interface ProtectedItemTarget {
  readonly kind: 'protectedItem';
  readonly vault: string;
  readonly itemId: string;
  readonly name: string;
}

export interface RecoveryPlanTarget {
  readonly kind: 'recoveryPlan';
  readonly vault: string;
  readonly planId: string;
  readonly name: string;
  /** Its VMs as they were when it was asked for, group after group. */
  readonly items: readonly TargetVm[];
}

/** One of the VMs of a target. */
export interface TargetVm {
  readonly itemId: string;
  readonly name: string;
  /** The VM's own id: what the tasks of a plan's job name. */
  readonly vmId?: string;
  /** The group of the plan that it is in, `Group 1`. */
  readonly group?: string;
}

/** The VMs that come home with a target. */
export function vmsOf(target: Target): readonly TargetVm[] {
  return target.kind === 'recoveryPlan'
    ? target.items
    : [{ itemId: target.itemId, name: target.name }];
}

/** The ARM id of the target itself. */
export const armIdOf = (target: Target): string =>
  target.kind === 'recoveryPlan' ? target.planId : target.itemId;

/** Whether an item of a vault is one of those that come home with a target. */
export const hasItem = (target: Target, vault: string, itemId: string): boolean =>
  target.vault === vault && vmsOf(target).some((vm) => sameId(vm.itemId, itemId));
