/** What a protected item says of itself in one settled state. */
export interface ItemState {
  readonly protectionState: string;
  readonly protectionStateDescription: string;
  readonly activeLocation: string;
  readonly allowedOperations: readonly string[];
}

/**
 * The states of an item on its way. Marked INFERRED where nobody has published what the service says: those are
 * guesses that fit their neighbours, can be set by `startAzureSimulator({ itemStates })`, and nothing should depend on
 * their exact words. The others are the service's own.
 */
export const ITEM_STATES = {
  protected: {
    protectionState: 'Protected',
    protectionStateDescription: 'Protected',
    activeLocation: 'Primary',
    allowedOperations: [
      'PlannedFailover',
      'UnplannedFailover',
      'DisableProtection',
      'TestFailover',
    ],
  },
  notCommittedInAzure: {
    protectionState: 'PlannedFailoverCommitRequired',
    protectionStateDescription: 'Planned failover finished',
    activeLocation: 'Recovery',
    allowedOperations: ['CompleteMigration', 'Commit', 'DisableProtection', 'ChangePit'],
  },
  committedInAzure: {
    protectionState: 'PlannedFailoverStatesBegin',
    protectionStateDescription: 'Planned failover committed',
    activeLocation: 'Recovery',
    allowedOperations: ['CompleteMigration', 'DisableProtection', 'Failback'],
  },
  /** INFERRED: the counterpart of the planned one. */
  committedInAzureAfterUnplanned: {
    protectionState: 'UnplannedFailoverStatesBegin',
    protectionStateDescription: 'Unplanned failover committed',
    activeLocation: 'Recovery',
    allowedOperations: ['CompleteMigration', 'DisableProtection', 'Failback'],
  },
  /** INFERRED: while the failback's job runs or waits. */
  failingBack: {
    protectionState: 'FailbackInProgress',
    protectionStateDescription: 'Failback in progress',
    activeLocation: 'Recovery',
    allowedOperations: [],
  },
  /** INFERRED: home, the Azure VM is stopped and still there. The documentation calls it "commit pending". */
  failedBack: {
    protectionState: 'FailbackCommitRequired',
    protectionStateDescription: 'Failback finished',
    activeLocation: 'Primary',
    allowedOperations: ['Commit', 'DisableProtection'],
  },
  failbackCommitted: {
    protectionState: 'RestoreFinalized',
    protectionStateDescription: 'Failback finalized',
    activeLocation: 'Primary',
    allowedOperations: ['ReverseReplicate', 'DisableProtection'],
  },
} as const satisfies Record<string, ItemState>;

export type ItemStateName = keyof typeof ITEM_STATES;

export type ItemStates = Readonly<Record<ItemStateName, ItemState>>;
