/** What a gate is about, in words: the person who decides reads nothing else. */
export interface GateWords {
  readonly title: string;
  readonly calls: string;
  readonly goesDown: string;
  readonly irreversible: string;
  /** What has to be typed to approve, where a yes is not enough. */
  readonly challenge?: string;
  /** What a person has to do before approving. */
  readonly instructions?: string;
}
