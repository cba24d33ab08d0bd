import type { Stage } from './stages.ts';

/** Why a failback stopped and asks. */
export type HoldReason =
  | 'callRefused'
  | 'callUnclear'
  | 'callRepeatedInVain'
  | 'jobFailed'
  | 'jobCancelled'
  | 'jobGone'
  | 'jobUnknown'
  | 'changedElsewhere'
  | 'notOffered'
  | 'itemGone'
  | 'gateDeclined'
  | 'gateExpired';

/** One safe way out of a hold. */
export interface HoldChoice {
  readonly name: string;
  /** What it does, in words for people. */
  readonly means: string;
  readonly leadsTo: Stage;
}
