import { type DestinationStream, type Logger, pino, stdTimeFunctions } from 'pino';
import { redact, redactFields } from './logging/redact.ts';
import { scrubber } from './logging/scrub.ts';

export interface LoggerOptions {
  readonly level: string;
  /** Secrets that this process holds: they are taken out of every line, wherever they turn up. */
  readonly secrets?: readonly string[];
  /** Standard output when it is left out. */
  readonly destination?: DestinationStream;
}

/**
 * The logger of the whole process: one JSON object per line. Secrets are kept out in three ways: fields by their name,
 * errors by a list of what may be told, and the finished line by the value and the look of credentials.
 */
export function createLogger({ level, secrets = [], destination }: LoggerOptions): Logger {
  const options = {
    level,
    base: { pid: process.pid },
    timestamp: stdTimeFunctions.isoTime,
    formatters: {
      level: (label: string) => ({ level: label }),
      log: (record: object) => redactFields(record),
    },
    // The formatter above has described errors already; this one keeps them as they are, also in child loggers.
    serializers: { err: redact },
    hooks: { streamWrite: scrubber(secrets) },
  };
  return redactingChildren(destination === undefined ? pino(options) : pino(options, destination));
}

/** The formatters of pino pass over the bindings of child loggers. Children of children inherit this one. */
function redactingChildren(log: Logger): Logger {
  const child: Logger['child'] = log.child;
  log.child = function (this: Logger, bindings, options) {
    return child.call(this, redactFields(bindings), options);
  } as Logger['child'];
  return log;
}
