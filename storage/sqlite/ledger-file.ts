import { closeSync, existsSync, openSync, realpathSync } from 'node:fs';
import Database from 'better-sqlite3';
import { ConfigError } from '../../bot/failback/ports/errors.ts';
import { migrate, readVersion } from './migrations.ts';
import { takeProcessLock } from './process-lock.ts';
import { opening } from './sqlite-errors.ts';

/** A ledger that is open for writing, by this process alone. */
export interface LedgerFile {
  readonly path: string;
  readonly db: Database.Database;
  /** Closing twice is the same as closing once. */
  close(): void;
}

/** How long to wait for somebody who writes with another program. The event loop stands still meanwhile. */
const BUSY_TIMEOUT_MS = 250;

/** Only the owner reads the ledger: it names people and machines. SQLite gives the files beside it the same mode. */
const OWNER_ONLY = 0o600;

/**
 * Opens a ledger for writing, and creates or migrates it where needed.
 * Throws `ConfigError` when another process has it, when a newer version wrote it, or when it is no ledger.
 */
export function openLedgerFile(path: string): LedgerFile {
  return opening(path, () => {
    closeSync(openSync(path, 'a', OWNER_ONLY));
    // Two names of one file must meet in one lock.
    const lock = takeProcessLock(realpathSync(path));
    try {
      const db = openForWriting(path);
      return { path, db, close: () => closeBoth(db, lock) };
    } catch (error) {
      lock.release();
      throw error;
    }
  });
}

/** Opens a ledger for reading beside a process that writes it. Throws `ConfigError` when it is no ledger. */
export function openLedgerReader(path: string): Database.Database {
  if (!existsSync(path)) throw new ConfigError([`There is no ledger at ${path}.`]);
  return opening(path, () => {
    const db = new Database(path, { readonly: true, fileMustExist: true });
    try {
      readVersion(db, path);
      return db;
    } catch (error) {
      db.close();
      throw error;
    }
  });
}

function openForWriting(path: string): Database.Database {
  const db = new Database(path, { timeout: BUSY_TIMEOUT_MS });
  try {
    migrate(db, path);
    const mode = db.pragma('journal_mode = WAL', { simple: true });
    if (mode !== 'wal') throw new ConfigError([noWriteAheadLog(path)]);
    // An append that was answered must survive a power cut: https://sqlite.org/pragma.html#pragma_synchronous
    db.pragma('synchronous = FULL');
    // Only macOS needs it, and nothing else minds: https://sqlite.org/pragma.html#pragma_fullfsync
    db.pragma('fullfsync = ON');
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

function closeBoth(db: Database.Database, lock: { release(): void }): void {
  try {
    db.close();
  } finally {
    lock.release();
  }
}

function noWriteAheadLog(path: string): string {
  return `The file system of the ledger ${path} does not offer what a safe write needs. Put the ledger on a local disk.`;
}
