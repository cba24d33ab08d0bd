interface Headers {
  get(name: string): string | undefined;
}

/** The wait that an answer asks for: `Retry-After` in seconds or as an HTTP date. Milliseconds, never negative. */
export function retryAfterMs(headers: Headers, now: number): number | undefined {
  const value = headers.get('retry-after')?.trim();
  if (!value) return undefined;
  if (/^\d+$/.test(value)) return Number(value) * 1_000;
  const date = Date.parse(value);
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}
