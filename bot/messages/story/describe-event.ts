import type { Directory } from '../../access/directory.ts';
import type { Line } from '../../chat/message/message.ts';
import {
  type PhraseValue,
  type PhraseValues,
  phrase,
  type Words,
} from '../../chat/message/phrase.ts';
import { shorten, shortWords, shownName } from '../../chat/message/shorten.ts';
import type { Synchronization } from '../../failback/ports/site-recovery.ts';
import type { ObservedJob } from '../../failback/site-recovery/jobs.ts';
import type { RefusalCode } from '../../failback/state/decided.ts';
import type { Actor, EventOf, FailbackEvent } from '../../failback/state/events.ts';
import type { LedgerEntry } from '../../failback/state/ledger.ts';
import type { Check } from '../../failback/words/check.ts';
import { quoted } from '../../failback/words/coded.ts';
import type { Difference } from '../../failback/words/facts.ts';
import { namedState } from '../../failback/words/statement.ts';
import { choiceLabel } from '../words/choice-label.ts';
import { differenceWords } from '../words/difference-words.ts';
import { GATE_NAMES } from '../words/gate-names.ts';
import { HOLD_WORDS } from '../words/hold-words.ts';
import { OPERATION_NAMES } from '../words/operation-names.ts';
import { subjectWords } from '../words/subject-words.ts';
import { attemptWords } from './attempt-words.ts';
import { describeHostEvent, isHostEvent } from './describe-host-event.ts';

/** One entry as a line of the thread and of the timeline; undefined for what only the machinery needs. */
export function describeEntry(entry: LedgerEntry, directory: Directory): Line | undefined {
  const text = describeEvent(entry.event, (actor) =>
    directory.nameOf(actor.person ?? actor.userId),
  );
  if (text === undefined) return undefined;
  return [
    { time: entry.at },
    '  ',
    shortWords(text, MAX_LINE),
    ...(isAnchor(entry.event) ? anchor(entry) : []),
  ];
}

/** At every question the head of the chain leaves the machine, so that it can not be rewritten unseen. */
const isAnchor = ({ type }: FailbackEvent) =>
  ['gateOpened', 'gatePassed', 'held', 'holdReleased', 'ended', 'cancelled'].includes(type);

const anchor = ({ sequence, hash }: LedgerEntry): Line => [
  ' ',
  { verbatim: `audit ${sequence}:${hash.slice(0, 16)}` },
];

/** Of what Azure says at length, a line holds this much; the ledger has all of it. */
const MAX_WORDS = 300;
const MAX_LINE = 600;

/** Why an attempt had no effect. */
const REFUSALS: Readonly<Record<string, Words>> = {
  nothingAsked: phrase('no question was open'),
  outdated: phrase('that question was no longer open'),
  expired: phrase('the question had expired'),
  notApprover: phrase('not an approver'),
  ownRequest: phrase('the requester does not decide'),
  ownOverride: phrase('they had a check passed over'),
  ownHurry: phrase('they had it asked outside of the maintenance window'),
  alreadyVoted: phrase('the vote was counted already'),
  wrongAnswer: phrase('the answer was wrong'),
  notOperator: phrase('not an operator'),
  tooLateToCancel: phrase('too late to cancel'),
  cancelUnderWay: phrase('it was being cancelled already'),
  hasEnded: phrase('the failback had ended'),
  notOffered: phrase('not one of the choices'),
  onHold: phrase('it was on hold already'),
  reasonMissing: phrase('no reason was given'),
  callUnderWay: phrase('a call was under way'),
  notWaiting: phrase('it did not wait for a maintenance window'),
} satisfies Record<RefusalCode, Words>;

const differencesWords = (differences: readonly Difference[]): PhraseValue => ({
  list: differences
    .map(differenceWords)
    .map(({ name, asked, now }) => phrase('{name} was {asked}, is {now}', { name, asked, now })),
  between: '; ',
});

