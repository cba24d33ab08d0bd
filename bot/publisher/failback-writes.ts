import type { Directory } from '../access/directory.ts';
import { endsFailback } from '../failback/state/ends.ts';
import type { Failback } from '../failback/state/failback.ts';
import type { LedgerEntry } from '../failback/state/ledger.ts';
import { isEnd } from '../failback/state/stages.ts';
import { renderAlarm } from '../messages/notices/alarm.ts';
import { renderEnd } from '../messages/notices/end.ts';
import { renderGate } from '../messages/questions/ask.ts';
import { renderDecision, renderRelease } from '../messages/questions/closed.ts';
import { renderHold } from '../messages/questions/hold.ts';
import type { Slots, Write } from './slots.ts';

/** The messages of one failback besides its board; those of a run have slots of their own. */
export interface FailbackView {
  readonly failback: Failback;
  readonly entries: readonly LedgerEntry[];
  readonly directory: Directory;
  readonly slots: Slots;
  /** What the names of its slots begin with. */
  readonly prefix: string;
}

const askSlot = ({ prefix }: FailbackView, number: number) => `${prefix}ask-${number}`;

/** Questions that are over. One that was never shown open is not shown at all: the thread tells it. */
export function closedAsks(view: FailbackView): readonly (Write | undefined)[] {
  const { failback, directory, slots } = view;
  const asks = [
    ...failback.decisions.map((decision) => ({
      slot: askSlot(view, decision.number),
      message: () => renderDecision(decision, failback, directory),
    })),
    ...failback.releases.map((release) => ({
      slot: askSlot(view, release.number),
      message: () => renderRelease(release, failback, directory),
    })),
  ];
  return asks
    .filter(({ slot }) => slots.has(slot))
    .map(({ slot, message }) => slots.draw(slot, message()));
}

/** The question that is open. One that is asked together with other VMs of a wave is no message of this failback. */
export function openAsk(view: FailbackView): Write | undefined {
  const { failback, directory, slots } = view;
  const { gate, hold } = failback;
  if (gate && !gate.together)
    return slots.draw(askSlot(view, gate.number), renderGate(gate, failback, directory));
  if (hold && !hold.together)
    return slots.draw(askSlot(view, hold.number), renderHold(hold, failback, directory));
  return undefined;
}

/** Each alarm is a message of its own: it has to be heard, also long after the end. */
export function alarmWrites(view: FailbackView): readonly (Write | undefined)[] {
  const { failback, directory, slots, prefix } = view;
  return failback.onPremises.flatMap((vm) =>
    vm.alarms.map((alarm) =>
      slots.draw(`${prefix}alarm-${alarm.number}`, renderAlarm(alarm, vm, failback, directory)),
    ),
  );
}

/** The last word, once. */
export function endWrite({ failback, entries, slots, prefix }: FailbackView): Write | undefined {
  const slot = `${prefix}end`;
  if (!isEnd(failback.stage) || slots.has(slot)) return undefined;
  const head = entries.find(({ event }) => endsFailback(event));
  return slots.draw(slot, renderEnd(failback, head));
}
