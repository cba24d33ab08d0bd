import type { Policy } from './policy.ts';
import type { Stage } from './stages.ts';

/** The calls that change the world. */
export type Operation = GatedOperation | ChosenOperation;

/** The calls that a passed gate leads to. */
export type GatedOperation =
  | 'plannedFailover'
  | 'completeFailover'
  /** Of a recovery plan: its job is resumed from an action of the plan's own. */
  | 'completeAction'
  | 'commit'
  | 'reverseReplicate';

/** The calls that a way out of a hold leads to: whoever may choose it has decided. */
export type ChosenOperation = 'cancelJob' | 'restartJob';

/** The questions that a person must answer. */
export type GateKind = 'switch' | 'direction' | 'complete' | 'action' | 'commit' | 'reverse';

interface GateRow {
  /** The stage in which the question is open. */
  readonly awaits: Stage;
  /** The stage that a passed gate leads to. */
  readonly opens: Stage;
  /** What is called in Azure when it is passed; absent where something is done on-premises. */
  readonly operation?: GatedOperation;
  /** What must be typed to approve; a yes is not enough where a wrong click can not be undone. */
  readonly challenge?: 'liveSide' | 'vmName';
}

/** The gates, in the order in which they are met. */
export const GATES = {
  switch: { awaits: 'awaitingSwitch', opens: 'creatingSwitch' },
  direction: {
    awaits: 'awaitingDirection',
    opens: 'starting',
    operation: 'plannedFailover',
    challenge: 'liveSide',
  },
  complete: { awaits: 'awaitingCompletion', opens: 'completing', operation: 'completeFailover' },
  action: { awaits: 'awaitingAction', opens: 'resuming', operation: 'completeAction' },
  commit: {
    awaits: 'awaitingCommit',
    opens: 'committing',
    operation: 'commit',
    challenge: 'vmName',
  },
  reverse: { awaits: 'awaitingReverse', opens: 'reversing', operation: 'reverseReplicate' },
} as const satisfies Record<GateKind, GateRow>;

const KINDS = Object.keys(GATES) as GateKind[];

const rowOf = (kind: GateKind): GateRow => GATES[kind];

/** The stages in which a chosen call is made. */
const CHOSEN: Partial<Record<Stage, ChosenOperation>> = {
  cancelling: 'cancelJob',
  restarting: 'restartJob',
};

/** Whether a way out of a hold leads to this call, and no gate. */
export const isChosen = (operation: Operation): operation is ChosenOperation =>
  Object.values(CHOSEN).includes(operation as ChosenOperation);

/** The gate that is open in a stage. */
export function gateAwaitedIn(stage: Stage): GateKind | undefined {
  return KINDS.find((kind) => GATES[kind].awaits === stage);
}

/** The stage in which it was asked whether this stage begins; the stage itself where nothing is asked before it. */
export const questionBefore = (stage: Stage): Stage =>
  Object.values(GATES).find(({ opens }) => opens === stage)?.awaits ?? stage;

/** The gate that leads to a call. */
export function gateOf(operation: GatedOperation): GateKind {
  const kind = KINDS.find((candidate) => rowOf(candidate).operation === operation);
  if (kind === undefined) throw new Error(`no gate leads to ${operation}`);
  return kind;
}

/** The call that a stage makes. */
export function operationIn(stage: Stage): Operation | undefined {
  const kind = KINDS.find((candidate) => GATES[candidate].opens === stage);
  return kind === undefined ? CHOSEN[stage] : rowOf(kind).operation;
}

/** What has to be typed to approve; undefined where a yes is enough. */
export function challengeOf(kind: GateKind): 'liveSide' | 'vmName' | undefined {
  return rowOf(kind).challenge;
}

/** Whether what was typed is what was asked for, in any case. */
export function isChallengeMet(kind: GateKind, vmName: string, typed: string | undefined): boolean {
  const challenge = challengeOf(kind);
  if (challenge === undefined) return true;
  const wanted = challenge === 'liveSide' ? LIVE_SIDE : vmName;
  return typed !== undefined && typed.trim().toLowerCase() === wanted.trim().toLowerCase();
}

/** The side on which the VM runs before a failback, as it has to be typed. */
export const LIVE_SIDE = 'azure';

/**
 * How many people have to approve. A switch is made under the rule of the direction, an action of a recovery plan under that
 * of the complete failover that it is part of.
 */
export function approvalsFor(kind: GateKind, { approvals }: Policy): number {
  if (kind === 'switch') return approvals.direction;
  return kind === 'action' ? approvals.complete : approvals[kind];
}
