import type { NoFacts } from './statement.ts';

/** What became of something asked of a server. */
export interface HostCodes {
  readonly hostNotReached: NoFacts;
  readonly hostForbids: NoFacts;
  readonly hostHasNoSuch: NoFacts;
  readonly hostFailed: NoFacts;
  readonly hostUncertain: NoFacts;
  readonly startActionReads: { readonly startAction: string };
  readonly noHostConnector: NoFacts;
  readonly switchNotThere: NoFacts;
}
