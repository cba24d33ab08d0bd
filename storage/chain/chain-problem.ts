import type { LedgerHead } from '../../bot/failback/state/ledger.ts';
import { coded } from '../../bot/failback/words/coded.ts';
import type { Statement } from '../../bot/failback/words/statement.ts';

/** What is wrong with a chain, at the first place where it is wrong. */
export type ChainProblem =
  /** The hash does not belong to what stands there. */
  | { readonly kind: 'changed'; readonly sequence: number }
  /** No entry stands at `sequence`; the next one that does is `next`. */
  | { readonly kind: 'missing'; readonly sequence: number; readonly next: number }
  /** The entry that belongs at `sequence` stands at `foundAt`. */
  | { readonly kind: 'reordered'; readonly sequence: number; readonly foundAt: number }
  | { readonly kind: 'notAnEvent'; readonly sequence: number }
  /** The entry is not the next one of its stream. */
  | {
      readonly kind: 'revision';
      readonly sequence: number;
      readonly stream: string;
      readonly expected: number;
      readonly found: number;
    }
  /** The chain ends before the entry that is known to have been in it. */
  | { readonly kind: 'truncated'; readonly known: number; readonly last: number }
  /** The chain is sound in itself, but it is not the one that the known head was taken from. */
  | { readonly kind: 'rewritten'; readonly known: number }
  /** What is derived from the chain says something else than the chain. */
  | { readonly kind: 'register'; readonly failback: string }
  /** A line of an export that is no entry. */
  | { readonly kind: 'unreadableLine'; readonly line: number }
  /** An export of one stream has an entry of another one. */
  | { readonly kind: 'otherStream'; readonly sequence: number; readonly stream: string }
  /** The file itself is damaged. */
  | { readonly kind: 'damaged'; readonly detail: string };

/** What was found. `entries` counts the sound entries from the beginning. */
export type ChainVerification =
  | { readonly intact: true; readonly entries: number; readonly head: LedgerHead | undefined }
  | { readonly intact: false; readonly entries: number; readonly problem: ChainProblem };

/** The problem in words for an auditor. */
export function describeProblem(problem: ChainProblem): Statement {
  switch (problem.kind) {
    case 'changed':
      return coded('entryChanged', { sequence: problem.sequence });
    case 'missing':
      return missing(problem.sequence, problem.next);
    case 'reordered':
      return coded('entriesReordered', { sequence: problem.sequence, foundAt: problem.foundAt });
    case 'notAnEvent':
      return coded('entryNotJson', { sequence: problem.sequence });
    case 'revision':
      return wrongRevision(problem);
    case 'truncated':
      return coded('endCutOff', { known: problem.known, last: problem.last });
    case 'rewritten':
      return coded('entriesRewritten', { known: problem.known });
    case 'register':
      return coded('listDisagrees', { failback: problem.failback });
    case 'unreadableLine':
      return coded('exportLineUnreadable', { line: problem.line });
    case 'otherStream':
      return coded('entryOfOtherStream', { sequence: problem.sequence, stream: problem.stream });
    case 'damaged':
      return coded('fileDamaged', { detail: problem.detail });
  }
}

const wrongRevision = ({
  sequence,
  stream,
  expected,
  found,
}: Extract<ChainProblem, { kind: 'revision' }>): Statement =>
  coded('numberingBroken', { sequence, stream, expected, found });

function missing(first: number, next: number): Statement {
  const last = next - 1;
  return first === last
    ? coded('entryRemoved', { first, next })
    : coded('entriesRemoved', { first, last, next });
}
