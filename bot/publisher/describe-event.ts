import type { Directory } from '../access/directory.ts';
import { GATE_NAMES } from '../chat/gate-names.ts';
import type { Line } from '../chat/message.ts';
import { shorten, shownName } from '../chat/shorten.ts';
import type { RefusalCode } from '../failback/decide.ts';
import type { Actor, EventOf, FailbackEvent } from '../failback/events.ts';
import type { Difference } from '../failback/facts.ts';
import type { JobSight } from '../failback/jobs.ts';
import type { LedgerEntry } from '../failback/ports/ledger.ts';
import type { Synchronization } from '../failback/ports/site-recovery.ts';
import { choiceLabel } from './choice-label.ts';
import { describeHostEvent, isHostEvent } from './describe-host-event.ts';
import { differenceWords } from './difference-words.ts';
import { HOLD_WORDS } from './hold-words.ts';
import { OPERATION_NAMES } from './operation-names.ts';

/** One entry as a line of the thread and of the timeline; undefined for what only the machinery needs. */
export function describeEntry(entry: LedgerEntry, directory: Directory): Line | undefined {
  const text = describeEvent(entry.event, (actor) =>
    directory.nameOf(actor.person ?? actor.userId),
  );
  if (text === undefined) return undefined;
  return [
    { time: entry.at },
    `  ${shorten(text, MAX_LINE)}`,
    ...(isAnchor(entry.event) ? anchor(entry) : []),
  ];
}

/** At every question the head of the chain leaves the machine, so that it can not be rewritten unseen. */
const isAnchor = ({ type }: FailbackEvent) =>
  ['gateOpened', 'gatePassed', 'held', 'holdReleased', 'ended', 'cancelled'].includes(type);

const anchor = ({ sequence, hash }: LedgerEntry): Line => [
  ' ',
  { code: `audit ${sequence}:${hash.slice(0, 16)}` },
];

/** Of what Azure says at length, a line holds this much; the ledger has all of it. */
const MAX_WORDS = 300;
const MAX_LINE = 600;

/** Why an attempt had no effect. */
const REFUSALS: Readonly<Record<string, string>> = {
  nothingAsked: 'no question was open',
  outdated: 'that question was no longer open',
  expired: 'the question had expired',
  notApprover: 'not an approver',
  ownRequest: 'the requester does not decide',
  alreadyVoted: 'the vote was counted already',
  wrongAnswer: 'the answer was wrong',
  notOperator: 'not an operator',
  tooLateToCancel: 'too late to cancel',
  cancelUnderWay: 'it was being cancelled already',
  hasEnded: 'the failback had ended',
  notOffered: 'not one of the choices',
  onHold: 'it was on hold already',
  reasonMissing: 'no reason was given',
  callUnderWay: 'a call was under way',
  notWaiting: 'it did not wait for a maintenance window',
} satisfies Record<RefusalCode, string>;

const differencesLine = (differences: readonly Difference[]) =>
  differences
    .map(differenceWords)
    .map(({ name, asked, now }) => `${name} was ${asked}, is ${now}`)
    .join('; ');

/** A reason closes the sentence, where there is one. */
const because = (reason: string | undefined): string =>
  reason === undefined ? '.' : `: ${reason}`;

/** The usual way goes without saying. */
const BY_WHICH_WAY: Readonly<Record<Synchronization, string>> = {
  beforeFailover: '',
  fullDownload: ', with a full download',
};

