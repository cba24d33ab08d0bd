import type { Directory } from '../access/directory.ts';
import type { Message } from '../chat/message/message.ts';
import { phrase } from '../chat/message/phrase.ts';
import { bulletList, compose, note, paragraph, title } from '../chat/message/say.ts';
import { waveGates, waveHolds } from '../failback/runs/wave-question.ts';
import type { Failback } from '../failback/state/failback.ts';
import type { Run } from '../failback/state/run.ts';
import { renderReminderOver } from '../messages/notices/reminder.ts';
import { deciders } from '../messages/words/deciders.ts';
import { listedName } from '../messages/words/run-words.ts';
import type { Slots, Write } from './slots.ts';

/** What a wave is asked together is called to mind in one message, however many VMs it is about. */
export function waveReminderWrites(
  run: Run,
  slots: Slots,
  directory: Directory,
): readonly (Write | undefined)[] {
  const reminders = [...waveGates(run), ...waveHolds(run)]
    .map(({ wave, about, round, open }) => ({
      question: `${REMINDER}${wave}-${about}-${round}-`,
      count: Math.max(0, ...open.map(timesReminded)),
      open,
      wave,
    }))
    .filter(({ count }) => count > 0);
  const isCurrent = (slot: string) => reminders.some(({ question }) => slot.startsWith(question));
  const over = slots.named(REMINDER).filter((slot) => !isCurrent(slot));
  return [
    ...over.map((slot) => slots.draw(slot, renderReminderOver(run.id))),
    ...reminders.map(({ question, count, open, wave }) =>
      slots.draw(`${question}${count}`, renderWaveReminder(run.id, wave, open, directory)),
    ),
  ];
}

const REMINDER = 'wave-reminder-';

const timesReminded = ({ gate, hold }: Failback) => (gate ?? hold)?.reminded ?? 0;

/** VMs of a wave still wait for one answer. */
export function renderWaveReminder(
  run: string,
  wave: number,
  open: readonly Failback[],
  directory: Directory,
): Message {
  const [first] = open;
  return compose(
    title(phrase('Reminder: a wave of {run} waits for an answer', { run })),
    bulletList(open.map((failback) => [{ bold: listedName(failback) }, ` ${failback.id}`])),
    first && paragraph(phrase('May decide: {people}', { people: deciders(first, directory) })),
    note(
      phrase('{run}, wave {wave}. Decide in the message that asks, further up in the channel.', {
        run,
        wave: String(wave),
      }),
    ),
  );
}
