import type { Database } from 'better-sqlite3';
import { InputError } from '../../bot/chat/input-error.ts';
import { GENESIS } from '../chain/entry-hash.ts';
import type { ExportFormat } from '../export/export-format.ts';
import { openLedgerReader } from './ledger-file.ts';
import { prepareStatements } from './ledger-statements.ts';
import { type LinkedRow, readLinked } from './read-chain.ts';
import { unopened } from './sqlite-errors.ts';

/**
 * A ledger as text, line by line, with one unchanging view of the file and without holding it in memory. Give a stream
 * to have that one only. Throws `ConfigError` when the file is no ledger, `InputError` when it has no such stream.
 */
export function* exportLedger(
  path: string,
  format: ExportFormat,
  stream?: string,
): Generator<string, void, undefined> {
  const db = openLedgerReader(path);
  try {
    if (stream !== undefined) refuseUnknownStream(db, stream);
    if (format.header !== undefined) yield format.header + format.lineEnd;
    for (const row of readLinked(db, stream)) {
      yield format.write(toExported(row)) + format.lineEnd;
    }
  } catch (error) {
    throw unopened(path, error);
  } finally {
    db.close();
  }
}

function refuseUnknownStream(db: Database, stream: string): void {
  if (prepareStatements(db).revision.get(stream) !== 0) return;
  throw new InputError('unknownStream', `The ledger has no entries of ${stream}.`);
}

function toExported({ previous, event, ...row }: LinkedRow) {
  const before = previous ?? (row.sequence === 1 ? GENESIS : '');
  return { ...row, previous: before, event: event.toString('utf8') };
}
