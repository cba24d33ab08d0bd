import type { NoFacts, Statement } from './statement.ts';

/** How a failback ended, and what it leaves behind. */
export interface EndCodes {
  readonly jobCancelled: { readonly reason: string };
  readonly vmsProtected: NoFacts;
  readonly vmProtected: NoFacts;
  readonly switchStays: { readonly names: Statement };
  readonly nothingChanged: NoFacts;
  readonly startActionToRestore: { readonly before: string };
  readonly startActionBeingRestored: { readonly before: string };
  readonly startActionsToRestore: { readonly names: Statement };
  readonly startActionsBeingRestored: { readonly names: Statement };
  readonly startActionsStay: { readonly names: Statement };
  readonly vmWithStartAction: { readonly vm: string; readonly before: string };
  readonly startActionStays: NoFacts;
  readonly earlierAttemptLeft: NoFacts;
  readonly directionDeclined: { readonly left: Statement };
  readonly switchUndecided: NoFacts;
  readonly directionUndecided: NoFacts;
  readonly protectionConfirmed: NoFacts;
  readonly failbackAbandoned: NoFacts;
  readonly failbackCancelled: { readonly left: Statement };
  readonly vmNotReady: { readonly left: Statement };
  readonly planCannotBeTakenOver: NoFacts;
  readonly itemNotInAzure: NoFacts;
  readonly nothingRunsHome: NoFacts;
  readonly nothingToTakeOver: { readonly why: Statement };
}
