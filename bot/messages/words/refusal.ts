import type { Directory } from '../../access/directory.ts';
import type { Line, Message } from '../../chat/message/message.ts';
import { type PhraseValues, phrase, type Words } from '../../chat/message/phrase.ts';
import { bulletList, compose, note, paragraph } from '../../chat/message/say.ts';
import { shownName } from '../../chat/message/shorten.ts';
import type { RefusalCode } from '../../failback/state/decided.ts';
import type { Decision, Failback } from '../../failback/state/failback.ts';
import { isEnd, stageMeaning } from '../../failback/state/stages.ts';
import { coded } from '../../failback/words/coded.ts';
import { markPart } from './do-not-start.ts';
import { GATE_NAMES } from './gate-names.ts';

/** Why a click or a command had no effect, what the state is, and who decided. */
export function refusal(code: RefusalCode, failback: Failback, directory: Directory): Message {
  const { id, target, decisions, stage, hold } = failback;
  return compose(
    paragraph({ bold: id }, ` ${shownName(target.name)}: `, REASONS[code](failback)),
    markPart(failback),
    bulletList(decisions.slice(-3).map((decision) => decisionLine(decision, directory))),
    isEnd(stage) ? undefined : note(nowWords(stageMeaning(stage), hold !== undefined)),
  );
}

const nowWords = (meaning: Words, isOnHold: boolean): Words =>
  isOnHold
    ? phrase('Now: {meaning} On hold: it waits for a choice.', { meaning })
    : phrase('Now: {meaning}', { meaning });

/** Why something had no effect, as the end of a sentence that begins with the failback's id. */
export const reasonWords = (code: RefusalCode, failback: Failback): Words =>
  REASONS[code](failback);

const wrongAnswer = ({ gate }: Failback): Words =>
  gate?.kind === 'commit'
    ? phrase(
        'what you typed is not the name of the VM. Nothing was done; the attempt is recorded. Read the question again before you approve.',
      )
    : phrase(
        'that is not the side on which the VM is live. Nothing was done; the attempt is recorded. Read the question again before you approve.',
      );

const REASONS: Readonly<Record<RefusalCode, (failback: Failback) => Words>> = {
  nothingAsked,
  outdated: () =>
    phrase(
      'that question is no longer open, so nothing was done. Use the newest message in the channel.',
    ),
  expired: () =>
    phrase(
      'that question has expired, so nothing was done. If it is asked again, there is a new message in the channel.',
    ),
  notApprover: () =>
    phrase(
      'only an approver may decide this. Nothing was done; the attempt is recorded. Ask an approver.',
    ),
  ownRequest: () =>
    phrase(
      'you asked for this failback, so somebody else has to decide. Nothing was done; the attempt is recorded.',
    ),
  ownOverride: () =>
    phrase(
      'you had a check passed over in this failback, so somebody else has to decide. Nothing was done; the attempt is recorded.',
    ),
  ownHurry: () =>
    phrase(
      'you had this asked outside of the maintenance window, so somebody else has to decide. Nothing was done; the attempt is recorded.',
    ),
  alreadyVoted: () =>
    phrase(
      'your vote is counted already, so nothing more was done. It waits for another approver.',
    ),
  wrongAnswer,
  notOperator: () =>
    phrase(
      'your roles do not allow this. Nothing was done; the attempt is recorded. Ask an operator.',
    ),
  tooLateToCancel: () =>
    phrase(
      'it is too late to cancel here: no planned failover job runs or waits any more. Nothing was done. Decline the next question if it must not go on.',
    ),
  cancelUnderWay: () => phrase('it is being cancelled already, so nothing was done.'),
  hasEnded: ({ summary }) =>
    summary === undefined
      ? phrase('it has ended, so nothing was done.')
      : phrase('it has ended, so nothing was done. {summary}', { summary }),
  onHold: () =>
    phrase(
      'it is on hold already, so nothing was done. Its message in the channel has the choices.',
    ),
  reasonMissing: ({ id, hold }) =>
    hold === undefined
      ? phrase('this needs a reason, so nothing was done: /failback ask-now {id} <reason>', { id })
      : phrase(
          'this needs a reason, so nothing was done: /failback choose {id} <choice> <reason>',
          {
            id,
          },
        ),
  callUnderWay: () =>
    phrase(
      'Azure is being asked right now, and the outcome has to be known first. Nothing was done. Try again in a minute.',
    ),
  notWaiting: () => phrase('it does not wait for a maintenance window, so nothing was done.'),
  notOffered: ({ hold }) =>
    phrase('that is not one of the choices. Nothing was done. Choices: {choices}.', {
      choices: hold === undefined ? coded('none') : { list: hold.choices.map(({ name }) => name) },
    }),
};

/** A question is answered by approving or declining, a hold by choosing: one was answered as the other, or neither is open. */
function nothingAsked({ gate, hold }: Failback): Words {
  if (hold)
    return phrase(
      'it is on hold, so there is nothing to approve or decline. Nothing was done. Choose in the message on hold in the channel.',
    );
  return gate === undefined
    ? phrase(
        'no question is open, so nothing was done. When a decision is needed, the bot asks in the channel.',
      )
    : phrase(
        'it is not on hold, so there is nothing to choose. Nothing was done. It waits for a decision about {question}: approve or decline it.',
        { question: GATE_NAMES[gate.kind] },
      );
}

/** One question that is over, and who decided. */
export function decisionLine({ kind, outcome, votes, at }: Decision, directory: Directory): Line {
  const list = votes.map(({ by }) => directory.nameOf(by.person ?? by.userId));
  return [OUTCOMES[outcome]({ question: GATE_NAMES[kind], names: { list }, at: { time: at } })];
}

const OUTCOMES: Readonly<Record<Decision['outcome'], (values: PhraseValues) => Words>> = {
  passed: (values) => phrase('Question about {question}: approved by {names}, {at}', values),
  declined: (values) => phrase('Question about {question}: declined by {names}, {at}', values),
  expired: (values) =>
    phrase('Question about {question}: expired without a decision, {at}', values),
  withdrawn: (values) =>
    phrase('Question about {question}: withdrawn, the situation has changed, {at}', values),
  voided: (values) =>
    phrase(
      'Question about {question}: approved by {names}, but void: something changed, or the approval was not used in time. It is asked again, {at}',
      values,
    ),
};
