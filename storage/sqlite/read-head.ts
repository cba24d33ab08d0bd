import type { LedgerHead } from '../../bot/failback/state/ledger.ts';
import { openLedgerReader } from './ledger-file.ts';
import { prepareStatements } from './ledger-statements.ts';
import { opening } from './sqlite-errors.ts';

/** The last entry of a ledger that another process may be writing. Throws `ConfigError` when the file is no ledger. */
export function readHead(path: string): LedgerHead | undefined {
  const db = openLedgerReader(path);
  try {
    return opening(path, () => prepareStatements(db).head.get());
  } finally {
    db.close();
  }
}
