import type { Directory } from '../access/directory.ts';
import type { Speaker } from '../chat/language/speaker.ts';
import { waitForWindow } from '../failback/next/schedule.ts';
import type { Failback } from '../failback/state/failback.ts';
import type { LedgerEntry } from '../failback/state/ledger.ts';
import { type Moment, renderBoard } from '../messages/board/board.ts';
import { describeEntry } from '../messages/story/describe-event.ts';
import { tellNext } from '../messages/story/story-lines.ts';
import { alarmWrites, closedAsks, endWrite, openAsk } from './failback-writes.ts';
import type { PublishedMessage } from './published-messages.ts';
import { readyWrites } from './ready-writes.ts';
import { reminderWrites } from './reminder-writes.ts';
import { Slots, type Write } from './slots.ts';
import { windowSoonWrite } from './window-soon-writes.ts';

/** What a channel should show of a failback, and what it shows. */
export interface FailbackView {
  readonly failback: Failback;
  readonly entries: readonly LedgerEntry[];
  readonly published: readonly PublishedMessage[];
  readonly directory: Directory;
  readonly speaker: Speaker;
  readonly moment: Moment;
}

/**
 * Every difference between what a channel should show and what it shows, the most urgent first: what must no longer be
 * pressed, then what waits for a decision, then the rest. A board has to be there before anything refers to it.
 */
export function openWrites(view: FailbackView): readonly Write[] {
  if (!isWorthShowing(view)) return [];
  const { failback, directory, moment } = view;
  const slots = new Slots(view.published, view.speaker);
  const board = slots.draw('board', renderBoard(failback, directory, moment));
  const isNew = !slots.has('board');
  const own = { ...view, slots, prefix: '' };
  return [
    ...closedAsks(own),
    isNew ? board : undefined,
    openAsk(own),
    ...reminderWrites(own),
    ...readyWrites(failback, slots, moment.now),
    windowSoonWrite(failback, { slots, directory, now: moment.now }),
    ...alarmWrites(own),
    endWrite(own),
    isNew ? undefined : board,
    threadWrite(view, slots),
  ].filter((write) => write !== undefined);
}

/** A failback that ended before it asked anything concerns nobody but the person who tried: they were told privately. */
const isWorthShowing = ({ failback, published, moment }: FailbackView) =>
  failback.asked > 0 || published.length > 0 || waitForWindow(failback, moment.now) !== undefined;

function threadWrite(
  { entries, directory, speaker }: FailbackView,
  slots: Slots,
): Write | undefined {
  const board = slots.find('board');
  if (board === undefined) return undefined;
  const before = Number(slots.memoryOf('thread') ?? 0);
  const untold = entries.filter(({ revision }) => revision > before);
  const { lines, told } = tellNext(untold, (entry) => {
    const line = describeEntry(entry, directory);
    return line && speaker.line(line);
  });
  if (lines.length === 0) return undefined;
  return {
    slot: 'thread',
    message: { parts: [{ kind: 'list', lines }] },
    drawn: String(told.at(-1)?.revision ?? before),
    thread: board.messageId,
  };
}
