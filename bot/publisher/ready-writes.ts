import type { Message } from '../chat/message/message.ts';
import { nextNumber } from '../failback/decide/ask-now.ts';
import { waitForWindow } from '../failback/next/schedule.ts';
import { waitingWaves } from '../failback/runs/ask-run-now.ts';
import type { Failback } from '../failback/state/failback.ts';
import type { Run } from '../failback/state/run.ts';
import { renderReady, renderRunReady, renderWasReady } from '../messages/notices/ready.ts';
import type { Slots, Write } from './slots.ts';

/** What is announced now about questions that wait for a maintenance window: one slot for each wait. */
interface Announcement {
  readonly slot: string;
  readonly message: Message;
}

/** A question that waits for its window is announced once, under the number that it will have. */
export function readyWrites(
  failback: Failback,
  slots: Slots,
  now: number,
): readonly (Write | undefined)[] {
  const wait = waitForWindow(failback, now);
  const current = wait && {
    slot: `${READY}${nextNumber(failback)}`,
    message: renderReady(wait, failback),
  };
  return announce(current, slots, failback.id);
}

/** The VMs of a run are announced together, once for each time at which a window opens. */
export function runReadyWrites(
  run: Run,
  slots: Slots,
  now: number,
): readonly (Write | undefined)[] {
  const waves = waitingWaves(run, now);
  const [first] = waves;
  const current = first && {
    slot: `${READY}${first.until}`,
    message: renderRunReady(waves, run.id),
  };
  return announce(current, slots, run.id);
}

const READY = 'ready-';

/** What is over first: nothing may be left to press there. */
function announce(
  current: Announcement | undefined,
  slots: Slots,
  id: string,
): readonly (Write | undefined)[] {
  const over = slots.named(READY).filter((slot) => slot !== current?.slot);
  return [
    ...over.map((slot) => slots.draw(slot, renderWasReady(id))),
    current && slots.draw(current.slot, current.message),
  ];
}