function describeEvent(event: FailbackEvent, nameOf: (actor: Actor) => string): Words | undefined {
  switch (event.type) {
    case 'requested':
      return requestedLine(event, nameOf(event.by));
    case 'checked':
      return checkedLine(event.checks);
    case 'adoptionSeen':
      return undefined;
    case 'gateOpened':
      return phrase('Asked for a decision: {question}, question {number}.', {
        question: GATE_NAMES[event.gate],
        number: String(event.number),
      });
    case 'voteCast':
      return voteLine(event, nameOf(event.by));
    case 'gatePassed':
      return phrase('Approved. The bot goes on.');
    case 'gateDeclined':
      return phrase('The question is closed: declined.');
    case 'gateExpired':
      return phrase('The question expired without a decision.');
    case 'gateWithdrawn':
      return phrase('The question was withdrawn: {why}.', { why: event.why });
    case 'grantVoided':
      return event.why === 'expired'
        ? phrase('The approval is void, it was not used in time. It is asked again.')
        : phrase('The approval is void, this changed: {differences}. It is asked again.', {
            differences: differencesWords(event.differences),
          });
    case 'verificationVoided':
      return phrase('Not as it was verified: {differences}. It is verified again.', {
        differences: differencesWords(event.differences),
      });
    case 'reminded':
      return phrase('Those who may decide were reminded.');
    case 'askedNow':
      return phrase('{name} had it asked now, outside of the maintenance window: {reason}', {
        name: nameOf(event.by),
        reason: event.reason,
      });
    case 'cancelled':
      return cancelledLine(event, nameOf(event.by));
    case 'held':
      return heldLine(event, nameOf);
    case 'holdReleased':
      return chosenLine(event, nameOf(event.by));
    case 'ended':
      return event.summary;
    case 'attemptRefused':
      return phrase('Refused: {name}, {attempt}: {why}.', {
        name: nameOf(event.by),
        attempt: attemptWords(event.attempt, event.question),
        why: REFUSALS[event.why] ?? event.why,
      });
    default:
      return isHostEvent(event) ? describeHostEvent(event) : describeMachinery(event);
  }
}

function requestedLine(
  { adopts, target, synchronization }: EventOf<'requested'>,
  name: string,
): Words {
  const values = { name, vm: shownName(target.name) };
  if (adopts)
    return phrase(
      '{name} asked to take over a failback of {vm} that was started outside of the bot.',
      values,
    );
  return REQUESTED[synchronization](values);
}

/** The usual way goes without saying. */
const REQUESTED: Readonly<Record<Synchronization, (values: PhraseValues) => Words>> = {
  beforeFailover: (values) => phrase('{name} asked to bring {vm} home.', values),
  fullDownload: (values) =>
    phrase('{name} asked to bring {vm} home, with a full download.', values),
};

/** A reason closes the sentence, where there is one. */
function voteLine({ vote, reason }: EventOf<'voteCast'>, name: string): Words {
  if (vote === 'approve')
    return reason === undefined
      ? phrase('{name} approved.', { name })
      : phrase('{name} approved: {reason}', { name, reason });
  return reason === undefined
    ? phrase('{name} declined.', { name })
    : phrase('{name} declined: {reason}', { name, reason });
}

const cancelledLine = ({ reason }: EventOf<'cancelled'>, name: string): Words =>
  reason === undefined
    ? phrase('{name} cancelled.', { name })
    : phrase('{name} cancelled: {reason}', { name, reason });

function chosenLine({ choice, leadsTo, reason }: EventOf<'holdReleased'>, name: string): Words {
  const label = choiceLabel({ name: choice, leadsTo });
  return reason === undefined
    ? phrase('{name} chose: {choice}.', { name, choice: label })
    : phrase('{name} chose: {choice}: {reason}', { name, choice: label, reason });
}

function heldLine(
  { reason, by, evidence }: EventOf<'held'>,
  nameOf: (actor: Actor) => string,
): Words {
  if (by === undefined) return phrase('On hold. {why}', { why: HOLD_WORDS[reason] });
  const name = nameOf(by);
  const why = evidence.find((fact) => fact.name === 'reason')?.value ?? phrase('no reason given');
  return reason === 'cancelAsked'
    ? phrase('On hold. {name} asked to cancel: {why}', { name, why })
    : phrase('On hold. {name} asked for it: {why}', { name, why });
}