function describeEvent(event: FailbackEvent, nameOf: (actor: Actor) => string): string | undefined {
  switch (event.type) {
    case 'requested':
      return event.adopts
        ? `${nameOf(event.by)} asked to take over a failback of ${shownName(event.target.name)} that was started outside of the bot.`
        : `${nameOf(event.by)} asked to bring ${shownName(event.target.name)} home${BY_WHICH_WAY[event.synchronization]}.`;
    case 'checked':
      return checkedLine(event.checks);
    case 'adoptionSeen':
      return undefined;
    case 'gateOpened':
      return `Asked for a decision: ${GATE_NAMES[event.gate]}, question ${event.number}.`;
    case 'voteCast':
      return `${nameOf(event.by)} ${event.vote === 'approve' ? 'approved' : 'declined'}${because(event.reason)}`;
    case 'gatePassed':
      return 'Approved. The bot goes on.';
    case 'gateDeclined':
      return 'The question is closed: declined.';
    case 'gateExpired':
      return 'The question expired without a decision.';
    case 'gateWithdrawn':
      return `The question was withdrawn: ${event.why}.`;
    case 'grantVoided':
      return event.why === 'expired'
        ? 'The approval is void, it was not used in time. It is asked again.'
        : `The approval is void, Azure changed: ${differencesLine(event.differences)}. It is asked again.`;
    case 'reminded':
      return 'Those who may decide were reminded.';
    case 'askedNow':
      return `${nameOf(event.by)} had it asked now, outside of the maintenance window: ${event.reason}`;
    case 'cancelled':
      return `${nameOf(event.by)} cancelled${because(event.reason)}`;
    case 'held':
      return heldLine(event, nameOf);
    case 'holdReleased':
      return `${nameOf(event.by)} chose: ${choiceLabel({ name: event.choice, leadsTo: event.leadsTo })}${because(event.reason)}`;
    case 'ended':
      return event.summary;
    case 'attemptRefused':
      return `Refused: ${nameOf(event.by)}, ${event.attempt}: ${REFUSALS[event.why] ?? event.why}.`;
    default:
      return isHostEvent(event) ? describeHostEvent(event) : describeMachinery(event);
  }
}

function heldLine(
  { reason, by, evidence }: EventOf<'held'>,
  nameOf: (actor: Actor) => string,
): string {
  if (by === undefined) return `On hold. ${HOLD_WORDS[reason]}`;
  const why = evidence.find(({ name }) => name === 'Reason')?.value ?? 'no reason given';
  return reason === 'cancelAsked'
    ? `On hold. ${nameOf(by)} asked to cancel: ${why}`
    : `On hold. ${nameOf(by)} asked for it: ${why}`;
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

function describeMachinery(event: Machinery): string | undefined {
  switch (event.type) {
    case 'callIntended':
      return `Calling Azure: ${OPERATION_NAMES[event.operation]}${event.attempt > 1 ? `, attempt ${event.attempt}` : ''}.`;
    case 'callAccepted':
      return 'Azure accepted the call.';
    case 'callRefused':
      return `Azure refused the call: ${event.code}, ${shorten(event.message, MAX_WORDS)}`;
    case 'callPostponed':
      return `Azure could not be asked yet: ${event.why}.`;
    case 'callUncertain':
      return `No certain answer from Azure: ${event.why}. The bot looks at what Azure shows.`;
    case 'callAdopted':
      return `Azure has taken the call: ${event.evidence}.`;
    case 'callNotTaken':
      return `Azure has not taken the call: ${event.evidence}.`;
    case 'jobObserved':
      return jobLine(event.job);
    case 'vmTasksObserved':
      return undefined;
    case 'itemObserved':
      return `Azure: ${event.item.protectionState}, running ${PLACES[event.item.activeLocation] ?? event.item.activeLocation}, health ${event.item.replicationHealth}.`;
  }
}

const PLACES: Readonly<Record<string, string>> = {
  azure: 'in Azure',
  onPremises: 'on-premises',
  unknown: 'in a place that Azure does not say',
};

function checkedLine(
  checks: readonly { readonly name: string; readonly outcome: string }[],
): string {
  const those = (wanted: string) =>
    checks.flatMap(({ name, outcome }) => (outcome === wanted ? [name] : []));
  const blocked = those('blocked');
  if (blocked.length > 0) return `Checked: not ready (${blocked.join(', ')}).`;
  const unsupported = those('notSupported');
  return unsupported.length > 0
    ? `Checked: not supported (${unsupported.join(', ')}), ${checks.length} points looked at.`
    : `Checked: ready, ${checks.length} points looked at.`;
}

const WAITS: Readonly<Partial<Record<JobSight['phase'], string>>> = {
  waiting: 'waits for complete failover',
  atAction: 'waits at an action of the recovery plan',
};

function jobLine({ state, task, issues, phase }: JobSight): string {
  const what = WAITS[phase] ?? state;
  const now = task && phase === 'running' ? `, ${task}` : '';
  const first = issues[0];
  const issue = first ? ` ${first.level} ${first.code}: ${shorten(first.message, MAX_WORDS)}` : '';
  return `Azure job: ${what}${now}.${issue}`;
}
