import type { CommandRequest } from '../../../bot/chat/command.ts';
import type { CommandContext } from '../../../bot/chat/command-context.ts';
import type { Message } from '../../../bot/chat/message/message.ts';
import { phrase } from '../../../bot/chat/message/phrase.ts';
import { bulletList, compose, note, title } from '../../../bot/chat/message/say.ts';
import { newestLines } from '../../../bot/chat/newest-lines.ts';
import { membersOf, type Run } from '../../../bot/failback/state/run.ts';
import { readRecords } from '../../../bot/messages/story/read-records.ts';
import { entriesInOrder, lineIn } from '../../../bot/messages/story/run-lines.ts';

/** Every line has a name in it that is marked, and needs more room than others. */
const ROOM = { lines: 25, characters: 3_500 };

/** What happened to all VMs of a run, in one order. */
export async function runTimeline(
  run: Run,
  { speaker }: CommandRequest,
  { ledger, directory }: CommandContext,
): Promise<Message> {
  const records = await readRecords(run, ledger);
  const told = entriesInOrder({ records })
    .map(lineIn({ run, directory }))
    .filter((line) => line !== undefined);
  const shown = newestLines(told, speaker, ROOM);
  const left = told.length - shown.length;
  return compose(
    title(
      phrase('{id}: {vms, plural, one {# VM} other {# VMs}}, {events, number} events', {
        id: run.id,
        vms: membersOf(run).length,
        events: told.length,
      }),
    ),
    bulletList(shown),
    note(
      phrase(
        '{left, plural, =0 {} other {# earlier ones are not shown. }}Of one VM: /failback timeline and its id.',
        { left },
      ),
    ),
  );
}