type Machinery = Extract<
  FailbackEvent,
  {
    type:
      | 'callIntended'
      | 'callAccepted'
      | 'callRefused'
      | 'callPostponed'
      | 'callUncertain'
      | 'callAdopted'
      | 'callNotTaken'
      | 'jobObserved'
      | 'itemObserved'
      | 'vmTasksObserved';
  }
>;

function describeMachinery(event: Machinery): Words | undefined {
  switch (event.type) {
    case 'callIntended':
      return callLine(event);
    case 'callAccepted':
      return phrase('Azure accepted the call.');
    case 'callRefused':
      return refusedLine(event);
    case 'callPostponed':
      return phrase('Azure could not be asked yet: {why}.', { why: event.why });
    case 'callUncertain':
      return phrase('No certain answer from Azure: {why}. The bot looks at what Azure shows.', {
        why: event.why,
      });
    case 'callAdopted':
      return phrase('Azure has taken the call: {evidence}.', { evidence: event.evidence });
    case 'callNotTaken':
      return phrase('Azure has not taken the call: {evidence}.', { evidence: event.evidence });
    case 'jobObserved':
      return jobLine(event.job);
    case 'vmTasksObserved':
      return undefined;
    case 'itemObserved':
      return itemLine(event);
  }
}

/** The VM is named where there are several. */
function itemLine({ item, vmName }: EventOf<'itemObserved'>): Words {
  const { initialReplicationPercent: percent } = item;
  const seen = {
    state: item.protectionState,
    place: PLACES[item.activeLocation] ?? item.activeLocation,
    health: namedState(item.replicationHealth),
  };
  const line =
    percent === undefined
      ? phrase('Azure: “{state}”, running {place}, health {health}.', seen)
      : phrase(
          'Azure: “{state}”, running {place}, health {health}, initial replication {percent} % done.',
          { ...seen, percent },
        );
  return vmName === undefined ? line : phrase('{vm}. {line}', { vm: shownName(vmName), line });
}

/** Azure may refuse without a message of its own. */
function refusedLine({ code, message }: EventOf<'callRefused'>): Words {
  return message === ''
    ? phrase('Azure refused the call: {code}.', { code })
    : phrase('Azure refused the call: {code}, “{message}”', {
        code,
        message: shorten(message, MAX_WORDS),
      });
}

function callLine({ operation, attempt }: EventOf<'callIntended'>): Words {
  const call = OPERATION_NAMES[operation];
  return attempt > 1
    ? phrase('Calling Azure: {call}, attempt {attempt}.', { call, attempt })
    : phrase('Calling Azure: {call}.', { call });
}

const PLACES: Readonly<Record<string, Words>> = {
  azure: phrase('in Azure'),
  onPremises: phrase('on-premises'),
  unknown: phrase('in a place that Azure does not say'),
};

function checkedLine(checks: readonly Check[]): Words {
  const those = (wanted: Check['outcome']) =>
    checks.filter(({ outcome }) => outcome === wanted).map(subjectWords);
  const blocked = those('blocked');
  if (blocked.length > 0)
    return phrase('Checked: not ready ({checks}).', { checks: { list: blocked } });
  const unsupported = those('notSupported');
  const count = checks.length;
  return unsupported.length > 0
    ? phrase('Checked: not supported ({checks}), {count} points looked at.', {
        checks: { list: unsupported },
        count,
      })
    : phrase('Checked: ready, {count} points looked at.', { count });
}

const WAITS: Readonly<Partial<Record<ObservedJob['phase'], Words>>> = {
  waiting: phrase('waits for complete failover'),
  atAction: phrase('waits at an action of the recovery plan'),
};

function jobLine({ state, task, issues, phase: is }: ObservedJob): Words {
  const now = namedState(state);
  const running =
    task && is === 'running' ? phrase('{state}, “{task}”', { state: now, task }) : now;
  const job = WAITS[is] ?? running;
  const [first] = issues;
  return first === undefined
    ? phrase('Azure job: {job}.', { job })
    : phrase('Azure job: {job}. {issue}', {
        job,
        issue: quoted(
          'Azure',
          `${first.level} ${first.code}: ${shorten(first.message, MAX_WORDS)}`,
        ),
      });
}
