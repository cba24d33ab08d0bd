import type { Words } from '../../chat/message/phrase.ts';

/** What a gate is about, in words: the person who decides reads nothing else. */
export interface GateWords {
  readonly title: Words;
  readonly calls: Words;
  readonly goesDown: Words;
  readonly irreversible: Words;
  /** What has to be typed to approve, where a yes is not enough. */
  readonly challenge?: Words;
  /** What a person has to do before approving. */
  readonly instructions?: Words;
}
