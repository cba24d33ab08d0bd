import type { Synchronization } from './ports/site-recovery.ts';

/** A planned failover that somebody else has started, as a failback takes it over. Nothing is called by that. */
export interface TakenOver {
  /** Absent where the failover is done and only the commit is missing. */
  readonly jobId?: string;
  readonly synchronization: Synchronization;
  /** When the Azure VM stopped, where the job tells it. */
  readonly downFrom?: number;
}
