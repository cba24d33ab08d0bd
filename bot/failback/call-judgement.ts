import type { Statement } from './words/statement.ts';
/** What became of a call that may or may not have been taken. */
export type CallJudgement =
  | { readonly verdict: 'taken'; readonly jobId?: string; readonly evidence: Statement }
  | { readonly verdict: 'notTaken'; readonly evidence: Statement }
  /** Too early to say. */
  | { readonly verdict: 'lookAgain' }
  /** A person has to say. */
  | { readonly verdict: 'unclear'; readonly evidence: Statement; readonly jobId?: string };
