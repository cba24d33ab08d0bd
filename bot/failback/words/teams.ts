import type { NoFacts } from './statement.ts';

/** How a call to Teams ended. */
export interface TeamsCodes {
  readonly teamsMessageGone: NoFacts;
  readonly teamsConversationClosed: NoFacts;
  readonly teamsRefusesBot: NoFacts;
  readonly teamsNotReached: NoFacts;
  readonly teamsSignInFailed: NoFacts;
  readonly teamsServerNotAllowed: NoFacts;
  readonly teamsRateLimited: NoFacts;
  readonly teamsStatus: { readonly status: number };
  readonly teamsStatusAndError: { readonly status: number; readonly error: string };
}
