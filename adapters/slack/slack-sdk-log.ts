import { LogLevel, type Logger as SlackLogger } from '@slack/bolt';
import type { Logger } from 'pino';

/** The SDK's log lines, in the bot's log. Its debug lines hold whole payloads and response URLs: they are dropped. */
export function sdkLog(log: Logger): SlackLogger {
  const write =
    (level: 'debug' | 'warn' | 'error') =>
    (...parts: unknown[]) => {
      log[level]({ detail: parts.map(String).join(' ') }, 'slack sdk');
    };
  return {
    debug: () => {},
    info: write('debug'),
    warn: write('warn'),
    error: write('error'),
    getLevel: () => LogLevel.INFO,
    setLevel: () => {},
    setName: () => {},
  };
}
