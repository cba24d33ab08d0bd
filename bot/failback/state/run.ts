import type { Failback } from './failback.ts';
import { comesBefore, isEnd } from './stages.ts';

/**
 * Several VMs that come home together, in waves that wait for each other. A run is nothing but its members: each is a
 * failback with a record, questions and rules of its own.
 */
export interface Run {
  /** Like `RUN-7K3M`. */
  readonly id: string;
  /** The failbacks of each wave, in order. */
  readonly waves: readonly (readonly Failback[])[];
}

/** Everybody in it, wave after wave. */
export const membersOf = ({ waves }: Run): readonly Failback[] => waves.flat();

/** Everybody in the same wave, the failback itself too. */
export function waveOf({ wave }: Failback, { waves }: Run): readonly Failback[] {
  return wave === undefined ? [] : (waves[wave.number - 1] ?? []);
}

/** Whether the VM runs on-premises for good: it only waits for its commit, or is further. */
export function isHome({ stage }: Failback): boolean {
  return stage === 'protected' || (!isEnd(stage) && !comesBefore(stage, 'awaitingCommit'));
}

/** Whether it goes on by itself, or with the next decision about it. */
export const isGoingOn = ({ stage, hold }: Failback): boolean =>
  !isEnd(stage) && hold === undefined;
