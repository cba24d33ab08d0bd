import { isCallUnderWay } from '../state/call-under-way.ts';
import { withOnPremises } from '../state/coming-home.ts';
import type { EventOf } from '../state/events.ts';
import type { Failback } from '../state/failback.ts';
import { questionBefore } from '../state/gates.ts';
import { type AfterCancel, type HoldChoice, isOverride, restart } from '../state/holds.ts';
import { isBeforeHome } from '../state/stages.ts';
import { unsupportedIn } from '../state/support.ts';
import { coded } from '../words/coded.ts';
import { subjectOf } from '../words/facts.ts';
import { taken } from './calls.ts';
import { closeHold, end } from './end.ts';
import { followed, takenOver } from './followed.ts';
import { restarting } from './jobs.ts';
import { markedInconsistent } from './marks.ts';
import { moveTo, startedOver, without } from './move-to.ts';
import { unprepared, unseen } from './on-premises.ts';

/** The bot stopped and asks. */
export function heldNow(failback: Failback, event: EventOf<'held'>, at: number): Failback {
  return {
    ...stopped(event.reason === 'vmStarted' ? startedByHand(failback, event) : failback, at),
    asked: failback.asked + 1,
    hold: {
      ...event,
      number: failback.asked + 1,
      at,
      ...(isHeldTogether(failback, event) && { together: true }),
    },
    isTouched: failback.isTouched || isCallUnderWay(failback),
  };
}

/** Without the question that was open. A wish to have it asked now lives on in the approval that was given because of it. */
function stopped(failback: Failback, at: number): Failback {
  const idle = closeHold(without(failback, 'gate'), at);
  return failback.grant === undefined ? without(idle, 'askedNow') : idle;
}

/** What a whole wave is asked: whether it begins, and what becomes of a question that was declined or expired for all. */
function isHeldTogether(
  { wave, decisions }: Failback,
  { reason, together }: EventOf<'held'>,
): boolean {
  if (wave === undefined) return false;
  if (together) return true;
  const isAfterQuestion = reason === 'gateDeclined' || reason === 'gateExpired';
  return reason === 'waveBroken' || (isAfterQuestion && decisions.at(-1)?.together === true);
}

/**
 * A VM that ran on half-written disks is as bad as one whose synchronization was cancelled. Its hold is the alarm: only what is
 * seen after it is worth another one.
 */
const startedByHand = (failback: Failback, event: EventOf<'held'>): Failback =>
  withOnPremises(failback, event, (vm) => ({
    ...vm,
    isMarked: true,
    markedAs: { state: vm.seen?.state ?? 'Running', startAction: 'Nothing' },
  }));

/** Somebody has chosen a way out. */
export function holdReleased(
  failback: Failback,
  event: EventOf<'holdReleased'>,
  at: number,
): Failback {
  const choice = failback.hold?.choices.find((candidate) => candidate.name === event.choice);
  if (choice === undefined) throw new Error(`${failback.id} was not offered ${event.choice}`);
  const left = isLeftCancelled(failback, event) ? markedInconsistent(failback) : failback;
  const released: Failback = {
    ...closeHold(unseen(unprepared(left)), at, event),
    stageSince: at,
    accepted: choice.accepts ? [...failback.accepted, choice.accepts] : failback.accepted,
    ...(isOverride(choice.name) && overridden(failback, choice, event)),
  };
  if (choice.takesOver !== undefined) return takenOver(released, choice, at);
  if (choice.cancels !== undefined) return cancelling(released, choice.cancels, event, at);
  if (choice.adopts !== undefined) return taken(released, choice.adopts, at);
  return ledTo(released, event, at);
}

/** Nobody looks at the job any more, and it may be cancelled: by the bot's call, or by somebody else. */
function isLeftCancelled(failback: Failback, { leadsTo }: EventOf<'holdReleased'>): boolean {
  const { stage, call, job } = failback;
  const isLeft = leadsTo === 'abandoned' || leadsTo === 'checking';
  if (!isLeft || !isBeforeHome(stage) || job?.phase === 'succeeded') return false;
  const isAsked = call?.status === 'taken' || isCallUnderWay(failback);
  return job?.phase === 'cancelling' || (stage === 'cancelling' && isAsked);
}

const CONFIRMED = coded('protectionConfirmed');

/** The stage to which a way out leads, where that is all that it does. */
function ledTo(
  failback: Failback,
  { choice, leadsTo: to }: EventOf<'holdReleased'>,
  at: number,
): Failback {
  if (choice === restart.name) return restarting(failback, at);
  if (to === 'protected') return end(failback, 'protected', CONFIRMED, at);
  if (to === 'abandoned') return end(failback, 'abandoned', coded('failbackAbandoned'), at);
  if (to === 'checking') return startedOver(failback, at);
  if (choice === 'follow') return followed(failback, to, at);
  if (to === failback.stage) return failback;
  if (to === 'completing') return followed(failback, to, at);
  return moveTo(without(without(failback, 'call'), 'grant'), to, at);
}

/** An approver has decided to cancel the job. */
function cancelling(
  failback: Failback,
  andThen: AfterCancel,
  { by, reason }: EventOf<'holdReleased'>,
  at: number,
): Failback {
  const { stage, call } = failback;
  // What was approved and not called was not begun: when nothing comes of the cancelling, it is asked again.
  const from = call?.status === 'taken' ? stage : questionBefore(stage);
  const { interrupted = from } = failback;
  const wasDown = interrupted === 'completing' || interrupted === 'transferring';
  const decided = { by, reason: reason ?? '', andThen, from, wasDown };
  const idle = without(without(failback, 'call'), 'grant');
  return moveTo({ ...idle, cancelling: decided }, 'cancelling', at);
}

/** Who let something pass, and what: the commit without proof, or what is not supported. */
function overridden(
  failback: Failback,
  { letsPass }: HoldChoice,
  { by, reason = '' }: EventOf<'holdReleased'>,
): Partial<Failback> {
  if (letsPass !== undefined)
    return {
      proofOverrides: [...failback.proofOverrides, { by, reason, proofs: letsPass }],
    };
  if (failback.hold?.reason !== 'notSupported') return {};
  const checks = unsupportedIn(failback.checks, failback.overrides).map(subjectOf);
  return { overrides: [...failback.overrides, { by, reason, checks }] };
}
