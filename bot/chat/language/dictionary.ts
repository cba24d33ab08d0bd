import type { Wording } from './languages.ts';

type Wordings = Readonly<Record<string, Wording>>;

/** The words of all that the domain says: whoever puts statements into a language is given them. */
export interface Dictionary {
  /** Of each code. */
  readonly codes: Wordings;
  /** Of the states that people meet, by the names that Azure and Hyper-V give them. */
  readonly states: Wordings;
  /** Of each stage of a failback. */
  readonly stages: Wordings;
  /** Of what checks, proofs and facts are about. */
  readonly names: Wordings;
}
