import { SECRET_SHAPES } from '../config/problems/secret-shapes.ts';
import { REDACTED } from './redact.ts';

/** Credentials that are known by what stands in front of them; that stays, the rest goes. */
const LABELLED: readonly RegExp[] = [
  /\b((?:bearer|basic)\s+)[\w.~+/=-]{6,}/gi,
  /\b((?:access_token|refresh_token|id_token|client_secret|client_assertion|token|password|sig|signature)=)[^&\s"'\\]+/gi,
  /\b((?:access_token|refresh_token|id_token|client_secret|client_assertion|token|password|authorization)\\*"\s*:\s*\\*")[^"\\]+/gi,
  /(:\/\/)[^/\s:@"\\]+:[^/\s@"\\]+(?=@)/g,
];

/**
 * Takes credentials out of a finished log line, whatever way they got there: the known ones by their value, others by
 * their look. The line stays valid JSON. Values shorter than 6 characters are left alone: they are no secrets.
 */
export function scrubber(secrets: readonly string[]): (line: string) => string {
  const known = secrets
    .filter((secret) => secret.length >= 6)
    .flatMap((secret) => [asInJson(secret), encodeURIComponent(secret)])
    .sort((a, b) => b.length - a.length);
  return (line) => {
    const withoutKnown = known.reduce((text, secret) => text.replaceAll(secret, REDACTED), line);
    const withoutLooks = SECRET_SHAPES.reduce(
      (text, shape) => text.replace(shape, REDACTED),
      withoutKnown,
    );
    return LABELLED.reduce((text, label) => text.replace(label, `$1${REDACTED}`), withoutLooks);
  };
}

function asInJson(secret: string): string {
  return JSON.stringify(secret).slice(1, -1);
}
