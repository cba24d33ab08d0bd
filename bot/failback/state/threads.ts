import type { LedgerEntry } from './ledger.ts';

/** The stream in which the changes of a server's download threads stand. */
export const threadsStream = (host: string): string =>
  `HOST-${host.toLowerCase().replace(/[^a-z0-9.-]/g, '_')}`;

/** A change that has not been put back. Absent `before` means that the value did not exist. */
export interface OpenChange {
  readonly before?: number;
  /** When the first of them was made. */
  readonly at: number;
}

/** What is to be put back on a server; undefined when nothing is. Several changes go back to the first old value. */
export function openChange(entries: readonly LedgerEntry[]): OpenChange | undefined {
  let open: OpenChange | undefined;
  for (const { event, at } of entries) {
    if (event.type === 'threadsRestored') open = undefined;
    if (event.type === 'threadsIntended' && open === undefined) {
      open = { at, ...(event.before !== undefined && { before: event.before }) };
    }
  }
  return open;
}
