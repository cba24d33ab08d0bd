import type { CommandContext } from '../../../bot/chat/command-context.ts';
import type { Message } from '../../../bot/chat/message/message.ts';
import { membersOf, type Run } from '../../../bot/failback/state/run.ts';
import { renderRunBoard } from '../../../bot/messages/board/run-board.ts';

/** Where a run is: its board. */
export function runStatus(run: Run, desk: CommandContext): Message {
  const vault = membersOf(run)[0]?.target.vault ?? '';
  return renderRunBoard(run, desk.directory, {
    now: desk.clock.now(),
    readAt: desk.readAt(vault),
  });
}
