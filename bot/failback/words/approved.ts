import type { NoFacts, Statement } from './statement.ts';

/** The values of what is approved with a question, and of what was seen when the bot stopped. */
export interface ApprovedCodes {
  readonly yes: NoFacts;
  readonly no: NoFacts;
  readonly notKnown: NoFacts;
  readonly locationAzure: NoFacts;
  readonly locationOnPremises: NoFacts;
  readonly synchronizationBeforeFailover: NoFacts;
  readonly synchronizationFullDownload: NoFacts;
  readonly privateSwitch: NoFacts;
  readonly diskWithSize: { readonly disk: string; readonly sizeMb: number };
  readonly toAlternateLocation: { readonly server: string; readonly providerId: string };
  readonly toOriginalLocationAnew: NoFacts;
  readonly serverInState: { readonly server: string; readonly state: Statement };
  readonly jobWithState: { readonly jobId: string; readonly state: string };
  readonly windowsServerCore: NoFacts;
  readonly noHypervRole: NoFacts;
  readonly notThere: { readonly name: string };
  readonly groupWithVms: { readonly group: string; readonly vms: Statement };
  readonly groupWithAction: {
    readonly group: string;
    readonly kind: string;
    readonly action: string;
  };
  readonly vmInAzure: {
    readonly item: string;
    readonly location: string;
    readonly state: string;
    readonly operations: Statement;
    readonly scenario: Statement;
    readonly disks: Statement;
  };
  readonly vmInAzureAtStart: {
    readonly item: string;
    readonly location: string;
    readonly state: string;
    readonly operations: Statement;
    readonly scenario: Statement;
    readonly disks: Statement;
    readonly managedDisks: Statement;
  };
  readonly notChecked: NoFacts;
  readonly notSeen: NoFacts;
  readonly notSeenUnreachable: NoFacts;
  readonly notSeenForbidden: NoFacts;
  readonly notSeenAbsent: NoFacts;
  readonly notSeenFailed: NoFacts;
  readonly notSeenUncertain: NoFacts;
  readonly vmOnHost: { readonly host: string; readonly vmId: string };
  readonly countedList: { readonly count: number; readonly list: Statement };
  readonly diskSize: { readonly sizeMb: number };
  readonly diskUnreadable: NoFacts;
  readonly differencingDisk: { readonly disk: Statement };
  readonly adapterNotConnected: NoFacts;
  readonly proofHolds: NoFacts;
  readonly proofDoesNotHold: NoFacts;
  readonly proofLetPass: NoFacts;
  readonly approvalGiven: NoFacts;
  readonly approvalNotUsedInTime: NoFacts;
  readonly answerOk: NoFacts;
  readonly answerUnreachable: NoFacts;
  readonly answerForbidden: NoFacts;
  readonly answerAbsent: NoFacts;
  readonly answerFailed: NoFacts;
  readonly answerUncertain: NoFacts;
  readonly answerNotAskedFor: NoFacts;
  readonly answerDone: NoFacts;
}
