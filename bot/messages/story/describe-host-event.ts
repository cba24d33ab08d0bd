import { phrase, type Words } from '../../chat/message/phrase.ts';
import { shorten, shortWords } from '../../chat/message/shorten.ts';
import { isProven } from '../../failback/on-premises/proofs.ts';
import type { EventOf, FailbackEvent } from '../../failback/state/events.ts';
import { namedState } from '../../failback/words/statement.ts';
import { subjectWords } from '../words/subject-words.ts';
import { MAX_STATE, missing, vmWords } from '../words/vm-words.ts';

/** What a server says is shown in this many characters. */
const MAX_WORDS = 300;
/** The events of what is seen and changed on-premises. */
export type HostEvent = EventOf<
  | 'startActionIntended'
  | 'hostPrepared'
  | 'hostRestored'
  | 'hostSecured'
  | 'markedVmSeen'
  | 'markedVmGone'
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
  markedVmGone: true,
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

const PREPARED: Readonly<Record<EventOf<'hostPrepared'>['outcome'], Words | undefined>> = {
  done: phrase('On-premises: the VM is off, has no checkpoints and does not start by itself.'),
  notConfigured: undefined,
  without: phrase(
    'On-premises: the VM could not be prepared. Make sure that it is off, and stays off.',
  ),
  skipped: phrase('On-premises: the server has no such VM. There was nothing to prepare.'),
};

/** What was seen or changed on-premises, in one line; undefined for what is of no use to a person. */
export function describeHostEvent(event: HostEvent): Words | undefined {
  const line = lineOf(event);
  const vm = 'vmName' in event ? event.vmName : undefined;
  if (line === undefined || vm === undefined) return line;
  const name = shorten(vm, MAX_STATE);
  return 'server' in event && event.server !== undefined
    ? phrase('{vm} on {server}. {line}', { vm: name, server: event.server, line })
    : phrase('{vm}. {line}', { vm: name, line });
}

function lineOf(event: HostEvent): Words | undefined {
  switch (event.type) {
    case 'startActionIntended':
      return phrase('On-premises: setting automatic start to Nothing; it was {before}.', {
        before: event.before,
      });
    case 'hostPrepared':
      return PREPARED[event.outcome];
    case 'hostRestored':
      return restoredLine(event);
    case 'hostSecured':
      return securedLine(event);
    case 'markedVmSeen':
      return phrase(
        'On-premises, must not be started: the VM is {state}, automatic start {startAction}.',
        {
          state: shortWords(namedState(event.state), MAX_STATE),
          startAction: shorten(event.startAction, MAX_STATE),
        },
      );
    case 'markedVmGone':
      return phrase('On-premises: what was left there half written is there no more.');
    case 'switchIntended':
      return phrase('On-premises: making the private virtual switch {name} on {server}.', {
        name: shorten(event.name, MAX_STATE),
        server: event.host,
      });
    case 'switchesObserved':
      return phrase('On-premises: {server} has the virtual switch {names}.', {
        server: event.host,
        names: shortWords(phrase('{all}', { all: { list: event.names } }), MAX_WORDS),
      });
    case 'vmObserved':
      return phrase('On-premises VM: {state}.', { state: vmWords(event.vm) });
    case 'proofsObserved':
      return isProven(event.proofs)
        ? phrase('Proven on-premises: {proofs}.', {
            proofs: { list: event.proofs.map(subjectWords) },
          })
        : phrase('Not proven yet: {proofs}', {
            proofs: shortWords(missing(event.proofs), MAX_WORDS),
          });
    case 'verified':
      return event.outcome === 'notChecked'
        ? phrase('On-premises VM not checked: {why}.', { why: event.why })
        : verifiedLine(event);
    case 'threadsIntended':
      return phrase('Download threads on {server}: from {before} to {threads}.', {
        server: event.host,
        before: threadWords(event.before),
        threads: threadWords(event.threads),
      });
    case 'threadsSet':
      return phrase('Download threads on {server} read {threads}.', {
        server: event.host,
        threads: threadWords(event.threads),
      });
    case 'threadsRestored':
      return phrase('Download threads on {server} are back at {threads}.', {
        server: event.host,
        threads: threadWords(event.threads),
      });
  }
}

function verifiedLine({ outcome, vms = [], why }: EventOf<'verified'>): Words {
  const [only] = vms;
  return vms.length === 1 && only !== undefined && outcome === 'passed'
    ? phrase('On-premises VM verified: {proofs}.', {
        proofs: { list: only.proofs.map(subjectWords) },
      })
    : phrase('On-premises verified: {why}.', { why });
}

const threadWords = (threads: number | undefined): Words =>
  threads === undefined ? phrase('the default') : String(threads);

function restoredLine({ outcome, why }: EventOf<'hostRestored'>): Words {
  switch (outcome) {
    case 'done':
      return phrase('On-premises: automatic start is back as it was.');
    case 'changedElsewhere':
      return phrase(
        'On-premises: automatic start was set to {value} by somebody else and is left so.',
        { value: why ?? phrase('something else') },
      );
    case 'failed':
      return phrase(
        'On-premises: automatic start could not be put back. It may still be Nothing: look, and set it by hand. Reason: {why}',
        { why: whyWords(why) },
      );
  }
}

const whyWords = (why: Words | undefined): Words =>
  why === undefined ? phrase('no reason given') : shortWords(why, MAX_WORDS);

const securedLine = ({ outcome, why }: EventOf<'hostSecured'>): Words =>
  outcome === 'done'
    ? phrase(
        'On-premises: the VM does not start by itself, and stays so until a failback of it has succeeded.',
      )
    : phrase(
        'On-premises: automatic start could not be set to Nothing. Set it by hand: the VM must not be started. Reason: {why}',
        { why: whyWords(why) },
      );
