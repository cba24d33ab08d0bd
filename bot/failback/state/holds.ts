import type { Synchronization } from '../ports/site-recovery.ts';
import { coded } from '../words/coded.ts';
import type { HoldEvidence } from '../words/facts.ts';
import type { EvidenceName, ProofName } from '../words/names.ts';
import type { Statement } from '../words/statement.ts';
import { type Stage, stageToAskAgain } from './stages.ts';

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
  | 'vmNotReady'
  | 'hostNotPrepared'
  | 'vmStarted'
  | 'checkpointTaken'
  | 'notProven'
  | 'replicationFailed'
  | 'notProtectedYet'
  | 'jobPartly'
  | 'jobStuck'
  | 'restartedElsewhere'
  | 'adoptAsked'
  | 'cancelAsked'
  | 'cancelTooLate'
  | 'notSupported'
  | 'switchNotMade'
  | 'gateDeclined'
  | 'gateExpired'
  | 'waveBroken'
  | 'entryUnknown';

/** One safe way out of a hold. */
export interface HoldChoice {
  /**
   * `again`, `wait`, `follow`, `adopt`, `continue`, `without`, `anyway`, `override`, `confirm`, `finish`, `cancel`, `cancel-again`,
   * `restart`, `adopt-changes`, `adopt-download` or `abandon`.
   */
  readonly name: string;
  /** What it does, in words for people. */
  readonly means: Statement;
  readonly leadsTo: Stage;
  /** The unknown state or task that this choice declares to be expected. */
  readonly accepts?: string;
  /** The job that this choice makes ours. */
  readonly adopts?: string;
  /** The planned failover of somebody else that this choice takes over. */
  readonly takesOver?: TakenOver;
  /** The planned failover job is cancelled, and what comes after it. */
  readonly cancels?: AfterCancel;
  /** The proofs that the commit may be asked for without. */
  readonly letsPass?: readonly MissingProof[];
  /** It may be chosen only with a reason, which is recorded. */
  readonly needsReason?: true;
}

/** One proof of one VM that does not hold. */
export interface MissingProof {
  readonly itemId: string;
  readonly proof: ProofName;
  /** Of the proof that a port answers. */
  readonly port?: number;
}

/** What comes after a cancelled job: the end, with the VM marked, or the failback once more. */
export type AfterCancel = 'end' | 'again';

/** The event of a failback that stopped and asks. */
export interface Held {
  readonly type: 'held';
  readonly reason: HoldReason;
  readonly evidence: readonly HoldEvidence[];
  readonly choices: readonly HoldChoice[];
}

/** Stops a failback with the facts and the ways out. Letting go of it is always one of them. */
export function held(
  reason: HoldReason,
  evidence: readonly HoldEvidence[],
  choices: readonly HoldChoice[],
): Held {
  return { type: 'held', reason, evidence, choices: [...choices, ABANDON] };
}

/** What was seen, by the names of what it is about. */
export const evidenceOf = (
  record: Readonly<Partial<Record<EvidenceName, Statement>>>,
): readonly HoldEvidence[] =>
  (Object.entries(record) as [EvidenceName, Statement][]).map(([name, value]) => ({ name, value }));

const ABANDON: HoldChoice = {
  name: 'abandon',
  means: coded('abandonFailback'),
  leadsTo: 'abandoned',
};

export const startOver: HoldChoice = {
  name: 'again',
  means: coded('checkAgain'),
  leadsTo: 'checking',
};

/** Asks the question of this stage again. */
export const askAgain = (stage: Stage): HoldChoice => ({
  name: 'again',
  means: coded('askAgain'),
  leadsTo: stageToAskAgain(stage),
});

/** Goes on in this stage, after a fresh look. */
export const lookAgain = (stage: Stage): HoldChoice => ({
  name: 'again',
  means: coded('lookAgain'),
  leadsTo: stageToAskAgain(stage),
});

/** Takes a job that somebody else started as the one of this failback. */
export const adoptJob = (leadsTo: Stage, adopts: string): HoldChoice => ({
  name: 'adopt',
  means: coded('adoptJob'),
  leadsTo,
  adopts,
});

/** Goes on without what could not be done on-premises. */
export const goOnUnprepared = (leadsTo: Stage): HoldChoice => ({
  name: 'without',
  means: coded('continueUnprepared'),
  leadsTo,
  accepts: UNPREPARED,
});

const OVERRIDE = 'override';
const ANYWAY = 'anyway';

/** Whether a way out overrides a check: who chooses it decides nothing that it leads to. */
export const isOverride = (choice: string | undefined): boolean =>
  choice === OVERRIDE || choice === ANYWAY;

/** The key under which a person accepts that the server is not prepared. */
export const UNPREPARED = 'serverNotPrepared';

/** Goes on with a VM that ran on half-written disks: nobody knows what it wrote to them. */
export const goOnAnyway = (leadsTo: Stage): HoldChoice => ({
  name: ANYWAY,
  means: coded('continueAlthoughStarted'),
  leadsTo,
  needsReason: true,
});

/** Has the commit asked for without these proofs. The VM is looked at once more: what else is missing stops it again. */
export const overrideProof = (letsPass: readonly MissingProof[]): HoldChoice => ({
  name: OVERRIDE,
  means: coded('askWithoutProof'),
  leadsTo: 'verifying',
  letsPass,
  needsReason: true,
});

/** Azure goes on with the failed job. Whether it may, and the VM, are looked at once more before. */
export const restart: HoldChoice = {
  name: 'restart',
  means: coded('restartJob'),
  leadsTo: 'restarting',
};

/** Nothing is cancelled. */
export const letFinish = (leadsTo: Stage): HoldChoice => ({
  name: 'finish',
  means: coded('letJobFinish'),
  leadsTo,
});

/**
 * The two ways of cancelling. What it leaves behind: "the VM might be in a corrupted state"
 * (https://learn.microsoft.com/azure/site-recovery/hyper-v-azure-failback).
 */
export const CANCELS: readonly HoldChoice[] = [
  {
    name: 'cancel',
    means: coded('cancelAndEnd'),
    leadsTo: 'cancelling',
    cancels: 'end',
    needsReason: true,
  },
  {
    name: 'cancel-again',
    means: coded('cancelAndCheckAgain'),
    leadsTo: 'cancelling',
    cancels: 'again',
    needsReason: true,
  },
];

/** Ends the failback by what a person has seen and Azure does not show to the bot. */
export const confirmProtection: HoldChoice = {
  name: 'confirm',
  means: coded('confirmProtected'),
  leadsTo: 'protected',
  needsReason: true,
};

/** Goes on from where somebody else has brought it. */
export const follow = (leadsTo: Stage, means: Statement): HoldChoice => ({
  name: 'follow',
  means,
  leadsTo,
});
/** The key under which a person accepts that the VM comes up without a network. */
export const WITHOUT_SWITCH = 'switchMissing';
/** A planned failover that somebody else has started, as a failback takes it over. Nothing is called by that. */
export interface TakenOver {
  /** Absent where the failover is done and only the commit is missing. */
  readonly jobId?: string;
  readonly synchronization: Synchronization;
  /** When the Azure VM stopped, where the job tells it. */
  readonly downFrom?: number;
}
