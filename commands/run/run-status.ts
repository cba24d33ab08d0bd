import type { Desk } from '../../bot/chat/desk.ts';
import type { Message } from '../../bot/chat/message.ts';
import { membersOf, type Run } from '../../bot/failback/run.ts';
import { renderRunBoard } from '../../bot/publisher/run-board.ts';

/** Where a run is: its board. */
export function runStatus(run: Run, desk: Desk): Message {
  const vault = membersOf(run)[0]?.target.vault ?? '';
  return renderRunBoard(run, desk.directory, {
    now: desk.clock.now(),
    readAt: desk.readAt(vault),
  });
}
