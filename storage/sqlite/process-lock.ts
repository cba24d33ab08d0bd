import Database from 'better-sqlite3';
import { ConfigError } from '../../bot/failback/ports/errors.ts';
import { isSqliteError } from './sqlite-errors.ts';

export interface ProcessLock {
  release(): void;
}

/**
 * Makes this the only process that writes a ledger. Throws `ConfigError` when there is another one.
 *
 * The lock is an exclusive transaction on a small database beside the ledger. The operating system drops it with the
 * process, however that ends. The ledger itself stays unlocked, so that it can be verified while the bot runs. The
 * small file is never removed: a process that is about to lock it would then lock a file that nobody else sees.
 */
export function takeProcessLock(path: string): ProcessLock {
  const db = new Database(`${path}.lock`, { timeout: 0 });
  try {
    db.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    db.close();
    if (!isSqliteError(error, 'SQLITE_BUSY')) throw error;
    throw new ConfigError(
      [
        `Another process already uses the ledger ${path}. Stop that one first, or give this one a ledger of its own.`,
      ],
      { cause: error },
    );
  }
  return {
    release() {
      db.close();
    },
  };
}
