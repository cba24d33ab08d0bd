import { WebClient, type WebClientOptions } from '@slack/web-api';
import type { Logger } from 'pino';
import { ConfigError } from '../../bot/failback/ports/errors.ts';
import { coded } from '../../bot/failback/words/coded.ts';
import { toUpstreamError } from './slack-errors.ts';
import { sdkLog } from './slack-sdk-log.ts';

/** A Web API client that never repeats a call by itself: who calls decides, with the facts in the error. */
export function webClient(
  botToken: string,
  parts: { apiUrl: string; timeoutMs: number; log: Logger },
): WebClient {
  return new WebClient(botToken, webClientOptions(parts));
}

export function webClientOptions(parts: {
  apiUrl: string;
  timeoutMs: number;
  log: Logger;
}): WebClientOptions {
  return {
    slackApiUrl: parts.apiUrl,
    timeout: parts.timeoutMs,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    logger: sdkLog(parts.log),
  };
}

/** The bot as Slack knows it. */
export interface SlackBot {
  readonly teamId: string;
  readonly botId: string;
  readonly botUserId: string;
}

/**
 * Asks Slack who the bot is. Throws `ConfigError` when the token is refused or belongs to a workspace that is not
 * allowed, `UpstreamError` when Slack is not reached.
 */
export async function identifyBot(web: WebClient, teams: readonly string[]): Promise<SlackBot> {
  const bot = await askForBot(web);
  if (teams.includes(bot.teamId)) return bot;
  const problem = `Slack: the bot token belongs to workspace ${bot.teamId}, which is not in the list of teams.`;
  throw new ConfigError([problem]);
}

async function askForBot(web: WebClient): Promise<SlackBot> {
  try {
    const answer = await web.auth.test();
    const { team_id: teamId = '', bot_id: botId = '', user_id: botUserId = '' } = answer;
    return { teamId, botId, botUserId };
  } catch (error) {
    const { facts, userMessage } = toUpstreamError(error, 'auth.test');
    if (facts.retryable) throw toUpstreamError(error, 'auth.test');
    const problem = coded('slackBotTokenRefused', { why: userMessage });
    throw new ConfigError([problem], { cause: error });
  }
}
