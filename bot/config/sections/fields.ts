import { z } from 'zod';

/** Text that must look a certain way. `rule` ends the sentence "must be …". */
export function patterned(pattern: RegExp, rule: string) {
  return z.string().regex(pattern, { error: `must be ${rule}` });
}

export function words() {
  return patterned(/\S/, 'some text, not only spaces');
}

export function guid(rule: string) {
  return patterned(/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i, rule);
}

/** An amount of time; fractions are allowed. The unit is in the name of the setting. */
export function durationSetting() {
  return z.number().gt(0).max(1_000_000);
}

/** An address over TLS. Access tokens travel to it. */
export function httpsAddress() {
  return z.string().refine((text) => isAddress(text, false), {
    error: 'must be an address that begins with https://, without a user name, query or fragment',
  });
}

/** An address over TLS, or without TLS on this machine only, for a proxy or a rehearsal. */
export function httpsOrLoopbackAddress() {
  return z.string().refine((text) => isAddress(text, true), {
    error:
      'must be an address that begins with https:// (http:// only for 127.0.0.1, [::1] or localhost)',
  });
}

const LOOPBACK = ['127.0.0.1', '[::1]', 'localhost'];

/** Whether a host name or an address can only mean this machine. */
export function isLoopbackHost(host: string): boolean {
  return LOOPBACK.includes(host) || host === '::1';
}

function isAddress(text: string, loopbackWithoutTls: boolean): boolean {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  if (url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '') {
    return false;
  }
  if (url.protocol === 'https:') return true;
  return loopbackWithoutTls && url.protocol === 'http:' && LOOPBACK.includes(url.hostname);
}

/** Refuses a list in which two entries have the same `field`. Looks also when other things are wrong with the list. */
export function noTwoAlike<Entry>(field: string) {
  return z.superRefine<readonly Entry[]>(
    (entries, context) => {
      const seen = new Map<string, number>();
      for (const [index, entry] of entriesOf(entries)) {
        const key = fieldOf(entry, field)?.toLowerCase();
        const first = key === undefined ? undefined : seen.get(key);
        if (first !== undefined) {
          context.addIssue({
            code: 'custom',
            path: [index, field],
            input: fieldOf(entry, field),
            message: `must be different in every entry: number ${first + 1} in the list has the same`,
          });
        } else if (key !== undefined) seen.set(key, index);
      }
    },
    { when: () => true },
  );
}

function entriesOf(list: unknown): readonly (readonly [number, unknown])[] {
  return Array.isArray(list) ? [...list.entries()] : [];
}

function fieldOf(entry: unknown, field: string): string | undefined {
  if (typeof entry !== 'object' || entry === null) return undefined;
  const value = (entry as Record<string, unknown>)[field];
  return typeof value === 'string' ? value : undefined;
}
