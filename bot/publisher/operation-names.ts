import type { Operation } from '../failback/gates.ts';

/** The calls in Azure's own words, to be used in a sentence. */
export const OPERATION_NAMES: Readonly<Record<Operation, string>> = {
  plannedFailover: 'planned failover',
  completeFailover: 'complete failover',
  completeAction: 'go on from an action of the recovery plan',
  cancelJob: 'cancel the job',
  commit: 'commit',
  reverseReplicate: 'reverse replicate',
};
