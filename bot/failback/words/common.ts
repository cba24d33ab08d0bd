import type { NoFacts, Statement } from './statement.ts';

/** What many say. */
export interface CommonCodes {
  readonly quotedFrom: { readonly by: Statement; readonly text: string };
  readonly nothing: NoFacts;
  readonly notSaid: NoFacts;
  readonly more: { readonly count: number };
  readonly gigabytes: { readonly count: number };
  readonly none: NoFacts;
  readonly notKnownToAzure: NoFacts;
  readonly quotation: { readonly text: string };
  readonly namesAndMore: { readonly names: Statement; readonly count: number };
}
