import type { Directory } from '../access/directory.ts';
import type { Speaker } from '../chat/language/speaker.ts';
import { isWhole, waveGates, waveHolds } from '../failback/runs/wave-question.ts';
import type { Failback } from '../failback/state/failback.ts';
import type { LedgerEntry } from '../failback/state/ledger.ts';
import { membersOf, type Run } from '../failback/state/run.ts';
import { isEnd } from '../failback/state/stages.ts';
import type { Moment } from '../messages/board/board.ts';
import { renderRunBoard } from '../messages/board/run-board.ts';
import { renderRunEnd } from '../messages/notices/run-end.ts';
import { renderWaveGate } from '../messages/waves/gate.ts';
import { renderWaveHold } from '../messages/waves/hold.ts';
import {
  alarmWrites,
  closedAsks,
  endWrite,
  type FailbackView,
  openAsk,
} from './failback-writes.ts';
import type { PublishedMessage } from './published-messages.ts';
import { runReadyWrites } from './ready-writes.ts';
import { reminderWrites } from './reminder-writes.ts';
import { runThreadWrite } from './run-thread.ts';
import { Slots, type Write } from './slots.ts';
import { waveReminderWrites } from './wave-reminder-writes.ts';
import { runWindowSoonWrite } from './window-soon-writes.ts';

/** What a channel should show of a run, and what it shows. */
export interface RunView {
  readonly run: Run;
  /** The record of each member, by its id. */
  readonly records: ReadonlyMap<string, readonly LedgerEntry[]>;
  readonly published: readonly PublishedMessage[];
  readonly directory: Directory;
  readonly speaker: Speaker;
  readonly moment: Moment;
}

/** As `openWrites`, for a whole run: its members have one board and one thread, and are asked together where they can be. */
export function openRunWrites(view: RunView): readonly Write[] {
  const { run, directory, moment } = view;
  const slots = new Slots(view.published, view.speaker);
  const board = slots.draw('board', renderRunBoard(run, directory, moment));
  const isNew = !slots.has('board');
  const members = membersOf(run).map((failback) => memberView(failback, view, slots));
  return [
    ...members.flatMap(closedAsks),
    ...waveAsks(view, slots, 'over'),
    isNew ? board : undefined,
    ...waveAsks(view, slots, 'open'),
    ...members.map(openAsk),
    ...members.flatMap(reminderWrites),
    ...waveReminderWrites(run, slots, directory),
    ...runReadyWrites(run, slots, moment.now),
    runWindowSoonWrite(run, { slots, directory, now: moment.now }),
    ...members.flatMap(alarmWrites),
    ...members.map(endWrite),
    endOfRun(run, slots),
    isNew ? undefined : board,
    runThreadWrite(view, slots),
  ].filter((write) => write !== undefined);
}

const memberView = (
  failback: Failback,
  { records, directory }: RunView,
  slots: Slots,
): FailbackView => ({
  failback,
  entries: records.get(failback.id) ?? [],
  directory,
  slots,
  prefix: `${failback.id} `,
});

/** The questions to whole waves that are open, or over. One that was never shown open is not shown at all. */
function waveAsks(
  { run, directory, moment }: RunView,
  slots: Slots,
  which: 'open' | 'over',
): readonly (Write | undefined)[] {
  const asks = [
    ...waveGates(run)
      .filter((gate) => slots.has(slotOf('gate', gate)) || isWhole(gate, run, moment.now))
      .map((gate) => ({
        ...gate,
        slot: slotOf('gate', gate),
        message: () => renderWaveGate(gate, directory),
      })),
    ...waveHolds(run).map((hold) => ({
      ...hold,
      slot: slotOf('hold', hold),
      message: () => renderWaveHold(hold, directory),
    })),
  ];
  return asks
    .filter(({ open, slot }) =>
      which === 'open' ? open.length > 0 : open.length === 0 && slots.has(slot),
    )
    .map(({ slot, message }) => slots.draw(slot, message()));
}

const slotOf = (
  what: 'gate' | 'hold',
  { wave, about, round }: { readonly wave: number; readonly about: string; readonly round: number },
) => `${what}-${wave}-${about}-${round}`;

function endOfRun(run: Run, slots: Slots): Write | undefined {
  const isOver = membersOf(run).every(({ stage }) => isEnd(stage));
  return isOver && !slots.has('end') ? slots.draw('end', renderRunEnd(run)) : undefined;
}
