import type { EventOf } from '../state/events.ts';
import type { Failback, Release } from '../state/failback.ts';
import type { Stage } from '../state/stages.ts';
import type { Statement } from '../words/statement.ts';
import { closeGate } from './gates.ts';
import { moveTo, without } from './move-to.ts';

/** The hold is over; `answer` is absent when the failback ended without one. */
export function closeHold(
  failback: Failback,
  at: number,
  answer?: EventOf<'holdReleased'>,
): Failback {
  const { hold } = failback;
  if (hold === undefined) return failback;
  const { number, reason, together } = hold;
  const release: Release = {
    number,
    reason,
    at,
    ...(together && { together }),
    ...(answer && { choice: answer.choice, by: answer.by }),
  };
  return { ...without(failback, 'hold'), releases: [...failback.releases, release] };
}

/** The failback at an end: whatever was still asked is withdrawn. */
export function end(failback: Failback, stage: Stage, summary: Statement, at: number): Failback {
  const unasked = failback.gate ? closeGate(failback, 'withdrawn', at) : failback;
  const ended = without(closeHold(unasked, at), 'grant');
  return { ...moveTo(ended, stage, at), endedAt: at, summary };
}
