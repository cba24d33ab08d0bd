/** A recovery plan as the bot knows it: VMs that Azure brings home together, group after group. */
export interface RecoveryPlan {
  /** ARM id as the service spells it. Compare with `sameId`. */
  readonly id: string;
  readonly name: string;
  /** Replication providers of its VMs: `HyperVReplicaAzure` for what the bot can bring home. */
  readonly replicationProviders: readonly string[];
  /** They do not tell the direction: whether a plan can come home is judged by its items. */
  readonly allowedOperations: readonly string[];
  /** The operation that was run last or runs now; Azure leaves it there when it has ended. */
  readonly lastScenario?: {
    readonly name: string;
    readonly jobId: string;
    readonly status: string;
  };
  /** In their order. */
  readonly groups: readonly PlanGroup[];
}

export interface PlanGroup {
  /** `Group 1` for the first that starts VMs; else Azure's own word, `Shutdown` or `Failover`. */
  readonly name: string;
  readonly items: readonly PlanItem[];
  /** What the plan does by itself or asks of a person on the way home, in order. */
  readonly actions: readonly PlanAction[];
}

export interface PlanItem {
  readonly itemId: string;
  /** The VM's own id: what the tasks of a plan's job name. */
  readonly vmId?: string;
}

export interface PlanAction {
  readonly name: string;
  readonly kind: ActionKind;
  readonly instructions?: string;
}

/** `manual`: a person has to do it and say so. */
export type ActionKind = 'manual' | 'script' | 'runbook';
