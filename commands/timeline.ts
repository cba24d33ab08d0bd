import type { Command } from '../bot/chat/command.ts';
import { phrase } from '../bot/chat/message/phrase.ts';
import { bulletList, compose, note, title } from '../bot/chat/message/say.ts';
import { shownName } from '../bot/chat/message/shorten.ts';
import { newestLines } from '../bot/chat/newest-lines.ts';
import { describeEntry } from '../bot/messages/story/describe-event.ts';
import { markPart } from '../bot/messages/words/do-not-start.ts';
import { pickToShow } from './find/pick-failback.ts';
import { pickRunToShow } from './run/find/pick-run.ts';
import { runTimeline } from './run/show/run-timeline.ts';

export const timeline: Command = {
  name: 'timeline',
  usage: phrase('[FB-…, RUN-… or VM]'),
  summary: phrase('What happened in a failback, in order.'),
  role: 'viewer',
  acts: false,

  async run(request, desk) {
    const run = await pickRunToShow(request, desk);
    if (run !== undefined) return runTimeline(run, request, desk);
    const failback = await pickToShow(request, desk);
    const { id, target } = failback;
    const entries = await desk.ledger.read(id);
    const told = entries
      .map((entry) => describeEntry(entry, desk.directory))
      .filter((line) => line !== undefined);
    const shown = newestLines(told, request.speaker);
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
      bulletList(shown),
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
