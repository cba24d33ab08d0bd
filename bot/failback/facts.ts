/** One named fact that a person approves; all of them together are the question's digest. */
export interface Fact {
  readonly name: string;
  readonly value: string;
}

/** A fact that changed between the question and the call. */
export interface Difference {
  readonly name: string;
  readonly asked: string;
  readonly now: string;
}
