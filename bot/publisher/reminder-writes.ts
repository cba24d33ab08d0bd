import type { Message } from '../chat/message/message.ts';
import {
  renderGateReminder,
  renderHoldReminder,
  renderReminderOver,
} from '../messages/notices/reminder.ts';
import type { FailbackView } from './failback-writes.ts';
import type { Write } from './slots.ts';

/** The newest reminder of what is open, each as a message of its own, and what has become of those before. */
export function reminderWrites(view: FailbackView): readonly (Write | undefined)[] {
  const { failback, slots, prefix } = view;
  const current = reminderOf(view);
  const isCurrent = (slot: string) =>
    current !== undefined && slot.startsWith(`${prefix}${REMINDER}${current.number}-`);
  const over = slots.named(`${prefix}${REMINDER}`).filter((slot) => !isCurrent(slot));
  return [
    ...over.map((slot) => slots.draw(slot, renderReminderOver(failback.id))),
    current && slots.draw(current.slot, current.message),
  ];
}

const REMINDER = 'reminder-';

interface Reminder {
  readonly number: number;
  readonly slot: string;
  readonly message: Message;
}

function reminderOf({ failback, directory, prefix }: FailbackView): Reminder | undefined {
  const { gate, hold } = failback;
  const asked = gate ?? hold;
  // What a wave is asked together is called to mind for the whole wave.
  if (asked?.reminded === undefined || asked.together) return undefined;
  const slot = `${prefix}${REMINDER}${asked.number}-${asked.reminded}`;
  if (gate)
    return { number: gate.number, slot, message: renderGateReminder(gate, failback, directory) };
  return (
    hold && { number: hold.number, slot, message: renderHoldReminder(hold, failback, directory) }
  );
}
