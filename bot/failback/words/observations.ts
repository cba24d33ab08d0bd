import type { NoFacts, Statement } from './statement.ts';

/** What was seen in Azure, and why an answer or a question has become pointless. */
export interface ObservationCodes {
  readonly jobCarriesRequestId: { readonly jobId: string };
  readonly jobInState: { readonly state: Statement };
  readonly failoverJobGone: NoFacts;
  readonly jobWaitsForSomethingElse: NoFacts;
  readonly jobStillWaits: { readonly step: Statement };
  readonly stepCompleteFailover: NoFacts;
  readonly stepPlanAction: NoFacts;
  readonly jobOfSomebodyElse: { readonly jobId: string };
  readonly acceptedWithoutJob: NoFacts;
  readonly noJobStillOffered: NoFacts;
  readonly noJobButObstacle: { readonly obstacle: Statement };
  readonly actionCompletedElsewhere: NoFacts;
  readonly planAtOtherAction: NoFacts;
  readonly actionUnexpected: NoFacts;
  readonly actionCompletedInVain: NoFacts;
  readonly cancelledInVain: NoFacts;
  readonly jobGone: NoFacts;
  readonly jobResumedElsewhere: NoFacts;
  readonly failoverCompletedElsewhere: NoFacts;
  readonly fullDownloadWaits: NoFacts;
  readonly resumedInVain: NoFacts;
  readonly jobNotKnown: NoFacts;
  readonly itemGone: NoFacts;
  readonly vmProtectedAgain: NoFacts;
  readonly committedElsewhere: NoFacts;
  readonly vmBusy: { readonly scenario: string };
  readonly startedElsewhere: { readonly scenario: string };
  readonly windowClosed: NoFacts;
  readonly cancelAskedFor: NoFacts;
  readonly holdAskedFor: NoFacts;
  readonly vmTouched: NoFacts;
  readonly vmNotAsVerified: NoFacts;
  readonly acceptedWithoutId: NoFacts;
  readonly callNotTaken: NoFacts;
  readonly itemOfPlanGone: NoFacts;
  readonly vmsProtectedAgain: NoFacts;
  readonly vmOfPlanBusy: { readonly scenario: string; readonly vm: string };
  readonly jobRunsAgain: NoFacts;
  readonly newFailoverJobRuns: NoFacts;
}
