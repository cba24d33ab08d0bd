import type { LedgerHead } from '../../bot/failback/ports/ledger.ts';
import { phrase, type Words } from '../../bot/failback/words.ts';

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
export function describeProblem(problem: ChainProblem): Words {
  switch (problem.kind) {
    case 'changed':
      return phrase(
        'Entry {sequence} was changed: its hash does not belong to its content and to the entry before it.',
        { sequence: problem.sequence },
      );
    case 'missing':
      return missing(problem.sequence, problem.next);
    case 'reordered':
      return phrase(
        'Entries were reordered: the entry that belongs at {sequence} stands at {foundAt}.',
        { sequence: problem.sequence, foundAt: problem.foundAt },
      );
    case 'notAnEvent':
      return phrase('Entry {sequence} can not be read: it is not a JSON event.', {
        sequence: problem.sequence,
      });
    case 'revision':
      return wrongRevision(problem);
    case 'truncated':
      return phrase(
        'The end was cut off: entry {known} is known to have existed, the last one in the file is {last}.',
        { known: problem.known, last: problem.last },
      );
    case 'rewritten':
      return phrase(
        'Entry {known} is not the entry that the known head was taken from: the entries up to it were rewritten.',
        { known: problem.known },
      );
    case 'register':
      return phrase('The list of failbacks does not agree with the entries about {failback}.', {
        failback: problem.failback,
      });
    case 'unreadableLine':
      return phrase('Line {line} of the export can not be read as an entry.', {
        line: problem.line,
      });
    case 'otherStream':
      return phrase('Entry {sequence} belongs to another stream: {stream}.', {
        sequence: problem.sequence,
        stream: problem.stream,
      });
    case 'damaged':
      return phrase('The file is damaged: {detail}', { detail: problem.detail });
  }
}

const wrongRevision = ({
  sequence,
  stream,
  expected,
  found,
}: Extract<ChainProblem, { kind: 'revision' }>): Words =>
  phrase(
    'Entry {sequence} breaks the numbering of {stream}: expected revision {expected}, found {found}.',
    { sequence, stream, expected, found },
  );

function missing(first: number, next: number): Words {
  const last = next - 1;
  return first === last
    ? phrase('Entry {first} was removed: the next entry in the file is {next}.', { first, next })
    : phrase('Entries {first} to {last} were removed: the next entry in the file is {next}.', {
        first,
        last,
        next,
      });
}
