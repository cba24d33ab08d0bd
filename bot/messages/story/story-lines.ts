import { plainLine, type SpokenLine } from '../../chat/message/message.ts';

/** What is told in one message below the board, when there is something to catch up on: more would be cut by the chat. */
const LINES_PER_MESSAGE = 20;
const CHARACTERS_PER_MESSAGE = 2_500;

/** As many lines as go into one message, and what they were made of. */
export interface Told<T> {
  readonly lines: readonly SpokenLine[];
  readonly told: readonly T[];
}

/** Tells from the beginning, as far as one message goes. What has no line is told by saying nothing. */
export function tellNext<T>(
  all: readonly T[],
  lineOf: (one: T) => SpokenLine | undefined,
): Told<T> {
  const lines: SpokenLine[] = [];
  let length = 0;
  for (const [index, one] of all.entries()) {
    const line = lineOf(one);
    length += line === undefined ? 0 : plainLine(line, String).length;
    if (lines.length === LINES_PER_MESSAGE || (lines.length > 0 && length > CHARACTERS_PER_MESSAGE))
      return { lines, told: all.slice(0, index) };
    if (line !== undefined) lines.push(line);
  }
  return { lines, told: all };
}
