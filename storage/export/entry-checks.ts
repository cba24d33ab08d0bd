import type { LedgerHead } from '../../bot/failback/state/ledger.ts';
import { ChainCheck, checkContent, RevisionCheck } from '../chain/chain-check.ts';
import type { ChainProblem } from '../chain/chain-problem.ts';
import { GENESIS } from '../chain/entry-hash.ts';
import type { ExportedEntry } from './export-format.ts';

/** Looks at exported entries one after the other. */
export interface EntryCheck {
  readonly head: LedgerHead | undefined;
  next(entry: ExportedEntry): ChainProblem | undefined;
  end(): ChainProblem | undefined;
}

/** Checks an export of the whole chain. */
export class FullCheck implements EntryCheck {
  private readonly chain: ChainCheck;

  constructor(known: LedgerHead | undefined) {
    this.chain = new ChainCheck(known);
  }

  get head(): LedgerHead | undefined {
    const { head } = this.chain;
    return head.sequence === 0 ? undefined : head;
  }

  next(entry: ExportedEntry): ChainProblem | undefined {
    const { hash } = this.chain.head;
    const problem = this.chain.next(entry);
    if (problem !== undefined || entry.previous === hash) return problem;
    return { kind: 'changed', sequence: entry.sequence };
  }

  end(): ChainProblem | undefined {
    return this.chain.end();
  }
}

/** Checks an export of one stream, every entry by the hash that it carries of the entry before it. */
export class StreamCheck implements EntryCheck {
  private readonly stream: string;
  private readonly revisions = new RevisionCheck();
  private last = { sequence: 0, hash: GENESIS };

  constructor(stream: string) {
    this.stream = stream;
  }

  get head(): LedgerHead | undefined {
    return this.last.sequence === 0 ? undefined : this.last;
  }

  next(entry: ExportedEntry): ChainProblem | undefined {
    const { sequence, hash, previous, stream } = entry;
    if (stream !== this.stream) return { kind: 'otherStream', sequence, stream };
    const problem = checkContent(entry, previous) ?? this.revisions.next(entry);
    if (problem !== undefined) return problem;
    const follows = sequence === this.last.sequence + 1;
    if (sequence <= this.last.sequence || (follows && previous !== this.last.hash)) {
      return { kind: 'changed', sequence };
    }
    this.last = { sequence, hash };
    return undefined;
  }

  end(): undefined {
    return undefined;
  }
}
