import { type Logger, pino } from 'pino';

/** A log that nobody reads. */
export const silentLog = (): Logger => pino({ level: 'silent' });

/** A log that is kept, line by line, as the objects that were written. */
export function keptLog(): { log: Logger; lines: Record<string, unknown>[] } {
  const lines: Record<string, unknown>[] = [];
  const log = pino({ level: 'debug' }, { write: (line: string) => lines.push(JSON.parse(line)) });
  return { log, lines };
}
