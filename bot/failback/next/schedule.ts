import type { Failback } from '../state/failback.ts';
import { type GateKind, gateAwaitedIn } from '../state/gates.ts';
import { windowAt } from '../state/maintenance-window.ts';
import { isEnd } from '../state/stages.ts';

/** A question that is ready to be asked and waits for its time. */
export interface Wait {
  readonly gate: GateKind;
  /** When the next maintenance window opens. */
  readonly until: number;
}

/** Whether a passed gate of this kind takes the VM down: such a question belongs into a maintenance window. */
export const beginsDowntime = (kind: GateKind, { synchronization }: Failback): boolean =>
  kind === (synchronization === 'fullDownload' ? 'direction' : 'complete');

/** Whether a question has to keep to the maintenance windows: somebody may have had it asked now. */
export function isBoundToWindow(failback: Failback, kind: GateKind): boolean {
  const { windows = [] } = failback.policy;
  return windows.length > 0 && failback.askedNow === undefined && beginsDowntime(kind, failback);
}

/** What is ready and waits for a maintenance window; undefined when nothing does. */
export function waitForWindow(failback: Failback, now: number): Wait | undefined {
  const gate = gateAwaitedIn(failback.stage);
  const isElsewhere = isEnd(failback.stage) || failback.hold || failback.gate;
  if (isElsewhere || gate === undefined || !isBoundToWindow(failback, gate)) return undefined;
  const sight = windowAt(failback.policy.windows ?? [], now);
  return sight.isOpen ? undefined : { gate, until: sight.opensAt };
}

/** Whether the window for which a question waits opens so soon that those who may decide are called. */
export function isWindowNear({ policy }: Failback, { until }: Wait, now: number): boolean {
  const { beforeWindowMs } = policy.reminders ?? {};
  return beforeWindowMs !== undefined && now >= until - beforeWindowMs;
}

/** `ms` from now, but not later than the window closes in which it has to happen; a closed window leaves no time at all. */
export function withinWindow(failback: Failback, kind: GateKind, now: number, ms: number): number {
  if (!isBoundToWindow(failback, kind)) return now + ms;
  const sight = windowAt(failback.policy.windows ?? [], now);
  return sight.isOpen ? Math.min(now + ms, sight.closesAt) : now;
}

/** Whether the window has closed in which this question has to be answered. */
export function hasWindowClosed(failback: Failback, kind: GateKind, now: number): boolean {
  return isBoundToWindow(failback, kind) && !windowAt(failback.policy.windows ?? [], now).isOpen;
}
