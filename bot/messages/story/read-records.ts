import type { Ledger, LedgerEntry } from '../../failback/state/ledger.ts';
import { membersOf, type Run } from '../../failback/state/run.ts';

/** The record of each failback of a run, by its id. */
export async function readRecords(
  run: Run,
  ledger: Ledger,
): Promise<ReadonlyMap<string, readonly LedgerEntry[]>> {
  const records = await Promise.all(
    membersOf(run).map(async ({ id }) => [id, await ledger.read(id)] as const),
  );
  return new Map(records);
}
