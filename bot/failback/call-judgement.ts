/** What became of a call that may or may not have been taken. */
export type CallJudgement =
  | { readonly verdict: 'taken'; readonly jobId?: string; readonly evidence: string }
  | { readonly verdict: 'notTaken'; readonly evidence: string }
  /** Too early to say. */
  | { readonly verdict: 'lookAgain' }
  /** A person has to say. */
  | { readonly verdict: 'unclear'; readonly evidence: string; readonly jobId?: string };
