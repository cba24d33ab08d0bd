import { comingHome, toBeRestored, toBeSecured } from '../state/coming-home.ts';
import type { Call, Failback } from '../state/failback.ts';
import type { Operation } from '../state/gates.ts';
import { type GateKind, gateAwaitedIn, isChosen, operationIn } from '../state/gates.ts';
import { MAX_ATTEMPTS } from '../state/policy.ts';
import type { Run } from '../state/run.ts';
import { isEnd } from '../state/stages.ts';
import { isAskedTogether } from './asked-together.ts';
import { type DueReminder, dueReminder, nextReminderAt } from './reminders.ts';
import { waitForWindow } from './schedule.ts';
import { turnOf } from './turn.ts';

/** What the runner does next for a failback. */
export type Step =
  | { readonly do: 'nothing' }
  /** Nothing to do before `until`, unless a person or the vault's picture says something new. */
  | { readonly do: 'wait'; readonly until?: number }
  | { readonly do: 'check' }
  /** See what was begun outside of the bot, and ask whether it is taken over. */
  | { readonly do: 'adopt' }
  | { readonly do: 'openGate'; readonly gate: GateKind; readonly together?: true }
  /** Its wave cannot begin: VMs of the wave before do not come home by themselves. */
  | { readonly do: 'stopWave'; readonly missing: readonly Failback[] }
  /** The ledger has an entry of this failback that nobody here knows. */
  | { readonly do: 'stopAtUnknownEntry'; readonly entry: string }
  | ({ readonly do: 'remind' } & DueReminder)
  | { readonly do: 'expireGate' }
  | { readonly do: 'voidGrant' }
  /** Compare with what was approved, write the intent down, call. */
  | { readonly do: 'call'; readonly operation: Operation; readonly attempt: number }
  /** A call was written down and its outcome is not known: look at the world. */
  | { readonly do: 'reconcile'; readonly call: Call }
  /** The call may not be sent again without a person. */
  | { readonly do: 'giveUpCall'; readonly operation: Operation }
  /** See that the on-premises VM is off, and keep it from starting by itself. */
  | { readonly do: 'prepareHost' }
  /** Put back what was changed on-premises. */
  | { readonly do: 'restoreHost' }
  /** Keep a VM that must not be started from starting by itself. */
  | { readonly do: 'secureHost' }
  /** Make the next virtual switch that is missing. */
  | { readonly do: 'createSwitch' }
  /** A switch may have been made, and nobody knows: look. */
  | { readonly do: 'seeSwitch' }
  | { readonly do: 'verify' }
  /** The job and the item are watched through the vault's picture. */
  | { readonly do: 'watch' };

/**
 * Decides what comes next. Pure: the same state and time give the same step, after a crash too. A failback of a run waits for
 * the others of the run.
 */
export function nextStep(failback: Failback, now: number, run?: Run): Step {
  if (isToBeSecured(failback)) return { do: 'secureHost' };
  if (isEnd(failback.stage))
    return isLeftChanged(failback) ? { do: 'restoreHost' } : { do: 'nothing' };
  if (failback.hold) return waitForAnswer(failback, now);
  if (failback.unknownEntry !== undefined)
    return { do: 'stopAtUnknownEntry', entry: failback.unknownEntry };
  const turn = turnOf(failback, run);
  if (turn.is === 'waiting') return { do: 'wait' };
  if (turn.is === 'broken') return { do: 'stopWave', missing: turn.missing };
  return stepOnItsTurn(failback, now, run);
}

function stepOnItsTurn(failback: Failback, now: number, run: Run | undefined): Step {
  if (failback.stage === 'checking') return { do: 'check' };
  if (failback.stage === 'adopting') return { do: 'adopt' };
  if (failback.stage === 'verifying') return { do: 'verify' };
  if (failback.stage === 'creatingSwitch') return stepAtSwitch(failback, now);
  const gate = gateAwaitedIn(failback.stage);
  if (gate !== undefined) return stepAtGate(failback, gate, now, run);
  const operation = operationIn(failback.stage);
  return operation === undefined ? { do: 'watch' } : stepAtCall(failback, operation, now);
}

