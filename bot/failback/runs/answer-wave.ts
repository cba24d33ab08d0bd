import { type Ballot, castVote, type HoldAnswer, releaseHold } from '../decide/decide.ts';
import type { Decided } from '../state/decided.ts';
import type { Actor } from '../state/events.ts';
import type { Failback } from '../state/failback.ts';
import { challengeOf, LIVE_SIDE } from '../state/gates.ts';
import type { WaveGate, WaveHold } from './wave-question.ts';

/** What one answer to a wave means for one of its VMs. */
export interface Answered {
  readonly failback: Failback;
  readonly decided: Decided;
}

/** Counts one vote about each VM of the question, under the rules of each. */
export function castWaveVote(
  question: WaveGate,
  ballot: Omit<Ballot, 'number' | 'together'>,
  now: number,
): readonly Answered[] {
  const together = { run: question.run, word: challengeWord(question) ?? '' };
  return question.open.map((failback) => ({
    failback,
    decided: castVote(failback, { ...ballot, number: failback.gate?.number ?? 0, together }, now),
  }));
}

/**
 * What has to be typed to approve, where a yes is not enough. In place of the name of one VM it is the run and how many VMs
 * it is about: short enough for a phone, and wrong for every other question.
 */
export function challengeWord({ about, run, open }: WaveGate): string | undefined {
  const challenge = challengeOf(about);
  if (challenge === undefined) return undefined;
  return challenge === 'liveSide' ? LIVE_SIDE : `${run} ${open.length}`;
}

/** Chooses the same way out for each VM of the question. */
export function releaseWaveHold(
  question: WaveHold,
  by: Actor,
  answer: Omit<HoldAnswer, 'number'>,
): readonly Answered[] {
  return question.open.map((failback) => ({
    failback,
    decided: releaseHold(failback, by, { ...answer, number: failback.hold?.number ?? 0 }),
  }));
}
