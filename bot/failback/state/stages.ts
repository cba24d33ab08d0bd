import type { Synchronization } from '../ports/site-recovery.ts';
import type { NamedStage } from '../words/statement.ts';

/** One row of the stage table: the diagram in the docs and the tests are printed from it. */
interface StageRow {
  readonly leadsTo: readonly string[];
}

/**
 * Every stage of a failback, in the order of the way home, and where it may go. A move that is not here is a bug and is
 * refused.
 */
export const STAGES = {
  checking: {
    leadsTo: ['awaitingSwitch', 'awaitingDirection', 'notReady', 'cancelled', 'abandoned'],
  },
  awaitingSwitch: {
    leadsTo: ['creatingSwitch', 'checking', 'expired', 'cancelled', 'abandoned'],
  },
  creatingSwitch: {
    leadsTo: ['checking', 'awaitingSwitch', 'cancelled', 'abandoned'],
  },
  adopting: {
    leadsTo: [
      'synchronizing',
      'awaitingCompletion',
      'completing',
      'transferring',
      'verifying',
      'notReady',
      'cancelled',
      'abandoned',
    ],
  },
  awaitingDirection: {
    leadsTo: ['starting', 'declined', 'expired', 'cancelled', 'checking', 'abandoned'],
  },
  starting: {
    leadsTo: [
      'synchronizing',
      'transferring',
      'awaitingDirection',
      'checking',
      'cancelled',
      'abandoned',
    ],
  },
  synchronizing: {
    leadsTo: [
      'awaitingCompletion',
      'awaitingAction',
      'completing',
      'transferring',
      'verifying',
      'restarting',
      'cancelling',
      'checking',
      'abandoned',
    ],
  },
  awaitingCompletion: {
    leadsTo: [
      'completing',
      'transferring',
      'verifying',
      'synchronizing',
      'restarting',
      'cancelling',
      'checking',
      'abandoned',
    ],
  },
  completing: {
    leadsTo: [
      'verifying',
      'awaitingCompletion',
      'synchronizing',
      'transferring',
      'awaitingAction',
      'restarting',
      'cancelling',
      'checking',
      'abandoned',
    ],
  },
  transferring: {
    leadsTo: [
      'verifying',
      'awaitingCompletion',
      'synchronizing',
      'completing',
      'awaitingAction',
      'restarting',
      'cancelling',
      'checking',
      'abandoned',
    ],
  },
  awaitingAction: {
    leadsTo: [
      'resuming',
      'synchronizing',
      'awaitingCompletion',
      'completing',
      'transferring',
      'cancelling',
      'checking',
      'abandoned',
    ],
  },
  resuming: {
    leadsTo: [
      'synchronizing',
      'awaitingCompletion',
      'completing',
      'transferring',
      'awaitingAction',
      'cancelling',
      'checking',
      'abandoned',
    ],
  },
  cancelling: {
    leadsTo: [
      'cancelled',
      'checking',
      'synchronizing',
      'awaitingCompletion',
      'awaitingAction',
      'completing',
      'transferring',
      'verifying',
      'abandoned',
    ],
  },
  restarting: {
    leadsTo: [
      'synchronizing',
      'awaitingCompletion',
      'completing',
      'transferring',
      'verifying',
      'checking',
      'abandoned',
    ],
  },
  verifying: {
    leadsTo: ['awaitingCommit', 'abandoned'],
  },
  awaitingCommit: {
    leadsTo: ['committing', 'verifying', 'awaitingReverse', 'reversing', 'protected', 'abandoned'],
  },
  committing: {
    leadsTo: ['awaitingReverse', 'reversing', 'verifying', 'abandoned'],
  },
  awaitingReverse: {
    leadsTo: ['reversing', 'protected', 'abandoned'],
  },
  reversing: {
    leadsTo: ['protected', 'awaitingReverse', 'abandoned'],
  },
  protected: { leadsTo: [] },
  notReady: {
    leadsTo: [],
  },
  declined: { leadsTo: [] },
  expired: {
    leadsTo: [],
  },
  cancelled: { leadsTo: [] },
  abandoned: {
    leadsTo: [],
  },
} as const satisfies Record<string, StageRow>;

export type Stage = keyof typeof STAGES;

/** What is true while a failback is in a stage. */
export const stageMeaning = (stage: Stage): NamedStage => ({ stage });

export const ENDS = [
  'protected',
  'notReady',
  'declined',
  'expired',
  'cancelled',
  'abandoned',
] as const satisfies readonly Stage[];

export type End = (typeof ENDS)[number];

export function isEnd(stage: Stage): stage is End {
  return (ENDS as readonly Stage[]).includes(stage);
}

/**
 * The stage from which the question of a stage is asked again. The commit is asked for only after a fresh proof: every way back
 * to its question begins there.
 */
export const stageToAskAgain = (stage: Stage): Stage =>
  stage === 'awaitingCommit' ? 'verifying' : stage;

export function mayMove(from: Stage, to: Stage): boolean {
  return (STAGES[from].leadsTo as readonly Stage[]).includes(to);
}

const BEFORE_START: readonly Stage[] = [
  'adopting',
  'checking',
  'awaitingSwitch',
  'creatingSwitch',
  'awaitingDirection',
];

/** Whether nothing can have been asked of Azure in this stage. */
export const isBeforeStart = (stage: Stage): boolean => BEFORE_START.includes(stage);

const BEFORE_HOME: readonly Stage[] = [
  'synchronizing',
  'awaitingCompletion',
  'completing',
  'transferring',
  'cancelling',
  'awaitingAction',
  'resuming',
  'restarting',
];

const IN_ORDER = Object.keys(STAGES) as readonly Stage[];

/** Whether a stage comes before another one on the way home. */
export function comesBefore(stage: Stage, other: Stage): boolean {
  return IN_ORDER.indexOf(stage) < IN_ORDER.indexOf(other);
}

/** Whether the planned failover's job still writes the on-premises disks, or would have gone on to. */
export function isBeforeHome(stage: Stage): boolean {
  return BEFORE_HOME.includes(stage);
}

/** The stage of a planned failover that Azure has taken. */
export function stageAfterStart(
  synchronization: Synchronization,
): 'synchronizing' | 'transferring' {
  return synchronization === 'fullDownload' ? 'transferring' : 'synchronizing';
}
