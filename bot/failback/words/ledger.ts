import type { NoFacts } from './statement.ts';

/** What can be wrong with a ledger. */
export interface LedgerCodes {
  readonly entryChanged: { readonly sequence: number };
  readonly entriesReordered: { readonly sequence: number; readonly foundAt: number };
  readonly entryNotJson: { readonly sequence: number };
  readonly endCutOff: { readonly known: number; readonly last: number };
  readonly entriesRewritten: { readonly known: number };
  readonly listDisagrees: { readonly failback: string };
  readonly exportLineUnreadable: { readonly line: number };
  readonly entryOfOtherStream: { readonly sequence: number; readonly stream: string };
  readonly fileDamaged: { readonly detail: string };
  readonly numberingBroken: {
    readonly sequence: number;
    readonly stream: string;
    readonly expected: number;
    readonly found: number;
  };
  readonly entryRemoved: { readonly first: number; readonly next: number };
  readonly entriesRemoved: { readonly first: number; readonly last: number; readonly next: number };
  readonly ledgerDiskFull: NoFacts;
  readonly ledgerLocked: NoFacts;
  readonly ledgerUnusable: NoFacts;
  readonly ledgerEntryUnreadable: { readonly sequence: number };
}
