import type { VerifiedVm } from '../../../bot/failback/on-premises/verified-vm.ts';
import type { ServiceIssue } from '../../../bot/failback/ports/site-recovery.ts';
import type { Actor, FailbackEvent } from '../../../bot/failback/state/events.ts';
import { GATES, type GateKind } from '../../../bot/failback/state/gates.ts';
import { evidenceOf, type HoldReason, held } from '../../../bot/failback/state/holds.ts';
import type { Check } from '../../../bot/failback/words/check.ts';
import { coded, quoted } from '../../../bot/failback/words/coded.ts';
import type { Difference } from '../../../bot/failback/words/facts.ts';
import { namedState } from '../../../bot/failback/words/statement.ts';
import { HOLD_WORDS } from '../../../bot/messages/words/hold-words.ts';
import { NIGHT, requested, storyAt } from '../failback-story.ts';

const VERIFIED: VerifiedVm = {
  host: 'HV-01',
  vmId: 'vm-web-01',
  state: 'Running',
  checkpoints: 0,
  disks: [{ sizeMb: 40_960 }],
  adapters: ['production'],
  addresses: ['192.0.2.7'],
  uptimeSeconds: 60,
};

/** What the events are filled with. */
export interface Filling {
  readonly by: Actor;
  readonly vm: string;
  readonly azure: string;
  /** What Azure and Windows say in sentences of their own. */
  readonly said: string;
  readonly reason: string;
  readonly issue: ServiceIssue;
  readonly checks: readonly Check[];
  readonly changes: readonly Difference[];
  readonly refusals: readonly string[];
}

