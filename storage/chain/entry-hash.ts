import { createHash } from 'node:crypto';
import type { LedgerHead } from '../../bot/failback/state/ledger.ts';

/** What the hash of an entry covers, beside the hash of the entry before it. */
export interface HashedFields {
  readonly sequence: number;
  readonly stream: string;
  readonly revision: number;
  readonly at: number;
  /** The event's JSON text exactly as it is stored, or the bytes of it. */
  readonly event: string | Uint8Array;
}

/** An entry as it is stored. */
export interface ChainRow extends HashedFields {
  readonly hash: string;
}

/** Stands in for the hash before the first entry. */
export const GENESIS = '0'.repeat(64);

/** The end of a chain that has no entries. */
export const EMPTY: LedgerHead = { sequence: 0, hash: GENESIS };

/**
 * SHA-256, in lower-case hex, of seven parts with a line feed between them, in UTF-8:
 * `failback-ledger-1`, the hash before, sequence, revision, at (all decimal), the stream as a JSON string, the event.
 * No part before the last can contain a line feed, so two different entries never yield the same bytes.
 */
export function entryHash(previous: string, fields: HashedFields): string {
  const { sequence, revision, at, stream, event } = fields;
  return createHash('sha256')
    .update(`failback-ledger-1\n${previous}\n${sequence}\n${revision}\n${at}\n`)
    .update(`${JSON.stringify(stream)}\n`)
    .update(event)
    .digest('hex');
}
