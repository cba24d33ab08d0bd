import type { Directory } from '../access/directory.ts';
import type { RefusalCode } from '../failback/decide.ts';
import type { Decision, Failback } from '../failback/failback.ts';
import { isEnd, STAGES } from '../failback/stages.ts';
import { GATE_NAMES } from './gate-names.ts';
import type { Line, Message } from './message.ts';
import { compose, list, note, paragraph } from './say.ts';
import { shownName } from './shorten.ts';

/** Why a click or a command had no effect, what the state is, and who decided. */
export function refusal(code: RefusalCode, failback: Failback, directory: Directory): Message {
  const { id, target, decisions, stage, hold } = failback;
  return compose(
    paragraph({ bold: id }, ` ${shownName(target.name)}: `, REASONS[code](failback)),
    list(decisions.slice(-3).map((decision) => decisionLine(decision, directory))),
    isEnd(stage)
      ? undefined
      : note(`Now: ${STAGES[stage].meaning}${hold ? ' On hold: it waits for a choice.' : ''}`),
  );
}

const RECORDED = 'Nothing was done; the attempt is recorded.';

const REASONS: Readonly<Record<RefusalCode, (failback: Failback) => string>> = {
  nothingAsked,
  outdated: () =>
    'that question is no longer open, so nothing was done. Use the newest message in the channel.',
  expired: () =>
    'that question has expired, so nothing was done. If it is asked again, there is a new message in the channel.',
  notApprover: () => `only an approver may decide this. ${RECORDED} Ask an approver.`,
  ownRequest: () => `you asked for this failback, so somebody else has to decide. ${RECORDED}`,
  alreadyVoted: () =>
    'your vote is counted already, so nothing more was done. It waits for another approver.',
  wrongAnswer,
  notOperator: () => `your roles do not allow this. ${RECORDED} Ask an operator.`,
  tooLateToCancel: () =>
    'it is too late to cancel here: no planned failover job runs or waits any more. Nothing was done. Decline the next question if it must not go on.',
  cancelUnderWay: () => 'it is being cancelled already, so nothing was done.',
  hasEnded: ({ summary }) => `it has ended, so nothing was done. ${summary ?? ''}`.trim(),
  onHold: () =>
    'it is on hold already, so nothing was done. Its message in the channel has the choices.',
  reasonMissing: ({ id, hold }) =>
    `this needs a reason, so nothing was done: /failback ${hold ? `choose ${id} <choice>` : `ask-now ${id}`} <reason>`,
  callUnderWay: () =>
    'Azure is being asked right now, and the outcome has to be known first. Nothing was done. Try again in a minute.',
  notWaiting: () => 'it does not wait for a maintenance window, so nothing was done.',
  notOffered: ({ hold }) =>
    `that is not one of the choices. Nothing was done. Choices: ${hold?.choices.map(({ name }) => name).join(', ') ?? 'none'}.`,
};

/** A question is answered by approving or declining, a hold by choosing: one was answered as the other, or neither is open. */
function nothingAsked({ gate, hold }: Failback): string {
  if (hold)
    return 'it is on hold, so there is nothing to approve or decline. Nothing was done. Choose in the message on hold in the channel.';
  return gate === undefined
    ? 'no question is open, so nothing was done. When a decision is needed, the bot asks in the channel.'
    : `it is not on hold, so there is nothing to choose. Nothing was done. It waits for a decision about ${GATE_NAMES[gate.kind]}: approve or decline it.`;
}

function wrongAnswer({ gate }: Failback): string {
  const problem =
    gate?.kind === 'commit'
      ? 'what you typed is not the name of the VM.'
      : 'that is not the side on which the VM is live.';
  return `${problem} ${RECORDED} Read the question again before you approve.`;
}

/** One question that is over, and who decided. */
export function decisionLine({ kind, outcome, votes, at }: Decision, directory: Directory): Line {
  const names = votes.map(({ by }) => directory.nameOf(by.person ?? by.userId)).join(', ');
  return [
    `Question about ${GATE_NAMES[kind]}: ${OUTCOMES[outcome]}`,
    names === '' ? '' : ` by ${names}`,
    outcome === 'voided' ? `, but void: ${VOID}` : '',
    ', ',
    { time: at },
  ];
}

const VOID = 'Azure changed, or the approval was not used in time. It is asked again';

const OUTCOMES: Readonly<Record<Decision['outcome'], string>> = {
  passed: 'approved',
  declined: 'declined',
  expired: 'expired without a decision',
  withdrawn: 'withdrawn, the situation has changed',
  voided: 'approved',
};
