import type { Words } from '../../chat/message/phrase.ts';
import type { Difference } from '../../failback/words/facts.ts';
import { subjectWords } from './subject-words.ts';

/** As much of a value as is shown. */
const MAX_VALUE = 80;

/** A difference as people read it. */
interface ShownDifference {
  readonly name: Words;
  readonly asked: Words;
  readonly now: Words;
}

/** Both sides of a difference in words. Of long values the place is shown where they begin to differ. */
export const differenceWords = ({ asked, now, ...about }: Difference): ShownDifference => ({
  name: subjectWords(about),
  asked: { differing: asked, from: now, max: MAX_VALUE },
  now: { differing: now, from: asked, max: MAX_VALUE },
});
