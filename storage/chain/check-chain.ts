import type { LedgerHead } from '../../bot/failback/state/ledger.ts';
import { ChainCheck } from './chain-check.ts';
import type { ChainProblem, ChainVerification } from './chain-problem.ts';
import { type ChainRow, EMPTY, entryHash } from './entry-hash.ts';

/** A chain that can be walked from any place, as often as it takes. Entries come by ascending sequence. */
export type ChainSource = (fromSequence: number) => Iterable<ChainRow>;

export interface ChainChecking {
  /** A head that was written down earlier, where no one who can reach the chain can reach it. */
  readonly known?: LedgerHead | undefined;
  /** Looks at every entry that is sound so far; may find something of its own. */
  readonly alsoCheck?: (row: ChainRow) => ChainProblem | undefined;
}

/** Checks a whole chain, and says what is wrong at the first place where it is wrong. */
export function checkChain(source: ChainSource, checking: ChainChecking = {}): ChainVerification {
  const check = new ChainCheck(checking.known);
  for (const row of source(1)) {
    const before = check.head;
    const problem = check.next(row) ?? checking.alsoCheck?.(row);
    if (problem !== undefined) return failed(before, explain(problem, before, source));
  }
  const problem = check.end();
  if (problem !== undefined) return failed(check.head, problem);
  const { sequence } = check.head;
  return { intact: true, entries: sequence, head: sequence === 0 ? undefined : check.head };
}

function failed(head: LedgerHead, problem: ChainProblem): ChainVerification {
  return { intact: false, entries: head.sequence, problem };
}

/** An entry that looks changed may be a sound entry in the wrong place: the one that belongs here stands further on. */
function explain(problem: ChainProblem, head: LedgerHead, source: ChainSource): ChainProblem {
  if (problem.kind !== 'changed') return problem;
  const { sequence } = problem;
  for (const row of source(sequence + 1)) {
    if (entryHash(head.hash, { ...row, sequence }) === row.hash) {
      return { kind: 'reordered', sequence, foundAt: row.sequence };
    }
  }
  return problem;
}

/** The sequence and hash that a chain ends with, in the form in which people keep it. */
export function headText(head: LedgerHead | undefined): string {
  const { sequence, hash } = head ?? EMPTY;
  return `${sequence}:${hash}`;
}

/** Reads `sequence:hash`; undefined when it is not one. */
export function parseHead(text: string): LedgerHead | undefined {
  const match = /^(\d{1,15}):([0-9a-f]{64})$/i.exec(text.trim());
  if (match?.[1] === undefined || match[2] === undefined) return undefined;
  return { sequence: Number(match[1]), hash: match[2].toLowerCase() };
}
