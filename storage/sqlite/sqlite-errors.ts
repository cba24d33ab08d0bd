import Database from 'better-sqlite3';
import { ConfigError, UpstreamError } from '../../bot/failback/ports/errors.ts';
import { coded } from '../../bot/failback/words/coded.ts';
import type { Statement } from '../../bot/failback/words/statement.ts';

/** Whether SQLite gave this result, in its plain or in one of its extended forms. https://sqlite.org/rescode.html */
export function isSqliteError(error: unknown, ...results: readonly string[]): boolean {
  if (!(error instanceof Database.SqliteError)) return false;
  return results.some((result) => error.code === result || error.code.startsWith(`${result}_`));
}

/** What SQLite says of a file with broken pages, with missing tables, or on a failing disk. */
export function isDamage(error: unknown): boolean {
  return isSqliteError(error, 'SQLITE_CORRUPT', 'SQLITE_NOTADB', 'SQLITE_ERROR', 'SQLITE_IOERR');
}

/** Runs what opens a file, or reads it as a whole. What SQLite or the file system says against it is a `ConfigError`. */
export function opening<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw unopened(path, error);
  }
}

/** A `ConfigError` in place of what SQLite or the file system said; any other error as it is. */
export function unopened(path: string, error: unknown): unknown {
  const isOutside = error instanceof Database.SqliteError || isSystemError(error);
  return isOutside ? new ConfigError([openingProblem(path, error)], { cause: error }) : error;
}

function isSystemError(error: unknown): error is Error {
  return error instanceof Error && 'syscall' in error;
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

function openingProblem(path: string, error: Error): string {
  if (isSqliteError(error, 'SQLITE_NOTADB')) {
    return `${path} is not a ledger of Failback. Point the settings to another file.`;
  }
  if (isDamage(error)) {
    return `The ledger ${path} is damaged: ${error.message}. Keep the file as it is, and restore a backup beside it.`;
  }
  return `The ledger ${path} can not be opened: ${error.message}. Check that its folder exists and may be written.`;
}

function usingProblem(error: unknown): Statement {
  if (isSqliteError(error, 'SQLITE_FULL')) {
    return coded('ledgerDiskFull');
  }
  if (isSqliteError(error, 'SQLITE_BUSY')) {
    return coded('ledgerLocked');
  }
  return coded('ledgerUnusable');
}
