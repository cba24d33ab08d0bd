import type { Directory } from '../access/directory.ts';
import type { RefusalCode } from '../failback/decide.ts';
import type { Decision, Failback } from '../failback/failback.ts';
import { STAGES } from '../failback/stages.ts';
import type { Line, Message } from './message.ts';
import { compose, list, note, paragraph } from './say.ts';

/** Why a click or a command had no effect, what the state is, and who decided. */
export function refusal(code: RefusalCode, failback: Failback, directory: Directory): Message {
  return compose(
    paragraph({ bold: failback.id }, ` ${failback.target.name}: `, REASONS[code](failback)),
    list(failback.decisions.slice(-3).map((decision) => decisionLine(decision, directory))),
    note(
      `Now: ${STAGES[failback.stage].meaning}${failback.hold ? ' On hold: it waits for a choice.' : ''}`,
    ),
  );
}

const REASONS: Readonly<Record<RefusalCode, (failback: Failback) => string>> = {
  nothingAsked: () => 'no question is open, so nothing was done.',
  outdated: () => 'that question is no longer open, so nothing was done. Use the newest message.',
  expired: () => 'that question has expired, so nothing was done.',
  notApprover: () => 'only an approver may decide this. Nothing was done; the attempt is recorded.',
  ownRequest: () =>
    'you asked for this failback, so somebody else has to decide. Nothing was done; the attempt is recorded.',
  alreadyVoted: () => 'your vote is already counted. Nothing was done.',
  wrongAnswer,
  notOperator: () => 'only an operator may do this. Nothing was done; the attempt is recorded.',
  tooLateToCancel: () =>
    'it is too late to cancel here: Azure was already asked to start. Stopping the synchronization would leave the on-premises disks inconsistent. Let it finish, or decide at the next question.',
  hasEnded: (failback) => `it has ended. ${failback.summary ?? ''}`.trim(),
  notOffered: () => 'that choice is not offered. Nothing was done.',
};

function wrongAnswer(failback: Failback): string {
  return failback.gate?.kind === 'commit'
    ? 'what you typed is not the name of the VM. Nothing was done; the attempt is recorded.'
    : 'that is not the side on which the VM is live. Read the question again. Nothing was done; the attempt is recorded.';
}

/** One question that is over, and who decided. */
export function decisionLine({ kind, outcome, votes, at }: Decision, directory: Directory): Line {
  const names = votes.map(({ by }) => directory.nameOf(by.person ?? by.userId)).join(', ');
  return [`${kind}: ${OUTCOMES[outcome]}`, names === '' ? '' : ` by ${names}`, ', ', { time: at }];
}

const OUTCOMES: Readonly<Record<Decision['outcome'], string>> = {
  passed: 'approved',
  declined: 'declined',
  expired: 'expired without a decision',
  withdrawn: 'withdrawn',
  voided:
    'approved, but void because Azure changed or the approval was not used in time; asked again',
};
