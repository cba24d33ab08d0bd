import type { LedgerHead } from '../../bot/failback/ports/ledger.ts';

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
export type Verification =
  | { readonly intact: true; readonly entries: number; readonly head: LedgerHead | undefined }
  | { readonly intact: false; readonly entries: number; readonly problem: ChainProblem };

/** The problem in words for an auditor. */
export function describeProblem(problem: ChainProblem): string {
  switch (problem.kind) {
    case 'changed':
      return `Entry ${problem.sequence} was changed: its hash does not belong to its content and to the entry before it.`;
    case 'missing':
      return `${entriesBetween(problem.sequence, problem.next)} removed: the next entry in the file is ${problem.next}.`;
    case 'reordered':
      return `Entries were reordered: the entry that belongs at ${problem.sequence} stands at ${problem.foundAt}.`;
    case 'notAnEvent':
      return `Entry ${problem.sequence} can not be read: it is not a JSON event.`;
    case 'revision':
      return `Entry ${problem.sequence} breaks the numbering of ${problem.stream}: expected revision ${problem.expected}, found ${problem.found}.`;
    case 'truncated':
      return `The end was cut off: entry ${problem.known} is known to have existed, the last one in the file is ${problem.last}.`;
    case 'rewritten':
      return `Entry ${problem.known} is not the entry that the known head was taken from: the entries up to it were rewritten.`;
    case 'register':
      return `The list of failbacks does not agree with the entries about ${problem.failback}.`;
    case 'unreadableLine':
      return `Line ${problem.line} of the export can not be read as an entry.`;
    case 'otherStream':
      return `Entry ${problem.sequence} belongs to another stream: ${problem.stream}.`;
    case 'damaged':
      return `The file is damaged: ${problem.detail}`;
  }
}

function entriesBetween(first: number, next: number): string {
  const last = next - 1;
  return first === last ? `Entry ${first} was` : `Entries ${first} to ${last} were`;
}
