import type { Statement } from './words/statement.ts';
/** One named fact that a person approves; all of them together are the question's digest. */
export interface Fact {
  readonly name: string;
  readonly value: string;
}

/** What was seen when the bot stopped. */
export interface Evidence {
  readonly name: string;
  readonly value: Statement;
}

/** A fact that changed between the question and the call. */
export interface Difference {
  readonly name: string;
  readonly asked: string;
  readonly now: string;
}
