import type { NoFacts } from './statement.ts';

/** What is publicly known of an error, and what helps. */
export interface ServiceErrorCodes {
  readonly vmRenamed: NoFacts;
  readonly checkVmName: NoFacts;
  readonly azureVmNotCreated: NoFacts;
  readonly checkQuotaAndPolicies: NoFacts;
  readonly networkAdapterNotCreated: NoFacts;
  readonly checkQuotaAndPermissions: NoFacts;
  readonly inputDoesNotFitItem: NoFacts;
  readonly checkItemKind: NoFacts;
  readonly snapshotFailedOnDynamicDisks: NoFacts;
  readonly checkDynamicDisks: NoFacts;
  readonly guestSnapshotFailed: NoFacts;
  readonly updateIntegrationServices: NoFacts;
}
