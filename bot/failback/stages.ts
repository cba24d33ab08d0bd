import type { Synchronization } from './ports/site-recovery.ts';
import { type Phrase, phrase } from './words.ts';

/** One row of the stage table: the diagram in the docs and the tests are printed from it. */
interface StageRow {
  /** What is true while a failback is in this stage, in words for people. */
  readonly meaning: Phrase;
  readonly leadsTo: readonly string[];
}

/**
 * Every stage of a failback, in the order of the way home, and where it may go. A move that is not here is a bug and is
 * refused.
 */
export const STAGES = {
  checking: {
    meaning: phrase('Readiness is being checked. Nothing is started.'),
    leadsTo: ['awaitingSwitch', 'awaitingDirection', 'notReady', 'cancelled', 'abandoned'],
  },
  awaitingSwitch: {
    meaning: phrase(
      'A virtual switch is missing where the VM is made. Making it is waiting for a decision. Nothing is started.',
    ),
    leadsTo: ['creatingSwitch', 'checking', 'expired', 'cancelled', 'abandoned'],
  },
  creatingSwitch: {
    meaning: phrase('A virtual switch is being made on-premises. Nothing is started in Azure.'),
    leadsTo: ['checking', 'awaitingSwitch', 'cancelled', 'abandoned'],
  },
  adopting: {
    meaning: phrase(
      'A planned failover that was started outside of the bot is to be taken over. Nothing is called.',
    ),
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
    meaning: phrase('The direction is waiting for a decision. Nothing is started.'),
    leadsTo: ['starting', 'declined', 'expired', 'cancelled', 'checking', 'abandoned'],
  },
  starting: {
    meaning: phrase('The planned failover is being started.'),
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
    meaning: phrase('Data travels to on-premises. The Azure VM keeps running.'),
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
    meaning: phrase(
      'Ready for complete failover, waiting for a decision. The Azure VM keeps running.',
    ),
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
    meaning: phrase(
      'Downtime: the Azure VM stops, the last changes travel, the on-premises VM starts.',
    ),
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
    meaning: phrase(
      'Downtime: the Azure VM stops, all of its data is downloaded, the on-premises VM starts.',
    ),
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
    meaning: phrase('The recovery plan waits for somebody to do what one of its actions says.'),
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
    meaning: phrase('The action is done. The recovery plan is told to go on.'),
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
    meaning: phrase(
      'The planned failover job is being cancelled. The on-premises VM must not be started afterwards.',
    ),
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
    meaning: phrase('The failed planned failover job is being restarted.'),
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
    meaning: phrase('The on-premises VM is being verified.'),
    leadsTo: ['awaitingCommit', 'abandoned'],
  },
  awaitingCommit: {
    meaning: phrase(
      'The VM is home. Commit is waiting for a decision; until then the Azure VM still exists.',
    ),
    leadsTo: ['committing', 'verifying', 'awaitingReverse', 'reversing', 'protected', 'abandoned'],
  },
  committing: {
    meaning: phrase('Commit: the Azure VM and its disks are being deleted.'),
    leadsTo: ['awaitingReverse', 'reversing', 'verifying', 'abandoned'],
  },
  awaitingReverse: {
    meaning: phrase('Not protected. Reverse replication is waiting for a decision.'),
    leadsTo: ['reversing', 'protected', 'abandoned'],
  },
  reversing: {
    meaning: phrase('Not protected until reverse replication is healthy.'),
    leadsTo: ['protected', 'awaitingReverse', 'abandoned'],
  },
  protected: { meaning: phrase('Home and protected again.'), leadsTo: [] },
  notReady: {
    meaning: phrase('Ended: the VM was not ready to come home.'),
    leadsTo: [],
  },
  declined: { meaning: phrase('Ended: the direction was declined.'), leadsTo: [] },
  expired: {
    meaning: phrase('Ended: nobody decided the direction in time.'),
    leadsTo: [],
  },
  cancelled: { meaning: phrase('Ended: cancelled.'), leadsTo: [] },
  abandoned: {
    meaning: phrase('Ended: the bot let go of it. Whatever runs in Azure goes on without the bot.'),
    leadsTo: [],
  },
} as const satisfies Record<string, StageRow>;

export type Stage = keyof typeof STAGES;

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
