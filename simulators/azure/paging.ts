import type { ArmAnswer } from './wire/arm-messages.ts';

/** One page of a list with the link to the next one, which keeps the query as it was. */
export function pageAnswer<T>(
  url: URL,
  all: readonly T[],
  pageSize: number,
  wire: (entry: T) => unknown,
): ArmAnswer {
  const from = Number(url.searchParams.get('skipToken') ?? 0);
  const next = from + pageSize;
  const value = all.slice(from, next).map(wire);
  return { status: 200, body: { value, nextLink: next < all.length ? linkTo(url, next) : null } };
}

function linkTo(url: URL, from: number): string {
  const link = new URL(url);
  link.searchParams.set('skipToken', String(from));
  return link.toString();
}
