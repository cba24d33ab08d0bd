import type { FailbackEvent } from './events.ts';

/** What a person asked for is either a list of events, or refused with a reason; both are recorded. */
export type Decided =
  | { readonly events: readonly FailbackEvent[] }
  | { readonly refused: RefusalCode };

export type RefusalCode =
  | 'nothingAsked'
  | 'outdated'
  | 'expired'
  | 'notApprover'
  | 'ownRequest'
  | 'ownOverride'
  | 'ownHurry'
  | 'alreadyVoted'
  | 'wrongAnswer'
  | 'notOperator'
  | 'tooLateToCancel'
  | 'cancelUnderWay'
  | 'hasEnded'
  | 'notOffered'
  | 'onHold'
  | 'reasonMissing'
  | 'callUnderWay'
  | 'notWaiting';
