import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { pino } from 'pino';
import { openLedgerFile } from '../../storage/sqlite/ledger-file.ts';
import { SqliteLedger } from '../../storage/sqlite/sqlite-ledger.ts';

export const silent = pino({ level: 'silent' });

/** A folder for one ledger, gone after `remove`. */
export async function makePlace(): Promise<{
  folder: string;
  path: string;
  remove(): Promise<void>;
}> {
  const folder = await mkdtemp(join(tmpdir(), 'failback-ledger-'));
  const remove = () => rm(folder, { recursive: true, force: true });
  return { folder, path: join(folder, 'failback.db'), remove };
}

export function openLedger(path: string): SqliteLedger {
  return new SqliteLedger(openLedgerFile(path), silent);
}

/** Does what somebody with the file and a tool for SQLite can do. The guards of the table are taken away first. */
export function tamper(path: string, change: (db: Database.Database) => void): void {
  const db = new Database(path);
  try {
    const triggers = db
      .prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'trigger'")
      .pluck();
    for (const name of triggers.all()) db.exec(`DROP TRIGGER ${name}`);
    change(db);
  } finally {
    db.close();
  }
}
