import type { NoFacts, Statement } from './statement.ts';

/** How a call to Slack ended. */
export interface SlackCodes {
  readonly slackBotTokenRefused: { readonly why: Statement };
  readonly slackAppTokenRefused: { readonly why: Statement };
  readonly slackMessageGone: NoFacts;
  readonly slackChannelClosed: NoFacts;
  readonly slackRefusesBot: NoFacts;
  readonly slackStatus: { readonly status: number };
  readonly slackNotReached: NoFacts;
  readonly slackCallFailed: NoFacts;
  readonly slackRefused: { readonly error: string };
  readonly slackRateLimited: NoFacts;
}
