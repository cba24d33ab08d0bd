import type { NoFacts, Statement } from './statement.ts';

/** What a way out of a hold does. */
export interface ChoiceCodes {
  readonly abandonFailback: NoFacts;
  readonly checkAgain: NoFacts;
  readonly askAgain: NoFacts;
  readonly lookAgain: NoFacts;
  readonly adoptJob: NoFacts;
  readonly continueUnprepared: NoFacts;
  readonly continueAlthoughStarted: NoFacts;
  readonly askWithoutProof: NoFacts;
  readonly restartJob: NoFacts;
  readonly letJobFinish: NoFacts;
  readonly cancelAndEnd: NoFacts;
  readonly cancelAndCheckAgain: NoFacts;
  readonly confirmProtected: NoFacts;
  readonly continueWithoutSwitch: NoFacts;
  readonly followToCommit: NoFacts;
  readonly acceptPartialSuccess: NoFacts;
  readonly keepWatching: NoFacts;
  readonly followCompleteFailover: NoFacts;
  readonly followToCompleteFailover: NoFacts;
  readonly acceptAsExpected: NoFacts;
  readonly followToReverseReplication: NoFacts;
  readonly waitForWave: NoFacts;
  readonly beginWaveWithout: NoFacts;
  readonly takeOverJob: { readonly synchronization: Statement };
  readonly takeOverAtHome: NoFacts;
  readonly beforeFailover: NoFacts;
  readonly fullDownload: NoFacts;
  readonly continueUnsupported: NoFacts;
  readonly followCommit: NoFacts;
}
