import type { Message } from './message/message.ts';
import { phrase } from './message/phrase.ts';
import { say } from './message/say.ts';

/** The answer to what the bot did not make, or no longer understands. `help` is typed as it stands here. */
export const notUsable = (help: string): Message =>
  say(
    phrase('This cannot be used: it is not from the bot, or it is too old. Type {help}.', {
      help: { verbatim: help },
    }),
  );
