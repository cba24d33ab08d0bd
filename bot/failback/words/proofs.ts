import type { NoFacts, Statement } from './statement.ts';

/** What proves that a VM is well after it has come home. */
export interface ProofCodes {
  readonly vmInState: { readonly state: Statement };
  readonly servicesAnswer: NoFacts;
  readonly servicesSilent: { readonly services: Statement };
  readonly disksReadable: { readonly readable: number; readonly all: number };
  readonly noAddressYet: NoFacts;
  readonly heartbeatOk: NoFacts;
  readonly heartbeatNoContact: NoFacts;
  readonly heartbeatDisabled: NoFacts;
  readonly heartbeatNotSaid: NoFacts;
  readonly portNotTried: NoFacts;
  readonly portOpen: NoFacts;
  readonly portClosed: NoFacts;
  readonly vmHasNoConnector: NoFacts;
  readonly allProofsHold: NoFacts;
  readonly proofsLetPass: NoFacts;
  readonly someVmsNotChecked: { readonly found: Statement; readonly unseen: number };
}
