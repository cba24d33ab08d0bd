import type { NoFacts, Statement } from './statement.ts';

/** Why somebody may not do something, or not now. */
export interface AccessCodes {
  readonly vmHasOpenFailback: { readonly vm: string; readonly failback: string };
  readonly vmOfRunHasOpenFailback: { readonly vms: string; readonly failback: string };
  readonly threadsNeedOperator: NoFacts;
  readonly guestsNotAdmitted: NoFacts;
  readonly foreignersNotAdmitted: NoFacts;
  readonly botsNotAdmitted: NoFacts;
  readonly senderNotConfirmed: NoFacts;
  readonly personNotKnown: { readonly platform: string; readonly userId: string };
  readonly channelOnlyShows: { readonly platform: string; readonly channel: string };
  readonly roleMissing: {
    readonly role: string;
    readonly command: string;
    readonly roles: Statement;
  };
}
