import type { Target } from '../site-recovery/target.ts';
import type { FailbackEvent } from './events.ts';

/**
 * The append-only, hash-chained record of everything that happened. A failback's state is the fold of its events.
 * All streams share one chain. Appending is durable when the promise resolves.
 */
export interface Ledger {
  /**
   * Appends all events or none.
   * Throws `ConflictError` with code `revision` when the stream has moved on, and with code `targetBusy` and the other
   * failback's id in `failbackId` when a `requested` event names a target that has an open failback.
   */
  append(batch: LedgerBatch): Promise<readonly LedgerEntry[]>;
  /**
   * Appends batches to different streams as one: all of them or none. Throws as `append` does, for whichever of them it is.
   * Listeners hear of each batch by itself, in order.
   */
  appendAll(batches: readonly LedgerBatch[]): Promise<readonly LedgerEntry[]>;
  /** All entries of one stream in order; empty when there is none. */
  read(stream: string): Promise<readonly LedgerEntry[]>;
  /** Ids of the failbacks that have not ended, oldest first. */
  openFailbacks(): Promise<readonly string[]>;
  /** Ids of the failbacks that were touched last, newest first. */
  recentFailbacks(limit: number): Promise<readonly string[]>;
  /** Id of the failback of this target that began last, open or ended; undefined when there was none. */
  lastFailbackOf(target: Target): Promise<string | undefined>;
  /** True the first time a delivery id is seen, false ever after, also across restarts. */
  claimDelivery(deliveryId: string, at: number): Promise<boolean>;
  /** The last entry of the chain, or undefined when it is empty. */
  head(): Promise<LedgerHead | undefined>;
  /** Calls back after every append, in order, in this process. Returns how to stop. */
  onAppended(listener: (entries: readonly LedgerEntry[]) => void): () => void;
  close(): Promise<void>;
}

export interface LedgerBatch {
  /** A failback's id, or `ATTEMPTS` for what belongs to none. */
  readonly stream: string;
  /** The revision the events were decided on; `any` where order does not matter. 0 for a new stream. */
  readonly expectedRevision: number | 'any';
  readonly at: number;
  readonly events: readonly FailbackEvent[];
}

export interface LedgerEntry {
  /** Place in the chain: 1, 2, 3… without gaps. */
  readonly sequence: number;
  readonly stream: string;
  /** Place in the stream: 1, 2, 3… without gaps. */
  readonly revision: number;
  readonly at: number;
  readonly event: FailbackEvent;
  readonly hash: string;
}

export interface LedgerHead {
  readonly sequence: number;
  readonly hash: string;
}

/** Whether a stream is a failback's; the others hold refused attempts and what belongs to servers. */
export const isFailbackStream = (stream: string): boolean => stream.startsWith('FB-');

/** The stream of refused attempts that belong to no failback. */
export const ATTEMPTS = 'ATTEMPTS';
