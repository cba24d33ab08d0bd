import { describeError } from './describe-error.ts';

export const REDACTED = '[redacted]';

/** Names of fields whose content never goes into a log, at any depth. A response URL lets its holder post. */
const SECRET_FIELD =
  /token|secret|passw|passphrase|authorization|cookie|signature|api[-_]?key|private[-_]?key|response[-_]?url/i;

const MAX_DEPTH = 8;

/** A copy of what is to be logged: without secret fields, with errors as plain records, without cycles. Never throws. */
export function redact(value: unknown, ancestors: readonly object[] = []): unknown {
  if (typeof value === 'bigint') return String(value);
  if (typeof value !== 'object' || value === null) return value;
  if (ancestors.includes(value)) return '[circular]';
  if (ancestors.length >= MAX_DEPTH) return '[too deep]';
  try {
    return redactObject(value, [...ancestors, value]);
  } catch {
    // A getter or a toJSON of somebody else threw: what was to be logged must not break what logs it.
    return '[unreadable]';
  }
}

function redactObject(value: object, within: readonly object[]): unknown {
  if (value instanceof Error) return redact(describeError(value), within);
  if (ArrayBuffer.isView(value)) return `[${value.byteLength} bytes]`;
  if (Array.isArray(value)) return value.map((entry) => redact(entry, within));
  if (hasToJson(value)) return redact(value.toJSON(), within);
  return redactFields(value, within);
}

/** The same for the record of one log line. */
export function redactFields(
  record: object,
  ancestors: readonly object[] = [],
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(record).map(([name, value]) => [name, redactField(name, value, ancestors)]),
  );
}

/** Numbers and yes or no stay: `tokenExpiresInMs` tells nothing. */
function redactField(name: string, value: unknown, ancestors: readonly object[]): unknown {
  const tells = typeof value === 'string' || (typeof value === 'object' && value !== null);
  return tells && SECRET_FIELD.test(name) ? REDACTED : redact(value, ancestors);
}

function hasToJson(value: object): value is { toJSON(): unknown } {
  return 'toJSON' in value && typeof value.toJSON === 'function';
}
