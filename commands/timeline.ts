import type { Command } from '../bot/chat/command.ts';
import { pickToShow } from '../bot/chat/pick-failback.ts';
import { compose, list, note, title } from '../bot/chat/say.ts';
import { shownName } from '../bot/chat/shorten.ts';
import { describeEntry } from '../bot/publisher/describe-event.ts';

/** The newest lines that one message holds comfortably. */
const MAX_LINES = 40;

export const timeline: Command = {
  name: 'timeline',
  usage: '[FB-… or VM]',
  summary: 'What happened in a failback, in order.',
  role: 'viewer',
  acts: false,

  async run(request, desk) {
    const failback = await pickToShow(request, desk);
    const entries = await desk.ledger.read(failback.id);
    const told = entries
      .map((entry) => describeEntry(entry, desk.directory))
      .filter((line) => line !== undefined);
    const left = told.length - MAX_LINES;
    return compose(
      title(`${failback.id}: ${shownName(failback.target.name)}, ${told.length} events`),
      list(told.slice(-MAX_LINES)),
      note(
        left > 0 ? `${left} earlier ones are not shown. ` : '',
        `Everything: failback audit export --format jsonl --stream ${failback.id}`,
      ),
    );
  },
};