/** Some events of every type, in every form that is told differently. */
export function sampleEvents({
  by,
  vm,
  azure,
  said,
  reason,
  issue,
  checks,
  changes,
  refusals,
}: Filling): { readonly [T in FailbackEvent['type']]: readonly FailbackEvent[] } {
  const requestId = 'r-1';
  const request = requested();
  const job = storyAt('verifying').failback.job;
  const operations = [
    'plannedFailover',
    'completeFailover',
    'cancelJob',
    'restartJob',
    'commit',
    'reverseReplicate',
  ] as const;
  const voided = {
    type: 'grantVoided',
    number: 1,
    differences: changes,
  } as const;
  return {
    startActionIntended: [{ type: 'startActionIntended', vmId: 'vm', before: 'StartIfRunning' }],
    hostPrepared: [
      { type: 'hostPrepared', outcome: 'done' },
      { type: 'hostPrepared', outcome: 'notConfigured' },
    ],
    hostRestored: [
      { type: 'hostRestored', outcome: 'done' },
      { type: 'hostRestored', outcome: 'changedElsewhere', why: azure },
      { type: 'hostRestored', outcome: 'failed', why: quoted('PowerShell', said) },
    ],
    hostSecured: [
      { type: 'hostSecured', outcome: 'done' },
      { type: 'hostSecured', outcome: 'failed', why: quoted('PowerShell', said) },
    ],
    markedVmSeen: [
      { type: 'markedVmSeen', state: azure, startAction: azure },
      { type: 'markedVmSeen', itemId: '/item', vmName: azure, state: azure, startAction: azure },
    ],
    markedVmGone: [{ type: 'markedVmGone', itemId: '/item', vmName: azure, server: azure }],
    switchIntended: [{ type: 'switchIntended', host: 'HV-01', name: azure }],
    switchesObserved: [{ type: 'switchesObserved', host: 'HV-01', names: [azure] }],
    vmObserved: [
      { type: 'vmObserved', vm: { outcome: 'ok', state: 'Off', checkpoints: 0 } },
      { type: 'vmObserved', vm: { outcome: 'unreachable' } },
    ],
    vmTasksObserved: [
      {
        type: 'vmTasksObserved',
        vms: [{ itemId: vm, task: { step: azure, state: 'InProgress' } }],
      },
    ],
    proofsObserved: [
      {
        type: 'proofsObserved',
        proofs: [{ name: 'port', port: 443, holds: false, finding: quoted('PowerShell', said) }],
      },
    ],
    threadsIntended: [{ type: 'threadsIntended', by: request.by, host: 'HV-01', threads: 16 }],
    threadsSet: [{ type: 'threadsSet', host: 'HV-01', threads: 16 }],
    threadsRestored: [{ type: 'threadsRestored', host: 'HV-01' }],
    requested: [
      { ...request, target: { ...request.target, name: vm } },
      { ...request, target: { ...request.target, name: vm }, adopts: true },
    ],
    adoptionSeen: [{ type: 'adoptionSeen', totalSizeMb: 1 }],
    checked: [
      {
        type: 'checked',
        checks: checks,
        totalSizeMb: 1,
      },
      {
        type: 'checked',
        checks: [{ name: 'health', outcome: 'blocked', finding: quoted('Azure', said) }],
        totalSizeMb: 1,
      },
    ],
    gateOpened: (Object.keys(GATES) as GateKind[]).map((gate) => ({
      type: 'gateOpened',
      gate,
      number: 1,
      facts: [],
      digest: '',
      needed: 1,
      expiresAt: NIGHT,
    })),
    voteCast: [
      { type: 'voteCast', by, number: 1, vote: 'approve' },
      { type: 'voteCast', by, number: 1, vote: 'decline', reason: reason },
    ],
    gatePassed: [{ type: 'gatePassed', number: 1, grantExpiresAt: NIGHT }],
    gateDeclined: [{ type: 'gateDeclined', number: 1 }],
    gateExpired: [{ type: 'gateExpired', number: 1 }],
    gateWithdrawn: [{ type: 'gateWithdrawn', number: 1, why: coded('jobGone') }],
    grantVoided: [
      { ...voided, why: 'changed' },
      { ...voided, why: 'expired' },
    ],
    reminded: [{ type: 'reminded', number: 1, count: 1 }],
    askedNow: [{ type: 'askedNow', by, reason }],
    callIntended: operations.flatMap((operation) =>
      [1, 2].map((attempt) => ({
        type: 'callIntended' as const,
        operation,
        requestId,
        attempt,
        knownJobIds: [],
      })),
    ),
    callAccepted: [{ type: 'callAccepted', requestId, operationId: azure }],
    callRefused: [{ type: 'callRefused', requestId, status: 409, code: 'Busy', message: said }],
    callPostponed: [
      { type: 'callPostponed', requestId, why: quoted('Azure', said), retryAt: NIGHT },
    ],
    callUncertain: [
      { type: 'callUncertain', requestId, why: quoted(coded('connectionToAzure'), said) },
    ],
    callAdopted: [
      {
        type: 'callAdopted',
        requestId,
        evidence: coded('jobCarriesRequestId', { jobId: azure }),
      },
    ],
    callNotTaken: [
      {
        type: 'callNotTaken',
        requestId,
        evidence: coded('noJobStillOffered'),
      },
    ],
    jobObserved: (['running', 'waiting', 'failed'] as const).flatMap((phase) =>
      job === undefined
        ? []
        : [{ type: 'jobObserved', job: { ...job, phase, task: said, issues: [issue] } }],
    ),
    itemObserved: ['azure', 'onPremises', 'unknown', azure].map((activeLocation) => ({
      type: 'itemObserved',
      item: {
        activeLocation,
        protectionState: said,
        allowedOperations: [],
        replicationHealth: azure,
      },
    })),
    verified: [
      {
        type: 'verified',
        outcome: 'notChecked',
        why: coded('vmHasNoConnector'),
      },
      {
        type: 'verified',
        outcome: 'passed',
        why: coded('allProofsHold'),
        vms: [
          {
            itemId: 'item-web-01',
            proofs: [{ name: 'running', holds: true, finding: azure }],
            verified: VERIFIED,
          },
        ],
      },
      {
        type: 'verified',
        outcome: 'overridden',
        why: coded('proofsLetPass'),
        vms: [
          { itemId: 'item-web-01', proofs: [{ name: 'running', holds: false, finding: azure }] },
        ],
      },
    ],
    verificationVoided: [
      {
        type: 'verificationVoided',
        differences: [
          { name: 'onPremisesPower', asked: namedState('Running'), now: namedState('Off') },
        ],
      },
    ],
    held: [
      ...(Object.keys(HOLD_WORDS) as HoldReason[]).map((it) => held(it, [], [])),
      { ...held('askedFor', evidenceOf({ reason: reason }), []), by },
    ],
    holdReleased: [
      { type: 'holdReleased', by, choice: 'again', leadsTo: 'verifying' },
      { type: 'holdReleased', by, choice: 'override', leadsTo: 'verifying', reason },
    ],
    cancelled: [
      { type: 'cancelled', by },
      { type: 'cancelled', by, reason: reason },
    ],
    ended: [{ type: 'ended', end: 'protected', summary: coded('vmProtected') }],
    attemptRefused: refusals.map((why) => ({
      type: 'attemptRefused',
      by,
      attempt: 'approve',
      question: 1,
      why,
    })),
  };
}
