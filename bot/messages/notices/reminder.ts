import type { Directory } from '../../access/directory.ts';
import type { Message } from '../../chat/message/message.ts';
import { phrase } from '../../chat/message/phrase.ts';
import { compose, note, paragraph, title } from '../../chat/message/say.ts';
import { shownName } from '../../chat/message/shorten.ts';
import type { Failback, Gate, Hold } from '../../failback/state/failback.ts';
import { choosers, deciders } from '../words/deciders.ts';
import { expiryWords } from '../words/expiry-words.ts';
import { GATE_NAMES } from '../words/gate-names.ts';
import { HOLD_WORDS } from '../words/hold-words.ts';

/** A decision is still owed. It has no buttons: who decides reads the question, not the reminder. */
export function renderGateReminder(gate: Gate, failback: Failback, directory: Directory): Message {
  const { id, target } = failback;
  return compose(
    title(
      phrase('Reminder: {vm} waits for a decision about {question}', {
        vm: shownName(target.name),
        question: GATE_NAMES[gate.kind],
      }),
    ),
    paragraph(
      phrase('Asked at {asked}. It expires at {expires}.', {
        asked: { time: gate.openedAt },
        expires: { time: gate.expiresAt },
      }),
      ' ',
      expiryWords(gate, failback),
    ),
    paragraph(phrase('May decide: {people}', { people: deciders(failback, directory) })),
    note(
      phrase(
        '{id}, question {number}. Decide in the message that asks, further up in the channel, or type {command}',
        {
          id,
          number: String(gate.number),
          command: { verbatim: `/failback approve ${id}` },
        },
      ),
    ),
  );
}

/** A failback is still on hold. */
export function renderHoldReminder(hold: Hold, failback: Failback, directory: Directory): Message {
  const { id, target } = failback;
  return compose(
    title(
      phrase('Reminder: {vm} is on hold and waits for a choice', { vm: shownName(target.name) }),
    ),
    paragraph(HOLD_WORDS[hold.reason]),
    paragraph(phrase('On hold since {time}.', { time: { time: hold.at } })),
    paragraph(phrase('May choose: {people}', { people: choosers(failback, directory) })),
    note(
      phrase(
        '{id}, question {number}. The choices are in the message on hold, further up in the channel. The bot does nothing until somebody chooses.',
        { id, number: String(hold.number) },
      ),
    ),
  );
}

/** The same message when it is no longer owed. */
export function renderReminderOver(id: string): Message {
  return compose(
    title(phrase('{id}: a reminder that is answered', { id })),
    note(phrase('Nothing is left to decide here.')),
  );
}
