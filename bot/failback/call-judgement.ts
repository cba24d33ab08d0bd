import type { Words } from './words.ts';
/** What became of a call that may or may not have been taken. */
export type CallJudgement =
  | { readonly verdict: 'taken'; readonly jobId?: string; readonly evidence: Words }
  | { readonly verdict: 'notTaken'; readonly evidence: Words }
  /** Too early to say. */
  | { readonly verdict: 'lookAgain' }
  /** A person has to say. */
  | { readonly verdict: 'unclear'; readonly evidence: Words; readonly jobId?: string };
