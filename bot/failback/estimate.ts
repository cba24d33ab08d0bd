import type { GateKind } from './gates.ts';

/** Minutes from, minutes to. Never one number: nobody knows it that well. */
export type Minutes = readonly [from: number, to: number];

/**
 * How long what a gate leads to may take. Synchronization compares every block at "a few GBs per minute"
 * (https://learn.microsoft.com/azure/site-recovery/hyper-v-azure-failback); the others are what recorded jobs of small
 * VMs took (failback 5 to 12 minutes, commit seconds, starting reverse replication 2 to 3 minutes), with room.
 */
export function estimate(kind: GateKind, totalSizeMb: number): Minutes {
  switch (kind) {
    case 'direction': {
      const sizeGb = totalSizeMb / 1024;
      return [Math.max(1, Math.ceil(sizeGb / 5)), Math.max(5, Math.ceil(sizeGb / 2))];
    }
    case 'complete':
      return [5, 20];
    case 'switch':
      return [1, 2];
    case 'commit':
      return [1, 10];
    case 'reverse':
      return [2, 10];
  }
}
