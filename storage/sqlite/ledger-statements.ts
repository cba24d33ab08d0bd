import type { Database } from 'better-sqlite3';
import type { LedgerHead } from '../../bot/failback/state/ledger.ts';

/** An entry as the table has it. */
export interface EntryRow {
  readonly sequence: number;
  readonly stream: string;
  readonly revision: number;
  readonly at: number;
  readonly event: string;
  readonly hash: string;
}

export type LedgerStatements = ReturnType<typeof prepareStatements>;

/** Everything that the ledger asks of its tables, prepared once. */
export function prepareStatements(db: Database) {
  return {
    head: db.prepare<[], LedgerHead>(
      'SELECT sequence, hash FROM entries ORDER BY sequence DESC LIMIT 1',
    ),
    revision: db
      .prepare<[string], number>('SELECT ifnull(max(revision), 0) FROM entries WHERE stream = ?')
      .pluck(),
    insert: db.prepare<[number, string, number, number, string, string]>(
      'INSERT INTO entries (sequence, stream, revision, at, event, hash) VALUES (?, ?, ?, ?, ?, ?)',
    ),
    read: db.prepare<[string], EntryRow>(
      'SELECT * FROM entries WHERE stream = ? ORDER BY revision',
    ),
    holder: db
      .prepare<[string], string>('SELECT failback FROM held_targets WHERE target = ?')
      .pluck(),
    hold: db.prepare<[string, string]>('INSERT INTO held_targets (target, failback) VALUES (?, ?)'),
    letGo: db.prepare<[string]>('DELETE FROM held_targets WHERE failback = ?'),
    take: db.prepare<{ failback: string; sequence: number; target: string }>(
      `INSERT INTO failbacks (failback, first_sequence, target)
       VALUES (:failback, :sequence, :target)
       ON CONFLICT (failback) DO UPDATE SET target = :target`,
    ),
    release: db.prepare<[string]>('UPDATE failbacks SET target = NULL WHERE failback = ?'),
    open: db
      .prepare<[], string>(
        'SELECT failback FROM failbacks WHERE target IS NOT NULL ORDER BY first_sequence',
      )
      .pluck(),
    // One step in an index for each failback, however long the chain is.
    recent: db
      .prepare<[number], string>(
        `SELECT failback FROM failbacks
         ORDER BY (SELECT sequence FROM entries WHERE stream = failback ORDER BY revision DESC LIMIT 1) DESC
         LIMIT ?`,
      )
      .pluck(),
    // How each failback began, the newest first. One step in an index for each of them, too.
    beginnings: db.prepare<[], EntryRow>(
      `SELECT entries.* FROM failbacks JOIN entries ON entries.sequence = first_sequence
       ORDER BY first_sequence DESC`,
    ),
  };
}
