import type { MaintenanceWindow } from './maintenance-window.ts';

/** The rules a failback was started under. Stored with the request: a later change of the settings does not change it. */
export interface Policy {
  /** How many approvers each gate needs, the requester not counted. */
  readonly approvals: {
    readonly direction: number;
    readonly complete: number;
    readonly commit: number;
    readonly reverse: number;
  };
  /** Whether reverse replication waits for a decision too. */
  readonly askBeforeReverse: boolean;
  /** How long a question stays open. */
  readonly questionMs: number;
  /** How long a passed gate may wait for its call. */
  readonly grantMs: number;
  /** How long Azure may take to show what it was asked to do, before the bot draws a conclusion. */
  readonly settleMs: number;
  /** Absent: nobody is reminded. */
  readonly reminders?: Reminders;
  /** When a downtime may begin; absent or empty: at any time. */
  readonly windows?: readonly MaintenanceWindow[];
}

/** When people are reminded of what they owe. Milliseconds. */
export interface Reminders {
  /** How long before a question expires it is called to mind for the last time. */
  readonly beforeExpiryMs: number;
  /** The first pause on hold; each further one is twice as long, but at most a day. */
  readonly onHoldMs: number;
  /** How long before the window opens for which a question waits; absent in older ledgers: nobody is told. */
  readonly beforeWindowMs?: number;
}
/** How often one call may be sent when Azure shows each time that it did not take it. */
export const MAX_ATTEMPTS = 3;
