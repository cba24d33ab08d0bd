import type { Command } from '../bot/chat/command.ts';
import { markPart } from '../bot/chat/do-not-start.ts';
import type { Speaker } from '../bot/chat/language/speaker.ts';
import { type Line, plainLine } from '../bot/chat/message.ts';
import { pickToShow } from '../bot/chat/pick-failback.ts';
import { compose, list, note, title } from '../bot/chat/say.ts';
import { shownName } from '../bot/chat/shorten.ts';
import { phrase } from '../bot/failback/words.ts';
import { describeEntry } from '../bot/publisher/describe-event.ts';

/** What one message holds: more would be cut by the chat, at the end, where the news is. */
const MAX_LINES = 40;
const MAX_CHARACTERS = 5_000;

export const timeline: Command = {
  name: 'timeline',
  usage: phrase('[FB-… or VM]'),
  summary: phrase('What happened in a failback, in order.'),
  role: 'viewer',
  acts: false,

  async run(request, desk) {
    const failback = await pickToShow(request, desk);
    const { id, target } = failback;
    const entries = await desk.ledger.read(id);
    const told = entries
      .map((entry) => describeEntry(entry, desk.directory))
      .filter((line) => line !== undefined);
    const shown = newest(told, request.speaker);
    const left = told.length - shown.length;
    return compose(
      title(
        phrase('{id}: {vm}, {count, plural, one {# event} other {# events}}', {
          id,
          vm: shownName(target.name),
          count: told.length,
        }),
      ),
      markPart(failback),
      list(shown),
      note(
        left > 0
          ? phrase(
              '{count} earlier ones are not shown. Everything: failback audit export --format jsonl --stream {id}',
              { count: left, id },
            )
          : phrase('Everything: failback audit export --format jsonl --stream {id}', { id }),
      ),
    );
  },
};

function newest(lines: readonly Line[], speaker: Speaker): readonly Line[] {
  let length = 0;
  const older = lines.findLastIndex((line, index) => {
    length += plainLine(speaker.line(line), String).length;
    return length > MAX_CHARACTERS || lines.length - index > MAX_LINES;
  });
  return lines.slice(older + 1);
}
