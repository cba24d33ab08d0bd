import type { Directory } from '../access/directory.ts';
import { isWindowNear, waitForWindow } from '../failback/next/schedule.ts';
import { waitingWaves } from '../failback/runs/ask-run-now.ts';
import type { Failback } from '../failback/state/failback.ts';
import type { Run } from '../failback/state/run.ts';
import { type Coming, renderWindowSoon } from '../messages/notices/window-soon.ts';
import type { Slots, Write } from './slots.ts';

interface Scene {
  readonly slots: Slots;
  readonly directory: Directory;
  readonly now: number;
}

/** People are called once for each window, below the board, shortly before it opens. */
export function windowSoonWrite(failback: Failback, scene: Scene): Write | undefined {
  const wait = waitForWindow(failback, scene.now);
  if (wait === undefined || !isWindowNear(failback, wait, scene.now)) return undefined;
  return below([{ ...wait, waiting: [failback] }], failback.id, scene);
}

/** The same for all VMs of a run that wait for the window that opens first. */
export function runWindowSoonWrite(run: Run, scene: Scene): Write | undefined {
  const near = waitingWaves(run, scene.now).filter(({ waiting: [first], ...wait }) =>
    first === undefined ? false : isWindowNear(first, wait, scene.now),
  );
  const until = near[0]?.until;
  return until === undefined
    ? undefined
    : below(
        near.filter((one) => one.until === until),
        run.id,
        scene,
      );
}

function below(
  coming: readonly Coming[],
  id: string,
  { slots, directory }: Scene,
): Write | undefined {
  const slot = `window-soon-${coming[0]?.until}`;
  const board = slots.find('board');
  if (board === undefined || slots.has(slot)) return undefined;
  const write = slots.draw(slot, renderWindowSoon(id, coming, directory));
  return write && { ...write, thread: board.messageId };
}
