import type { Fact } from './facts.ts';
import type { Stage } from './stages.ts';

/** Why a failback stopped and asks. */
export type HoldReason =
  | 'callRefused'
  | 'callUnclear'
  | 'callRepeatedInVain'
  | 'jobFailed'
  | 'jobCancelled'
  | 'jobGone'
  | 'jobUnknown'
  | 'changedElsewhere'
  | 'notOffered'
  | 'itemGone'
  | 'askedFor'
  | 'gateDeclined'
  | 'gateExpired';

/** One safe way out of a hold. */
export interface HoldChoice {
  /** `again`, `follow`, `adopt`, `continue`, `ready` or `abandon`. */
  readonly name: string;
  /** What it does, in words for people. */
  readonly means: string;
  readonly leadsTo: Stage;
  /** The unknown state or task that this choice declares to be expected. */
  readonly accepts?: string;
  /** The job that this choice makes ours. */
  readonly adopts?: string;
}

/** The event of a failback that stopped and asks. */
export interface Held {
  readonly type: 'held';
  readonly reason: HoldReason;
  readonly evidence: readonly Fact[];
  readonly choices: readonly HoldChoice[];
}

/** Stops a failback with the facts and the ways out. Letting go of it is always one of them. */
export function held(
  reason: HoldReason,
  evidence: Readonly<Record<string, string>>,
  choices: readonly HoldChoice[],
): Held {
  return { type: 'held', reason, evidence: toFacts(evidence), choices: [...choices, ABANDON] };
}

const toFacts = (record: Readonly<Record<string, string>>): readonly Fact[] =>
  Object.entries(record).map(([name, value]) => ({ name, value }));

const ABANDON: HoldChoice = {
  name: 'abandon',
  means: 'Let go of this failback. Whatever runs in Azure goes on; finish it in the Azure portal.',
  leadsTo: 'abandoned',
};

export const startOver: HoldChoice = {
  name: 'again',
  means: 'Check the VM again from the beginning, then ask for the direction again.',
  leadsTo: 'checking',
};

/** Asks the question of this stage again. */
export const askAgain = (leadsTo: Stage): HoldChoice => ({
  name: 'again',
  means: 'Read Azure again and ask the question again.',
  leadsTo,
});

/** Goes on in this stage, after a fresh look. */
export const lookAgain = (leadsTo: Stage): HoldChoice => ({
  name: 'again',
  means: 'Read Azure again and go on from here.',
  leadsTo,
});

/** Takes a job that somebody else started as the one of this failback. */
export const adopt = (leadsTo: Stage, adopts: string): HoldChoice => ({
  name: 'adopt',
  means:
    'Take this job as the one of this failback and watch it. Look at it in the portal first: its options are not visible here.',
  leadsTo,
  adopts,
});

/** Goes on from where somebody else has brought it. */
export const follow = (leadsTo: Stage, means: string): HoldChoice => ({
  name: 'follow',
  means,
  leadsTo,
});
