import type { Command } from '../bot/chat/command.ts';
import { openIn, pickFailback } from '../bot/chat/pick-failback.ts';
import { compose, list, note, say, title } from '../bot/chat/say.ts';
import { headline, renderBoard } from '../bot/publisher/board.ts';

export const status: Command = {
  name: 'status',
  usage: '[FB-…]',
  summary: 'Where a failback is, or all that are open.',
  role: 'viewer',
  acts: false,

  async run(request, desk) {
    const here = await openIn(request, desk);
    if (request.words.length === 0 && here.length !== 1) {
      const open = await desk.failbacks.listOpen();
      if (open.length === 0) return say('No failback is open.');
      return compose(
        title(`Open failbacks: ${open.length}`),
        list(
          open.map((failback) => [
            { bold: failback.id },
            ` ${failback.target.name}: ${headline(failback)}`,
          ]),
        ),
        note('/failback status FB-… shows one.'),
      );
    }
    const { failback } = await pickFailback(request, desk);
    return renderBoard(failback, desk.directory, {
      now: desk.clock.now(),
      readAt: desk.readAt(failback.target.vault),
    });
  },
};
