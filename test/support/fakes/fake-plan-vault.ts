import type { PlanWorld } from '../../../bot/failback/decide/plan-facts.ts';
import type { RecoveryPlan } from '../../../bot/failback/ports/recovery-plans.ts';
import type {
  Job,
  PlanFailoverRequest,
  PlanRequest,
  ProtectedItem,
  RecoveryPlans,
} from '../../../bot/failback/ports/site-recovery.ts';
import { actionWaitedFor } from '../../../bot/failback/site-recovery/plan-action.ts';
import { seePlan } from '../../../bot/failback/site-recovery/plan-snapshot.ts';
import type { RecoveryPlanTarget } from '../../../bot/failback/site-recovery/target.ts';
import { task } from '../azure-records.ts';
import { FakeVault } from './fake-vault.ts';

const VMS = ['db-01', 'web-01', 'web-02'];
const itemId = (vm: string) => `/vaults/north/replicationProtectedItems/item-${vm}`;

/** The plan of these vaults, as it is asked for. */
export const SHOP: RecoveryPlanTarget = {
  kind: 'recoveryPlan',
  vault: 'north',
  planId: '/vaults/north/replicationRecoveryPlans/shop',
  name: 'shop',
  items: VMS.map((name) => ({ itemId: itemId(name), name, vmId: `vm-${name}`, group: 'Group 1' })),
};

/** The action at which the plan's job waits, once the VMs are down in Azure. */
const NOTICE = {
  ...task('Tell the shop', 'InProgress'),
  action: { kind: 'manual', name: 'Tell the shop' },
} as const;

/**
 * A vault whose one thing is a recovery plan: its VMs do the same at the same time, and its jobs are those of the plan. One VM
 * may be seen later than the others.
 */
export class FakePlanVault extends FakeVault {
  override action = NOTICE;
  /** The last VM of the plan is still shown like this. */
  straggler: ProtectedItem | undefined;
  override plans: RecoveryPlans = {
    list: async () => this.readPlans(),
    read: async () => this.readPlans()[0],
    listItems: () => this.listProtectedItems(),
    startPlannedFailover: (request: PlanFailoverRequest) => {
      this.synchronization = request.synchronization;
      return this.receive('plannedFailover', request.requestId);
    },
    commit: ({ requestId }: PlanRequest) => this.receive('commit', requestId),
    reverseReplicate: ({ requestId }: PlanRequest) => this.receive('reverseReplicate', requestId),
  };

  override async listProtectedItems(): Promise<readonly ProtectedItem[]> {
    this.read('items');
    return this.items();
  }

  /** One VM stops being shown as it is, or is again. */
  straggle(isLate: boolean): void {
    this.straggler = isLate ? this.item : undefined;
  }

  protected override setJob(changed: Job): void {
    super.setJob({
      ...changed,
      targetType: 'RecoveryPlan',
      targetId: 'guid-of-shop',
      targetName: SHOP.name,
    });
  }

  protected override world(): PlanWorld {
    const seen = seePlan(SHOP, this.shop(), this.items());
    const failover = [...this.jobs.values()].findLast(({ scenario }) => scenario === 'Failback');
    const action = failover && actionWaitedFor(failover);
    return {
      plan: this.shop(),
      vms: seen.vms,
      providers: this.providers,
      synchronization: this.synchronization,
      ...(failover && { job: { id: failover.id, state: failover.state } }),
      ...(action && { action }),
    };
  }

  private readPlans(): readonly RecoveryPlan[] {
    this.read('plan');
    return [this.shop()];
  }

  private shop(): RecoveryPlan {
    const items = SHOP.items.map((vm) => ({
      itemId: vm.itemId,
      ...(vm.vmId && { vmId: vm.vmId }),
    }));
    const last = [...this.jobs.values()].at(-1);
    return {
      id: SHOP.planId,
      name: SHOP.name,
      replicationProviders: ['HyperVReplicaAzure'],
      allowedOperations: [],
      ...(last && { lastScenario: { name: last.scenario, jobId: last.id, status: last.state } }),
      groups: [{ name: 'Group 1', items, actions: [] }],
    };
  }

  private items(): readonly ProtectedItem[] {
    const shown = VMS.map((name, index) => {
      const isLast = index === VMS.length - 1;
      const like = isLast ? (this.straggler ?? this.visibleItem) : this.item;
      return like && { ...like, id: itemId(name), name, vmId: `vm-${name}`, azureVmName: name };
    });
    return shown.filter((each) => each !== undefined);
  }
}
