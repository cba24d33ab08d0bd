import type { Directory } from '../../access/directory.ts';
import { type Phrase, phrase } from '../../chat/message/phrase.ts';
import type { Vote } from '../../failback/state/failback.ts';

/** Who has approved an open question, and when. */
export const voteWords = ({ by, at }: Vote, directory: Directory): Phrase =>
  phrase('{name} approved, {time}', {
    name: directory.nameOf(by.person ?? by.userId),
    time: { time: at },
  });
