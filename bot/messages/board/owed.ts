import { type Phrase, phrase } from '../../chat/message/phrase.ts';
import { waitForWindow } from '../../failback/next/schedule.ts';
import type { Failback } from '../../failback/state/failback.ts';
import { GATE_NAMES } from '../words/gate-names.ts';

/** What people owe now, and until when. */
export function owed(failback: Failback, now: number): Phrase {
  const { gate, hold } = failback;
  if (hold) return phrase('a choice, on hold since {time}', { time: { time: hold.at } });
  const wait = waitForWindow(failback, now);
  if (wait) {
    return phrase('nothing before {time}; then a decision about {question}', {
      time: { time: wait.until },
      question: GATE_NAMES[wait.gate],
    });
  }
  if (gate === undefined) return phrase('nothing; the bot goes on by itself');
  return phrase('a decision about {question}, {votes} of {needed} approvals, until {time}', {
    question: GATE_NAMES[gate.kind],
    votes: gate.votes.length,
    needed: gate.needed,
    time: { time: gate.expiresAt },
  });
}
