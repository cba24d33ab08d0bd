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
  /** When a downtime may begin; absent or empty: at any time. */
  readonly windows?: readonly MaintenanceWindow[];
}
