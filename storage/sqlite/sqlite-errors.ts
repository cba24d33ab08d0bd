import Database from 'better-sqlite3';
import { ConfigError, FailbackError, UpstreamError } from '../../bot/failback/errors.ts';

/** Whether SQLite gave this result, in its plain or in one of its extended forms. https://sqlite.org/rescode.html */
export function isSqliteError(error: unknown, ...results: readonly string[]): boolean {
  if (!(error instanceof Database.SqliteError)) return false;
  return results.some((result) => error.code === result || error.code.startsWith(`${result}_`));
}

/** Runs what opens a file. What SQLite says against it is a problem of the settings. */
export function opening<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof FailbackError) throw error;
    throw new ConfigError([openingProblem(path, error)], { cause: error });
  }
}

/** Runs what reads or writes an open ledger. What SQLite says against it becomes an `UpstreamError`. */
export function using<T>(operation: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof Database.SqliteError)) throw error;
    throw unavailable(operation, error);
  }
}

function unavailable(operation: string, error: Error): UpstreamError {
  const retryable = isSqliteError(error, 'SQLITE_BUSY', 'SQLITE_FULL');
  const facts = { service: 'ledger', operation, retryable };
  return new UpstreamError('ledgerUnavailable', usingProblem(error), facts, { cause: error });
}

function openingProblem(path: string, error: unknown): string {
  if (isSqliteError(error, 'SQLITE_NOTADB')) {
    return `${path} is not a ledger of Failback. Point the settings to another file.`;
  }
  if (isSqliteError(error, 'SQLITE_CORRUPT')) {
    return `The ledger ${path} is damaged. Keep the file as it is, and restore a backup beside it.`;
  }
  const reason = error instanceof Error ? error.message : String(error);
  return `The ledger ${path} can not be opened: ${reason}. Check that its folder exists and may be written.`;
}

function usingProblem(error: unknown): string {
  if (isSqliteError(error, 'SQLITE_FULL')) {
    return 'The disk of the ledger is full, so nothing was recorded and nothing was done. Free some space, then repeat this.';
  }
  if (isSqliteError(error, 'SQLITE_BUSY')) {
    return 'Another program is writing to the ledger, so nothing was recorded and nothing was done. Repeat this in a minute.';
  }
  return 'The ledger can not be used, so nothing was recorded and nothing was done. Look at the log of the bot.';
}
