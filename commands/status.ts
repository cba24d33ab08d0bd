import type { Command } from '../bot/chat/command.ts';
import { phrase } from '../bot/chat/message/phrase.ts';
import { bulletList, compose, note, paragraph, title } from '../bot/chat/message/say.ts';
import { shownName } from '../bot/chat/message/shorten.ts';
import { headline, renderBoard } from '../bot/messages/board/board.ts';
import { markedPart } from '../bot/messages/words/do-not-start.ts';
import { openIn, pickToShow } from './find/pick-failback.ts';
import { pickRunToShow } from './run/find/pick-run.ts';
import { runStatus } from './run/show/run-status.ts';

/** A chat message holds this many lines comfortably. */
const MAX_LINES = 40;

export const status: Command = {
  name: 'status',
  usage: phrase('[FB-…, RUN-… or VM]'),
  summary: phrase('Where a failback is, or all that are open.'),
  role: 'viewer',
  acts: false,

  async run(request, desk) {
    const run = await pickRunToShow(request, desk);
    if (run !== undefined) return runStatus(run, desk);
    const here = await openIn(request, desk);
    if (request.words.length === 0 && here.length !== 1) {
      const open = await desk.failbacks.listOpen();
      const marked = markedPart(await desk.failbacks.listMarked());
      if (open.length === 0) return compose(paragraph(phrase('No failback is open.')), ...marked);
      return compose(
        title(phrase('Open failbacks: {count}', { count: open.length })),
        bulletList(
          open
            .slice(0, MAX_LINES)
            .map((failback) => [
              { bold: failback.id },
              ` ${shownName(failback.target.name)}${failback.wave ? ` (${failback.wave.run})` : ''}: `,
              headline(failback, desk.clock.now()),
            ]),
        ),
        ...marked,
        note(
          open.length > MAX_LINES
            ? phrase('{count} more are not shown. /failback status FB-… shows one.', {
                count: open.length - MAX_LINES,
              })
            : phrase('/failback status FB-… shows one.'),
        ),
      );
    }
    const failback = await pickToShow(request, desk);
    return renderBoard(failback, desk.directory, {
      now: desk.clock.now(),
      readAt: desk.readAt(failback.target.vault),
    });
  },
};
