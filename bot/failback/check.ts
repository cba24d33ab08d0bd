/** One thing that was looked at before a failback. */
export interface Check {
  readonly name: string;
  readonly outcome: 'ok' | 'warning' | 'blocked' | 'notChecked';
  /** What was found and, where it is not ok, what to do; in words for people. */
  readonly finding: string;
}
