import type { Database } from 'better-sqlite3';
import type { LedgerHead } from '../../../bot/failback/state/ledger.ts';
import { readEvent } from '../../chain/chain-check.ts';
import type { ChainProblem, ChainVerification } from '../../chain/chain-problem.ts';
import { checkChain } from '../../chain/check-chain.ts';
import type { ChainRow } from '../../chain/entry-hash.ts';
import { FailbackRegister } from '../../chain/failback-register.ts';
import { openLedgerReader } from '../ledger-file.ts';
import { readChain } from '../read-chain.ts';
import { isDamage, unopened } from '../sqlite-errors.ts';

/**
 * Checks a ledger with a connection of its own, on one unchanging view of the file. Takes seconds for a long ledger
 * and does not yield: on the event loop use `verifyLedger`. Throws `ConfigError` when the file is no ledger.
 */
export function verifyFile(path: string, known?: LedgerHead): ChainVerification {
  const db = openLedgerReader(path);
  try {
    db.exec('BEGIN');
    return verifyView(db, known);
  } catch (error) {
    if (!isDamage(error)) throw unopened(path, error);
    const detail = error instanceof Error ? error.message : String(error);
    return { intact: false, entries: 0, problem: { kind: 'damaged', detail } };
  } finally {
    db.close();
  }
}

function verifyView(db: Database, known: LedgerHead | undefined): ChainVerification {
  const register = new FailbackRegister();
  const verification = checkChain((from) => readChain(db, from), {
    known,
    alsoCheck: (row) => registerRow(register, row),
  });
  if (!verification.intact) return verification;
  const problem =
    compareRegisters(register.all(), readRegister(db)) ??
    compareHeld(register.held(), readHeld(db));
  return problem ? { intact: false, entries: verification.entries, problem } : verification;
}

function registerRow(register: FailbackRegister, row: ChainRow): ChainProblem | undefined {
  const event = readEvent(row.event);
  try {
    if (event !== undefined) register.apply({ ...row, event });
    return undefined;
  } catch (error) {
    // JSON with a known type whose other parts are not what that type has.
    if (error instanceof TypeError) return { kind: 'notAnEvent', sequence: row.sequence };
    throw error;
  }
}

/** What the file keeps of a failback beside its entries. */
interface StoredFailback {
  readonly failback: string;
  readonly firstSequence: number;
  readonly target: string | null;
}

function readRegister(db: Database): readonly StoredFailback[] {
  const select = db.prepare<[], StoredFailback>(
    'SELECT failback, first_sequence AS firstSequence, target FROM failbacks',
  );
  return select.all();
}

function compareRegisters(
  derived: readonly StoredFailback[],
  stored: readonly StoredFailback[],
): ChainProblem | undefined {
  const unmatched = new Map(stored.map((row) => [row.failback, row]));
  for (const row of derived) {
    if (!isSame(row, unmatched.get(row.failback))) return registerProblem(row);
    unmatched.delete(row.failback);
  }
  const [surplus] = unmatched.values();
  return surplus && registerProblem(surplus);
}

function readHeld(db: Database): ReadonlyMap<string, string> {
  const select = db.prepare<[], { target: string; failback: string }>(
    'SELECT target, failback FROM held_targets',
  );
  return new Map(select.all().map(({ target, failback }) => [target, failback]));
}

/** What is held by another one than the chain says, or by nobody. */
function compareHeld(
  derived: ReadonlyMap<string, string>,
  stored: ReadonlyMap<string, string>,
): ChainProblem | undefined {
  for (const target of [...derived.keys(), ...stored.keys()]) {
    const failback = derived.get(target);
    if (failback !== stored.get(target))
      return { kind: 'register', failback: failback ?? stored.get(target) ?? '' };
  }
  return undefined;
}

function isSame(a: StoredFailback, b: StoredFailback | undefined): boolean {
  return a.firstSequence === b?.firstSequence && a.target === b.target;
}

function registerProblem({ failback }: StoredFailback): ChainProblem {
  return { kind: 'register', failback };
}