/** Nothing is made twice: what may have been made is looked for first. */
function stepAtSwitch({ switchIntent, grant }: Failback, now: number): Step {
  if (switchIntent !== undefined) return { do: 'seeSwitch' };
  return grant !== undefined && now >= grant.expiresAt
    ? { do: 'voidGrant' }
    : { do: 'createSwitch' };
}

const isToBePrepared = (failback: Failback, operation: Operation) =>
  operation === 'plannedFailover' && comingHome(failback).some(({ isPrepared }) => !isPrepared);

/** After the commit nothing has to keep the VMs from starting any more. */
const isToBeRestored = (failback: Failback) =>
  failback.stage === 'reversing' && toBeRestored(failback).length > 0;

/** A failback that ended well, or before anything was started, leaves nothing changed on-premises. */
const isLeftChanged = (failback: Failback) =>
  (failback.stage === 'protected' || !failback.isTouched) && toBeRestored(failback).length > 0;

/** While nothing else is under way: before the start the VMs are prepared anyway. */
const isToBeSecured = (failback: Failback) => {
  const { stage, hold } = failback;
  const isIdle = isEnd(stage) || hold !== undefined;
  const vms = toBeSecured(failback);
  // A server to which nothing is brought does not keep the checks waiting.
  return isIdle ? vms.length > 0 : stage === 'checking' && vms.some((vm) => vm.isDestination);
};

function stepAtGate(failback: Failback, kind: GateKind, now: number, run: Run | undefined): Step {
  const wait = waitForWindow(failback, now);
  if (wait !== undefined) return { do: 'wait', until: wait.until };
  if (failback.gate === undefined) {
    const together = isAskedTogether(failback, kind, run, now);
    return { do: 'openGate', gate: kind, ...(together && { together }) };
  }
  return now >= failback.gate.expiresAt
    ? { do: 'expireGate' }
    : waitForAnswer(failback, now, failback.gate.expiresAt);
}

/** Waits for a person, and reminds them now and then. */
function waitForAnswer(failback: Failback, now: number, expiresAt?: number): Step {
  const due = dueReminder(failback, now);
  if (due !== undefined) return { do: 'remind', ...due };
  const moments = [expiresAt, nextReminderAt(failback, now)].filter((one) => one !== undefined);
  return moments.length === 0 ? { do: 'wait' } : { do: 'wait', until: Math.min(...moments) };
}

function stepAtCall(failback: Failback, operation: Operation, now: number): Step {
  const { call } = failback;
  switch (call?.status) {
    case 'intended':
    case 'uncertain':
      return { do: 'reconcile', call };
    case 'taken':
      return isToBeRestored(failback) ? { do: 'restoreHost' } : { do: 'watch' };
    case 'notTaken':
      return call.attempt >= MAX_ATTEMPTS
        ? { do: 'giveUpCall', operation }
        : stepToCall(failback, operation, call.attempt + 1, now);
    case 'postponed':
      return call.retryAt !== undefined && now < call.retryAt
        ? { do: 'wait', until: call.retryAt }
        : stepToSendAgain(failback, call, now);
    case undefined:
      return stepToCall(failback, operation, 1, now);
  }
}

/** A call that Azure keeps from being sent does not wait for ever, with or without an approval that runs out. */
function stepToSendAgain(failback: Failback, { operation, attempt }: Call, now: number): Step {
  return failback.grant === undefined && now - failback.stageSince >= failback.policy.questionMs
    ? { do: 'giveUpCall', operation }
    : stepToCall(failback, operation, attempt, now);
}

function stepToCall(failback: Failback, operation: Operation, attempt: number, now: number): Step {
  const { grant } = failback;
  if (grant === undefined && needsGrant(failback, operation))
    return { do: 'giveUpCall', operation };
  if (grant !== undefined && now >= grant.expiresAt) return { do: 'voidGrant' };
  return isToBePrepared(failback, operation)
    ? { do: 'prepareHost' }
    : { do: 'call', operation, attempt };
}

const needsGrant = (failback: Failback, operation: Operation) =>
  !isChosen(operation) && (operation !== 'reverseReplicate' || failback.policy.askBeforeReverse);
