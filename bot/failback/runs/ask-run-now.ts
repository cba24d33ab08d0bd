import { nextNumber } from '../decide/ask-now.ts';
import { waitForWindow } from '../next/schedule.ts';
import type { Failback } from '../state/failback.ts';
import type { GateKind } from '../state/gates.ts';
import { membersOf, type Run } from '../state/run.ts';
import { shortHash } from './wave-question.ts';

/** VMs of a wave that are ready, and wait for the same maintenance window with the same question. */
export interface WaitingWave {
  readonly run: string;
  /** 1 for the first wave. */
  readonly wave: number;
  readonly gate: GateKind;
  /** When the window opens. */
  readonly until: number;
  readonly waiting: readonly Failback[];
  /** Made of those who wait and of what comes next for each: an old button has another one. */
  readonly number: number;
}

/** What of a run waits for a maintenance window, the wave that is asked first before the others. */
export function waitingWaves(run: Run, now: number): readonly WaitingWave[] {
  const groups = new Map<string, Omit<WaitingWave, 'number'>>();
  for (const failback of membersOf(run)) {
    const wait = waitForWindow(failback, now);
    if (wait === undefined) continue;
    const wave = failback.wave?.number ?? 1;
    const key = `${wave} ${wait.gate} ${wait.until}`;
    const { waiting = [] } = groups.get(key) ?? {};
    groups.set(key, { run: run.id, wave, ...wait, waiting: [...waiting, failback] });
  }
  return [...groups.values()].sort((a, b) => a.until - b.until).map(numbered);
}

const numbered = (group: Omit<WaitingWave, 'number'>): WaitingWave => ({
  ...group,
  number: shortHash(group.waiting.map((one) => `${one.id} ${nextNumber(one)}`).join(', ')),
});
