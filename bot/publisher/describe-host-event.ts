import { shorten } from '../chat/shorten.ts';
import type { EventOf, FailbackEvent, VmObservation } from '../failback/events.ts';
import type { HostAnswer } from '../failback/ports/hyperv-host.ts';
import type { Proof } from '../failback/proofs.ts';

/** What a server says is shown in this many characters. */
const MAX_WORDS = 300;

/** Hyper-V's own states are single words. */
const MAX_STATE = 60;

/** The events of what is seen and changed on-premises. */
export type HostEvent = EventOf<
  | 'startActionIntended'
  | 'hostPrepared'
  | 'hostRestored'
  | 'hostSecured'
  | 'markedVmSeen'
  | 'switchIntended'
  | 'switchesObserved'
  | 'vmObserved'
  | 'proofsObserved'
  | 'verified'
  | 'threadsIntended'
  | 'threadsSet'
  | 'threadsRestored'
>;

const HOST_EVENTS: Readonly<Record<HostEvent['type'], true>> = {
  startActionIntended: true,
  hostPrepared: true,
  hostRestored: true,
  hostSecured: true,
  markedVmSeen: true,
  switchIntended: true,
  switchesObserved: true,
  vmObserved: true,
  proofsObserved: true,
  verified: true,
  threadsIntended: true,
  threadsSet: true,
  threadsRestored: true,
};

export const isHostEvent = (event: FailbackEvent): event is HostEvent => event.type in HOST_EVENTS;

const PREPARED: Readonly<Record<EventOf<'hostPrepared'>['outcome'], string | undefined>> = {
  done: 'On-premises: the VM is off, has no checkpoints and does not start by itself.',
  notConfigured: undefined,
  skipped: 'On-premises: the server has no such VM. There was nothing to prepare.',
};

/** What was seen or changed on-premises, in one line; undefined for what is of no use to a person. */
export function describeHostEvent(event: HostEvent): string | undefined {
  switch (event.type) {
    case 'startActionIntended':
      return `On-premises: setting automatic start to Nothing; it was ${event.before}.`;
    case 'hostPrepared':
      return PREPARED[event.outcome];
    case 'hostRestored':
      return restoredLine(event);
    case 'hostSecured':
      return securedLine(event);
    case 'markedVmSeen':
      return `On-premises, must not be started: the VM is ${shorten(event.state, MAX_STATE)}, automatic start ${shorten(event.startAction, MAX_STATE)}.`;
    case 'switchIntended':
      return `On-premises: making the private virtual switch ${shorten(event.name, MAX_STATE)} on ${event.host}.`;
    case 'switchesObserved':
      return `On-premises: ${event.host} has the virtual switch ${shorten(event.names.join(', '), MAX_WORDS)}.`;
    case 'vmObserved':
      return `On-premises VM: ${vmWords(event.vm)}.`;
    case 'proofsObserved':
      return `Not proven yet: ${shorten(missing(event.proofs), MAX_WORDS)}.`;
    case 'verified':
      return event.outcome === 'passed'
        ? `On-premises VM verified: ${(event.proofs ?? []).map(({ name }) => name).join(', ')}.`
        : `On-premises VM not checked: ${event.why}.`;
    case 'threadsIntended':
      return `Download threads on ${event.host}: from ${event.before ?? 'the default'} to ${event.threads ?? 'the default'}.`;
    case 'threadsSet':
      return `Download threads on ${event.host} read ${event.threads ?? 'the default'}.`;
    case 'threadsRestored':
      return `Download threads on ${event.host} are back at ${event.threads ?? 'the default'}.`;
  }
}

function restoredLine({ outcome, why }: EventOf<'hostRestored'>): string {
  switch (outcome) {
    case 'done':
      return 'On-premises: automatic start is back as it was.';
    case 'changedElsewhere':
      return `On-premises: automatic start was set to ${why ?? 'something else'} by somebody else and is left so.`;
    case 'failed':
      return `On-premises: automatic start could not be put back (${shorten(withoutPeriod(why ?? 'no reason given'), MAX_WORDS)}). It may still be Nothing: look, and set it by hand.`;
  }
}

const securedLine = ({ outcome, why }: EventOf<'hostSecured'>): string =>
  outcome === 'done'
    ? 'On-premises: the VM does not start by itself, and stays so until a failback of it has succeeded.'
    : `On-premises: automatic start could not be set to Nothing (${shorten(withoutPeriod(why ?? 'no reason given'), MAX_WORDS)}). Set it by hand: the VM must not be started.`;

/** A look at the on-premises VM, in words. */
export function vmWords({ outcome, state = '', checkpoints = 0 }: VmObservation): string {
  return outcome === 'ok'
    ? `${shorten(state, MAX_STATE)}, ${checkpointWords(checkpoints)}`
    : `not seen, ${UNSEEN[outcome] ?? outcome}`;
}

function checkpointWords(count: number): string {
  if (count === 0) return 'no checkpoints';
  return count === 1 ? '1 checkpoint' : `${count} checkpoints`;
}

const UNSEEN: Readonly<Record<string, string>> = {
  unreachable: 'its server was not reached',
  forbidden: 'the account of the bot may not look',
  absent: 'its server has no such VM',
  failed: 'its server could not say',
  unknown: 'its server gave no certain answer',
} satisfies Record<Exclude<HostAnswer<never>['outcome'], 'ok'>, string>;

/** The proofs that do not hold, each with what was found instead, in words that end without a period. */
export const missing = (proofs: readonly Proof[]): string =>
  proofs
    .filter(({ holds }) => !holds)
    .map(({ name, finding }) => `${name} (${withoutPeriod(finding)})`)
    .join(', ');

const withoutPeriod = (words: string): string => words.replace(/\.$/, '');
