import type { NoFacts, Statement } from './statement.ts';

/** Why a call must not be made now. */
export interface ObstacleCodes {
  readonly itemNotKnown: NoFacts;
  readonly itemBusy: { readonly scenario: string };
  readonly vmNotInAzure: { readonly activeLocation: string };
  readonly operationNotOffered: { readonly offered: Statement; readonly wanted: string };
  readonly failoverJobNotKnown: NoFacts;
  readonly restartNotOffered: { readonly state: Statement };
  readonly failoverJobDoesNotWait: { readonly state: Statement };
  readonly cancelNotOffered: { readonly state: Statement };
  readonly downtimeBegan: NoFacts;
}
