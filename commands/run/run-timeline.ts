import type { Request } from '../../bot/chat/command.ts';
import type { Desk } from '../../bot/chat/desk.ts';
import type { Message } from '../../bot/chat/message.ts';
import { newestLines } from '../../bot/chat/newest-lines.ts';
import { phrase } from '../../bot/chat/phrase.ts';
import { compose, list, note, title } from '../../bot/chat/say.ts';
import { membersOf, type Run } from '../../bot/failback/run.ts';
import { readRecords } from '../../bot/publisher/read-records.ts';
import { inOrder, lineIn } from '../../bot/publisher/run-thread.ts';

/** Every line has a name in it that is marked, and needs more room than others. */
const ROOM = { lines: 25, characters: 3_500 };

/** What happened to all VMs of a run, in one order. */
export async function runTimeline(
  run: Run,
  { speaker }: Request,
  { ledger, directory }: Desk,
): Promise<Message> {
  const records = await readRecords(run, ledger);
  const told = inOrder({ records })
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
    list(shown),
    note(
      phrase(
        '{left, plural, =0 {} other {# earlier ones are not shown. }}Of one VM: /failback timeline and its id.',
        { left },
      ),
    ),
  );
}
