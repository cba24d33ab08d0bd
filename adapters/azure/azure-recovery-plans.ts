import type { RecoveryPlan } from '../../bot/failback/ports/recovery-plans.ts';
import type {
  CallAnswer,
  PlanFailoverRequest,
  PlanRequest,
  ProtectedItem,
  RecoveryPlans,
} from '../../bot/failback/ports/site-recovery.ts';
import { coded } from '../../bot/failback/words/coded.ts';
import type { AzureSiteRecoverySettings } from './azure-settings.ts';
import { parsePlanId } from './records/arm-id.ts';
import { planFailoverInput } from './records/failover-inputs.ts';
import type { SiteRecoveryReads } from './site-recovery-reads.ts';
import { notSent } from './transport/call-answer.ts';
import { type Mutation, sendOnce } from './transport/send-once.ts';
import type { SharedRead } from './transport/shared-read.ts';

/** The recovery plans of one vault. */
export class AzureRecoveryPlans implements RecoveryPlans {
  private readonly settings: AzureSiteRecoverySettings;
  private readonly reads: SiteRecoveryReads;
  private readonly items: SharedRead<readonly ProtectedItem[]>;

  /** `items` are all those of the vault. */
  constructor(
    settings: AzureSiteRecoverySettings,
    reads: SiteRecoveryReads,
    items: SharedRead<readonly ProtectedItem[]>,
  ) {
    this.settings = settings;
    this.reads = reads;
    this.items = items;
  }

  list(): Promise<readonly RecoveryPlan[]> {
    return this.reads.listPlans();
  }

  read(planId: string): Promise<RecoveryPlan | undefined> {
    return this.reads.readPlan(planId);
  }

  /** What the service does not list as the plan's, or says no to, is looked for among all items of the vault. */
  async listItems(planId: string, itemIds: readonly string[]): Promise<readonly ProtectedItem[]> {
    const ofPlan = await this.reads.listItemsOfPlan(planId);
    const listed = new Set(ofPlan.map(({ id }) => id.toLowerCase()));
    return itemIds.every((id) => listed.has(id.toLowerCase())) ? ofPlan : this.items.read();
  }

  startPlannedFailover(request: PlanFailoverRequest): Promise<CallAnswer> {
    const input = planFailoverInput(request.synchronization);
    return this.send(request, (client, { vault, plan, options }) =>
      client.replicationRecoveryPlans.beginPlannedFailover(...vault, plan, input, options),
    );
  }

  commit(request: PlanRequest): Promise<CallAnswer> {
    return this.send(request, (client, { vault, plan, options }) =>
      client.replicationRecoveryPlans.beginFailoverCommit(...vault, plan, options),
    );
  }

  reverseReplicate(request: PlanRequest): Promise<CallAnswer> {
    return this.send(request, (client, { vault, plan, options }) =>
      client.replicationRecoveryPlans.beginReprotect(...vault, plan, options),
    );
  }

  private async send({ planId, requestId }: PlanRequest, call: PlanCall): Promise<CallAnswer> {
    const { vault } = this.settings;
    const plan = parsePlanId(planId, vault);
    if (plan === undefined) return notSent(coded('planOfOtherVault', { vault: vault.name }));
    const answer = await sendOnce(this.settings, requestId, (client, options) =>
      call(client, { vault: [vault.name, vault.resourceGroup], plan, options }),
    );
    // The operation's id is another one than the job's: nobody may take it for that.
    return answer.outcome === 'accepted' ? { outcome: 'accepted' } : answer;
  }
}

type PlanCall = (
  client: Parameters<Mutation>[0],
  target: {
    readonly vault: readonly [name: string, resourceGroup: string];
    readonly plan: string;
    readonly options: Parameters<Mutation>[1];
  },
) => Promise<unknown>;
