import {
  WebAPIHTTPError,
  WebAPIPlatformError,
  WebAPIRateLimitedError,
  WebAPIRequestError,
} from '@slack/web-api';
import { UpstreamError, type UpstreamFacts } from '../../bot/failback/ports/errors.ts';
import { coded } from '../../bot/failback/words/coded.ts';
import type { Statement } from '../../bot/failback/words/statement.ts';

/** What Slack's own error names mean to the bot: https://docs.slack.dev/reference/methods/chat.update#errors */
const MEANINGS: Readonly<Record<string, { code: string; userMessage: Statement }>> = {
  ...named('messageGone', coded('slackMessageGone'), [
    'message_not_found',
    'cant_update_message',
    // Inferred: what a reply to a deleted thread is answered with.
    'thread_not_found',
  ]),
  ...named('channelGone', coded('slackChannelClosed'), [
    'channel_not_found',
    'not_in_channel',
    'is_archived',
  ]),
  ...named('notAuthorized', coded('slackRefusesBot'), [
    'invalid_auth',
    'not_authed',
    'account_inactive',
    'token_revoked',
    'token_expired',
    'missing_scope',
    'not_allowed_token_type',
  ]),
};

/** Slack's own names for its own troubles. */
const TRANSIENT = [
  'internal_error',
  'fatal_error',
  'service_unavailable',
  'request_timeout',
  'ratelimited',
];

/** An error of the Slack SDK in the bot's own words. `operation` is the name of the Web API method. */
export function toUpstreamError(error: unknown, operation: string): UpstreamError {
  if (error instanceof UpstreamError) return error;
  if (error instanceof WebAPIPlatformError) return platformError(error, operation);
  if (error instanceof WebAPIRateLimitedError) return rateLimited(error, operation);
  if (error instanceof WebAPIHTTPError) {
    const retryable = error.statusCode >= 500 || error.statusCode === 429;
    const message = coded('slackStatus', { status: error.statusCode });
    return upstream(
      'slackFailed',
      message,
      { operation, status: error.statusCode, retryable },
      error,
    );
  }
  if (error instanceof WebAPIRequestError) {
    return upstream(
      'slackUnreachable',
      coded('slackNotReached'),
      { operation, retryable: true },
      error,
    );
  }
  // The SDK throws a bare Error for a 429 without a usable Retry-After.
  return upstream('slackFailed', coded('slackCallFailed'), { operation, retryable: true }, error);
}

function platformError(error: WebAPIPlatformError, operation: string): UpstreamError {
  const name = error.data.error;
  const meaning = MEANINGS[name] ?? {
    code: 'slackRefused',
    userMessage: coded('slackRefused', { error: name }),
  };
  const retryable = TRANSIENT.includes(name);
  return upstream(meaning.code, meaning.userMessage, { operation, status: 200, retryable }, error);
}

function rateLimited(error: WebAPIRateLimitedError, operation: string): UpstreamError {
  const retryAfterMs = error.retryAfter * 1000;
  const facts = { operation, status: 429, retryable: true, retryAfterMs };
  return upstream('rateLimited', coded('slackRateLimited'), facts, error);
}

function upstream(
  code: string,
  userMessage: Statement,
  facts: Omit<UpstreamFacts, 'service'>,
  cause: unknown,
): UpstreamError {
  return new UpstreamError(code, userMessage, { service: 'slack', ...facts }, { cause });
}

function named(code: string, userMessage: Statement, names: readonly string[]) {
  return Object.fromEntries(names.map((name) => [name, { code, userMessage }]));
}
