import type { Speaker } from './language/speaker.ts';
import { type Line, plainLine } from './message/message.ts';

interface Room {
  readonly lines: number;
  readonly characters: number;
}

/** What one message holds: more would be cut by the chat, at the end, where the news is. */
const ROOM: Room = { lines: 40, characters: 5_000 };

/** As many of the newest lines as fit into one message. */
export function newestLines(
  lines: readonly Line[],
  speaker: Speaker,
  room: Room = ROOM,
): readonly Line[] {
  let length = 0;
  const older = lines.findLastIndex((line, index) => {
    length += plainLine(speaker.line(line), String).length;
    return length > room.characters || lines.length - index > room.lines;
  });
  return lines.slice(older + 1);
}
