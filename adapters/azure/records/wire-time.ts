/**
 * A time as the service writes it. It says "not set" with years like 0001 and 1753, and leaves the zone out of those:
 * everything before 1900 is undefined here. Milliseconds since 1970 UTC.
 */
export function parseWireTime(text: string | null | undefined): number | undefined {
  if (!text) return undefined;
  const hasZone = /(?:z|[+-]\d\d:\d\d)$/i.test(text);
  const time = Date.parse(hasZone ? text : `${text}Z`);
  return Number.isNaN(time) || time < YEAR_1900 ? undefined : time;
}

const YEAR_1900 = Date.UTC(1900, 0, 1);
