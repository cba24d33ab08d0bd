import type { NoFacts, Statement } from './statement.ts';

/** What was seen when the bot stopped. */
export interface HoldCodes {
  readonly noReasonGiven: NoFacts;
  readonly disksHalfWritten: NoFacts;
  readonly stateAtTask: { readonly state: Statement; readonly task: string };
  readonly azureVmStopping: NoFacts;
  readonly azureVmKeepsRunning: NoFacts;
  readonly moreErrors: { readonly left: number };
  readonly stateByOtherName: { readonly state: Statement; readonly own: string };
  readonly itemReplicating: {
    readonly item: string;
    readonly health: Statement;
    readonly percent: number;
  };
  readonly vmStateAndCheckpoints: { readonly state: Statement; readonly checkpoints: number };
  readonly vmNotOff: NoFacts;
  readonly vmAtStep: { readonly vm: string; readonly step: string };
  readonly hours: { readonly hours: number };
  readonly onHold: NoFacts;
}
