import type { Speaker } from './language/speaker.ts';
import { type Line, plainLine } from './message.ts';

/** What one message holds: more would be cut by the chat, at the end, where the news is. */
const MAX_LINES = 40;
const MAX_CHARACTERS = 5_000;

/** As many of the newest lines as fit into one message. */
export function newestLines(lines: readonly Line[], speaker: Speaker): readonly Line[] {
  let length = 0;
  const older = lines.findLastIndex((line, index) => {
    length += plainLine(speaker.line(line), String).length;
    return length > MAX_CHARACTERS || lines.length - index > MAX_LINES;
  });
  return lines.slice(older + 1);
}
