/**
 * The place of a failback in a run: several VMs that come home together, in waves that wait for each other. Every member's
 * request carries all of it, so that each member leads to the others.
 */
export interface WavePlace {
  /** Like `RUN-7K3M`. */
  readonly run: string;
  /** 1 for the first wave. */
  readonly number: number;
  /** The ids of the failbacks of every wave, in order. */
  readonly waves: readonly (readonly string[])[];
}

/** A run is named after its first failback: so it is found again without a register of runs. */
export const runNamedAfter = (failback: string): string => failback.replace(/^FB-/, 'RUN-');

/** The failback after which a run is named. */
export const leaderOf = (run: string): string => run.replace(/^RUN-/, 'FB-');

/** Whether this is meant as the id of a run. */
export const isRunId = (id: string): boolean => id.startsWith('RUN-');
