import type { FailbackEvent } from '../../bot/failback/state/events.ts';
import type { LedgerHead } from '../../bot/failback/state/ledger.ts';
import type { ChainProblem } from './chain-problem.ts';
import { type ChainRow, EMPTY, entryHash } from './entry-hash.ts';

/** Checks a chain entry by entry, from the first one. Remembers one number per stream, not the entries. */
export class ChainCheck {
  private readonly revisions = new RevisionCheck();
  private readonly known: LedgerHead | undefined;
  private last = EMPTY;

  constructor(known?: LedgerHead) {
    this.known = known;
  }

  /** The last sound entry; sequence 0 before the first one. */
  get head(): LedgerHead {
    return this.last;
  }

  /** What is wrong with the next entry. After a problem there is no way on. */
  next(row: ChainRow): ChainProblem | undefined {
    const problem =
      this.checkPlace(row) ??
      checkContent(row, this.last.hash) ??
      this.revisions.next(row) ??
      this.checkKnown(row);
    if (problem === undefined) this.last = { sequence: row.sequence, hash: row.hash };
    return problem;
  }

  /** What is wrong with there being no further entry. */
  end(): ChainProblem | undefined {
    const { known, last } = this;
    if (known === undefined || known.sequence <= last.sequence) return undefined;
    return { kind: 'truncated', known: known.sequence, last: last.sequence };
  }

  private checkPlace(row: ChainRow): ChainProblem | undefined {
    const sequence = this.last.sequence + 1;
    if (row.sequence === sequence) return undefined;
    if (row.sequence > sequence) return { kind: 'missing', sequence, next: row.sequence };
    return { kind: 'reordered', sequence: row.sequence, foundAt: sequence };
  }

  private checkKnown(row: ChainRow): ChainProblem | undefined {
    if (this.known?.sequence !== row.sequence || this.known.hash === row.hash) return undefined;
    return { kind: 'rewritten', known: row.sequence };
  }
}

/** Whether an entry is what its hash says, given the hash of the entry before it. */
export function checkContent(row: ChainRow, previous: string): ChainProblem | undefined {
  if (readEvent(row.event) === undefined) return { kind: 'notAnEvent', sequence: row.sequence };
  if (entryHash(previous, row) !== row.hash) return { kind: 'changed', sequence: row.sequence };
  return undefined;
}

/** Whether every stream counts 1, 2, 3… */
export class RevisionCheck {
  private readonly last = new Map<string, number>();

  next({ sequence, stream, revision }: ChainRow): ChainProblem | undefined {
    const expected = (this.last.get(stream) ?? 0) + 1;
    if (revision !== expected) {
      return { kind: 'revision', sequence, stream, expected, found: revision };
    }
    this.last.set(stream, revision);
    return undefined;
  }
}

/** The event that a text stands for; undefined when it is none. */
export function readEvent(text: string | Uint8Array): FailbackEvent | undefined {
  try {
    const value: unknown = JSON.parse(typeof text === 'string' ? text : decoder.decode(text));
    return hasType(value) ? (value as FailbackEvent) : undefined;
  } catch (error) {
    // Anything else than what `JSON.parse` and the decoder say about bad text is a mistake of ours.
    if (error instanceof SyntaxError || error instanceof TypeError) return undefined;
    throw error;
  }
}

const decoder = new TextDecoder('utf-8', { fatal: true });

function hasType(value: unknown): boolean {
  return (
    typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string'
  );
}
