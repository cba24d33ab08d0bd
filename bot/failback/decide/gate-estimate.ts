import {
  changeoverEstimate,
  documentedEstimate,
  downloadEstimate,
  type Estimate,
  synchronizationEstimate,
} from '../outlook/estimate.ts';
import type { Failback } from '../state/failback.ts';
import type { GateKind } from '../state/gates.ts';

/** How long what a gate leads to may take, as it was estimated when the VM was checked. */
export function estimate(
  kind: GateKind,
  { outlook, synchronization, totalSizeMb }: Estimated,
): Estimate {
  switch (kind) {
    case 'direction':
      return outlook?.[synchronization].data ?? fallback(synchronization, totalSizeMb);
    case 'complete':
    // What is left of the complete failover, at most.
    case 'action':
      return outlook?.beforeFailover.downtime ?? changeoverEstimate(NO_RATES);
    case 'switch':
      return { minutes: [1, 5], basis: { kind: 'assumed' } };
    // Recorded: commit seconds, starting reverse replication 2 to 3 minutes; with room.
    case 'commit':
      return documentedEstimate([1, 10]);
    case 'reverse':
      return documentedEstimate([2, 10]);
  }
}

/** Nothing is known but what is published. */
const NO_RATES = { past: [] };

type Estimated = Pick<Failback, 'outlook' | 'synchronization' | 'totalSizeMb'>;

/** For a failback that was checked before estimates were kept. */
const fallback = (synchronization: Failback['synchronization'], sizeMb: number): Estimate =>
  synchronization === 'fullDownload'
    ? downloadEstimate(sizeMb, NO_RATES)
    : synchronizationEstimate(sizeMb, NO_RATES);
