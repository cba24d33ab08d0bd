import type { Directory } from '../access/directory.ts';
import type { Line } from '../chat/message.ts';
import type { Actor, FailbackEvent, JobSight, Operation } from '../failback/events.ts';
import type { LedgerEntry } from '../failback/ports/ledger.ts';
import { HOLD_WORDS } from './hold-words.ts';

/** One entry as a line of the thread and of the timeline; undefined for what only the machinery needs. */
export function describeEntry(entry: LedgerEntry, directory: Directory): Line | undefined {
  const text = describeEvent(entry.event, (actor) =>
    directory.nameOf(actor.person ?? actor.userId),
  );
  if (text === undefined) return undefined;
  return [{ time: entry.at }, `  ${text}`, ...(isAnchor(entry.event) ? anchor(entry) : [])];
}

/** At every question the head of the chain leaves the machine, so that it can not be rewritten unseen. */
const isAnchor = ({ type }: FailbackEvent) =>
  ['gateOpened', 'gatePassed', 'held', 'holdReleased', 'ended', 'cancelled'].includes(type);

const anchor = ({ sequence, hash }: LedgerEntry): Line => [
  ' ',
  { code: `audit ${sequence}:${hash.slice(0, 16)}` },
];

const OPERATIONS: Readonly<Record<Operation, string>> = {
  plannedFailover: 'the planned failover',
  completeFailover: 'complete failover',
  commit: 'the commit',
  reverseReplicate: 'reverse replication',
};

function describeEvent(event: FailbackEvent, nameOf: (actor: Actor) => string): string | undefined {
  switch (event.type) {
    case 'requested':
      return `${nameOf(event.by)} asked to bring ${event.target.name} home.`;
    case 'checked':
      return checkedLine(event.checks);
    case 'gateOpened':
      return `Asked: ${event.gate}.`;
    case 'voteCast':
      return `${nameOf(event.by)} ${event.vote === 'approve' ? 'approved' : 'declined'}${event.reason ? `: ${event.reason}` : '.'}`;
    case 'gatePassed':
      return 'Decided: go on.';
    case 'gateDeclined':
      return 'Decided: declined.';
    case 'gateExpired':
      return 'The question expired.';
    case 'gateWithdrawn':
      return `The question was withdrawn: ${event.why}.`;
    case 'grantVoided':
      return event.why === 'expired'
        ? 'The approval was not used in time. It is asked again.'
        : `The approval is void, Azure changed: ${event.differences.map(({ name, asked, now }) => `${name} was ${asked}, is ${now}`).join('; ')}.`;
    case 'cancelled':
      return `${nameOf(event.by)} cancelled${event.reason ? `: ${event.reason}` : '.'}`;
    case 'held':
      return `On hold. ${HOLD_WORDS[event.reason]}`;
    case 'holdReleased':
      return `${nameOf(event.by)} chose: ${event.choice}.`;
    case 'ended':
      return event.summary;
    case 'attemptRefused':
      return `Refused: ${nameOf(event.by)}, ${event.attempt} (${event.why}).`;
    case 'verified':
      return `On-premises VM not checked: ${event.why}.`;
    default:
      return describeMachinery(event);
  }
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
      | 'itemObserved';
  }
>;

function describeMachinery(event: Machinery): string | undefined {
  switch (event.type) {
    case 'callIntended':
      return `Calling Azure for ${OPERATIONS[event.operation]}${event.attempt > 1 ? `, attempt ${event.attempt}` : ''}.`;
    case 'callAccepted':
      return 'Azure accepted it.';
    case 'callRefused':
      return `Azure refused it: ${event.code}, ${event.message}`;
    case 'callPostponed':
      return `Azure could not be asked yet: ${event.why}.`;
    case 'callUncertain':
      return `No certain answer: ${event.why}. Looking at what Azure shows.`;
    case 'callAdopted':
      return `Azure has taken it: ${event.evidence}.`;
    case 'callNotTaken':
      return `Azure has not taken it: ${event.evidence}.`;
    case 'jobObserved':
      return jobLine(event.job);
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
  const blocked = checks.filter(({ outcome }) => outcome === 'blocked').map(({ name }) => name);
  return blocked.length === 0
    ? `Checked: ready, ${checks.length} points looked at.`
    : `Checked: not ready (${blocked.join(', ')}).`;
}

function jobLine({ state, task, issues, phase }: JobSight): string {
  const what = phase === 'waiting' ? 'waits for complete failover' : state;
  const first = issues[0];
  return `Job ${what}${task && phase === 'running' ? `: ${task}` : ''}.${first ? ` ${first.level} ${first.code}: ${first.message}` : ''}`;
}
