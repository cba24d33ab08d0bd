import type { Database } from 'better-sqlite3';
import type { ChainRow } from '../chain/entry-hash.ts';

/** An entry with the hash it builds on, so that it can be checked without the entry before it. */
export interface LinkedRow extends ChainRow {
  readonly event: Buffer;
  /** Null when the entry before it is not there. */
  readonly previous: string | null;
}

// The event as bytes: as text, two different runs of invalid bytes would read the same.
const COLUMNS = 'e.sequence, e.stream, e.revision, e.at, e.hash, CAST(e.event AS BLOB) AS event';

/** The entries from a place on, in order, one at a time. */
export function readChain(db: Database, fromSequence: number): Iterable<ChainRow> {
  const select = db.prepare<[number], ChainRow>(
    `SELECT ${COLUMNS} FROM entries e WHERE e.sequence >= ? ORDER BY e.sequence`,
  );
  return select.iterate(fromSequence);
}

/** All entries, or those of one stream, in order, one at a time, each with the hash before it. */
export function readLinked(db: Database, stream?: string): Iterable<LinkedRow> {
  const select = db.prepare<{ stream: string | null }, LinkedRow>(
    `SELECT ${COLUMNS}, p.hash AS previous
     FROM entries e LEFT JOIN entries p ON p.sequence = e.sequence - 1
     WHERE :stream IS NULL OR e.stream = :stream
     ORDER BY e.sequence`,
  );
  return select.iterate({ stream: stream ?? null });
}
