import { randomUUID } from 'node:crypto';
import type { VirtualMachine } from './virtual-machine.ts';

export interface PlanActionOptions {
  readonly name: string;
  /** `manual` waits for a person. Default `manual`. */
  readonly kind?: 'manual' | 'script' | 'runbook';
  readonly instructions?: string;
  /** A script or runbook that stopped and waits for a person. */
  readonly waits?: boolean;
}

export interface PlanGroupOptions {
  /** Names of VMs of the simulator. */
  readonly vms: readonly string[];
  /** Before and after the group's VMs are started. */
  readonly before?: readonly PlanActionOptions[];
  readonly after?: readonly PlanActionOptions[];
}

export interface PlanOptions {
  readonly name: string;
  /** In the order in which their VMs are started. */
  readonly groups: readonly PlanGroupOptions[];
  /** Actions before the VMs are shut down in Azure. */
  readonly beforeShutdown?: readonly PlanActionOptions[];
}

export interface PlanGroup {
  readonly vms: readonly VirtualMachine[];
  readonly before: readonly PlanActionOptions[];
  readonly after: readonly PlanActionOptions[];
}

/** The operation that a plan ran last: it stays there when it has ended (recorded). */
export interface LastScenario {
  readonly name: string;
  readonly jobId: string;
  readonly startedAt: number;
}

/** A recovery plan of the vault. */
export class SimulatedPlan {
  readonly id = randomUUID();
  readonly name: string;
  readonly beforeShutdown: readonly PlanActionOptions[];
  groups: readonly PlanGroup[];
  lastScenario: LastScenario | undefined;

  constructor(options: PlanOptions, vmNamed: (name: string) => VirtualMachine) {
    this.name = options.name;
    this.beforeShutdown = options.beforeShutdown ?? [];
    this.groups = groupsOf(options.groups, vmNamed);
  }

  /** Somebody edits the plan. */
  change(groups: readonly PlanGroupOptions[], vmNamed: (name: string) => VirtualMachine): void {
    this.groups = groupsOf(groups, vmNamed);
  }

  get vms(): readonly VirtualMachine[] {
    return this.groups.flatMap(({ vms }) => vms);
  }
}

const groupsOf = (
  groups: readonly PlanGroupOptions[],
  vmNamed: (name: string) => VirtualMachine,
): readonly PlanGroup[] =>
  groups.map(({ vms, before = [], after = [] }) => ({ vms: vms.map(vmNamed), before, after }));
