import { jobsOf, judgeCall } from '../failback/calls.ts';
import { expireGate } from '../failback/decide.ts';
import type { EventOf, FailbackEvent } from '../failback/events.ts';
import { stageAfterCommit } from '../failback/evolve.ts';
import type { Call, Failback } from '../failback/failback.ts';
import type { Failbacks } from '../failback/failbacks.ts';
import type { Operation } from '../failback/gates.ts';
import {
  differences,
  GATES,
  type GateKind,
  gateFacts,
  gateOf,
  type World,
} from '../failback/gates.ts';
import { adopt, askAgain, follow, type HoldChoice, held, startOver } from '../failback/holds.ts';
import type { Step } from '../failback/next-step.ts';
import type { Clock } from '../failback/ports/clock.ts';
import type { CallAnswer, SiteRecovery } from '../failback/ports/site-recovery.ts';
import { checkReadiness } from '../failback/readiness.ts';
import { digestOf } from './digest.ts';
import { type FreshLook, lookFresh } from './vault.ts';

/** What a step brought: events to store, or when to try again. */
export interface Outcome {
  readonly events: readonly FailbackEvent[];
  readonly wakeAt?: number;
  /** The step has stored its events itself: the next one may follow at once. */
  readonly again?: true;
}

export interface Tools {
  readonly vault: SiteRecovery;
  readonly failbacks: Failbacks;
  readonly clock: Clock;
  readonly newRequestId: () => string;
  /** How soon to look again when Azure needs a moment. */
  readonly fastMs: number;
}

/** Carries out one step. It does what the domain decided and decides nothing; reads throw `UpstreamError`. */
export async function perform(step: Step, failback: Failback, tools: Tools): Promise<Outcome> {
  switch (step.do) {
    case 'check':
      return check(failback, tools);
    case 'openGate':
      return openGate(step.gate, failback, tools);
    case 'expireGate':
      return { events: expireGate(failback) };
    case 'voidGrant':
      return { events: [voidGrant(failback, 'expired', [])] };
    case 'call':
      return prepareCall(step.operation, step.attempt, failback, tools);
    case 'reconcile':
      return reconcile(step.call, failback, tools);
    case 'giveUpCall':
      return { events: [giveUp(step.operation)] };
    case 'verify':
      return {
        events: [
          { type: 'verified', outcome: 'notChecked', why: 'no host connector is configured' },
        ],
      };
    case 'wait':
      return { events: [], ...(step.until !== undefined && { wakeAt: step.until }) };
    case 'watch':
    case 'nothing':
      return { events: [] };
  }
}

async function check(failback: Failback, { vault, clock }: Tools): Promise<Outcome> {
  const [item, providers] = await Promise.all([
    vault.readProtectedItem(failback.target.itemId),
    vault.listProviders(),
  ]);
  const { doNotStart } = failback;
  const checks = checkReadiness({ item, providers, now: clock.now(), doNotStart });
  const totalSizeMb = (item?.disks ?? []).reduce((sum, disk) => sum + disk.sizeMb, 0);
  return { events: [{ type: 'checked', checks, totalSizeMb }] };
}

async function openGate(kind: GateKind, failback: Failback, tools: Tools): Promise<Outcome> {
  const now = tools.clock.now();
  const fresh = await lookFresh(tools.vault, failback, GATES[kind].operation, now);
  if (fresh.obstacle !== undefined || fresh.world === undefined)
    return obstructed(fresh, failback, tools);
  const facts = gateFacts(kind, fresh.world);
  return {
    events: [
      {
        type: 'gateOpened',
        gate: kind,
        number: failback.asked + 1,
        facts,
        digest: digestOf(facts),
        needed: failback.policy.approvals[kind],
        expiresAt: now + failback.policy.questionMs,
        ...(failback.voided.length > 0 && { because: failback.voided }),
      },
    ],
  };
}

/** Azure may need a moment to offer what comes next; when it still does not, a person has to look. */
function obstructed(
  { obstacle = 'unknown' }: FreshLook,
  failback: Failback,
  tools: Tools,
): Outcome {
  const now = tools.clock.now();
  if (now - failback.stageSince < failback.policy.settleMs)
    return { events: [], wakeAt: now + tools.fastMs };
  const wayOut = failback.failoverJobId === undefined ? startOver : askAgain(awaitedFrom(failback));
  return { events: [held('notOffered', { Obstacle: obstacle }, [wayOut])] };
}

/** The stage in which the question of this stage is asked. */
function awaitedFrom(failback: Failback) {
  const row = Object.values(GATES).find(({ opens }) => opens === failback.stage);
  return row?.awaits ?? failback.stage;
}

const voidGrant = (
  failback: Failback,
  why: 'changed' | 'expired',
  changed: EventOf<'grantVoided'>['differences'],
): EventOf<'grantVoided'> => ({
  type: 'grantVoided',
  number: failback.grant?.number ?? 0,
  why,
  differences: changed,
});

/** Looks once more at what was approved, immediately before the call; then writes the intent down and calls. */
async function prepareCall(
  operation: Operation,
  attempt: number,
  failback: Failback,
  tools: Tools,
): Promise<Outcome> {
  const now = tools.clock.now();
  const fresh = await lookFresh(tools.vault, failback, operation, now);
  const changed = changedSinceAsked(operation, failback, fresh.world);
  if (changed.length > 0) return { events: [voidGrant(failback, 'changed', changed)] };
  // Reading may have taken longer than the approval lasts.
  if (isExpired(failback, tools.clock.now()))
    return { events: [voidGrant(failback, 'expired', [])] };
  if (fresh.obstacle !== undefined || fresh.world === undefined)
    return obstructed(fresh, failback, tools);
  const intent: EventOf<'callIntended'> = {
    type: 'callIntended',
    operation,
    requestId: tools.newRequestId(),
    attempt,
    knownJobIds: jobsOf(failback, fresh.look).map((job) => job.id),
  };
  const intended = await tools.failbacks.append(failback, [intent], tools.clock.now());
  const answer = await makeCall(intent, intended, tools.vault);
  const at = tools.clock.now();
  await tools.failbacks.record(failback.id, answered(intent, answer, intended, at), at);
  return { events: [], again: true };
}

const isExpired = ({ grant }: Failback, now: number) =>
  grant !== undefined && now >= grant.expiresAt;

function changedSinceAsked(operation: Operation, failback: Failback, world: World | undefined) {
  const { grant } = failback;
  if (grant === undefined) return [];
  const now = world === undefined ? [] : gateFacts(gateOf(operation), world);
  return differences(grant.facts, now);
}

function makeCall(
  intent: EventOf<'callIntended'>,
  failback: Failback,
  vault: SiteRecovery,
): Promise<CallAnswer> {
  const { requestId } = intent;
  const { itemId } = failback.target;
  switch (intent.operation) {
    case 'plannedFailover':
      return vault.startPlannedFailover({
        itemId,
        requestId,
        synchronization: failback.synchronization,
      });
    case 'completeFailover':
      return vault.resumeJob({
        jobId: failback.failoverJobId ?? '',
        requestId,
        comments: `${failback.id}: complete failover`,
      });
    case 'commit':
      return vault.commit({ itemId, requestId });
    case 'reverseReplicate':
      return vault.reverseReplicate({ itemId, requestId });
  }
}

function answered(
  { requestId, operation }: EventOf<'callIntended'>,
  answer: CallAnswer,
  failback: Failback,
  now: number,
): readonly FailbackEvent[] {
  switch (answer.outcome) {
    case 'accepted':
      return [accepted(requestId, operation, answer.operationId, failback)];
    case 'refused':
      return [
        {
          type: 'callRefused',
          requestId,
          status: answer.status,
          code: answer.code,
          message: answer.message,
        },
        held('callRefused', { Call: operation, Code: answer.code, Message: answer.message }, [
          wayBack(operation),
        ]),
      ];
    case 'notSent':
      return [
        {
          type: 'callPostponed',
          requestId,
          why: answer.reason,
          retryAt: retryAt(failback, answer.retryAfterMs, now),
        },
      ];
    case 'unknown':
      return [{ type: 'callUncertain', requestId, why: answer.reason }];
  }
}

function accepted(
  requestId: string,
  operation: Operation,
  operationId: string | undefined,
  failback: Failback,
): FailbackEvent {
  if (operation === 'completeFailover') {
    return {
      type: 'callAccepted',
      requestId,
      ...(failback.failoverJobId && { operationId: failback.failoverJobId }),
    };
  }
  return operationId === undefined
    ? { type: 'callUncertain', requestId, why: 'Azure accepted it without an operation id' }
    : { type: 'callAccepted', requestId, operationId };
}

/** The longer it has not worked, the longer the pause: half of the time spent so far, within bounds. */
function retryAt(failback: Failback, retryAfterMs: number | undefined, now: number): number {
  const pause = Math.min(60_000, Math.max(2_000, (now - failback.stageSince) / 2));
  return now + Math.max(pause, retryAfterMs ?? 0);
}

async function reconcile(call: Call, failback: Failback, tools: Tools): Promise<Outcome> {
  // Taken before the look: what happened while reading may not be in it.
  const now = tools.clock.now();
  const { look } = await lookFresh(tools.vault, failback, call.operation, call.at);
  const judgement = judgeCall(failback, call, look, now);
  const { requestId } = call;
  switch (judgement.verdict) {
    case 'taken': {
      const { jobId, evidence } = judgement;
      return {
        events: [
          { type: 'callAdopted', requestId, evidence, ...(jobId !== undefined && { jobId }) },
        ],
      };
    }
    case 'notTaken':
      return { events: [{ type: 'callNotTaken', requestId, evidence: judgement.evidence }] };
    case 'lookAgain':
      return { events: [], wakeAt: tools.clock.now() + tools.fastMs };
    case 'unclear': {
      const choices = waysOut(call, failback, judgement.jobId, look.item?.allowedOperations ?? []);
      return {
        events: [
          held('callUnclear', { Call: call.operation, Evidence: judgement.evidence }, choices),
        ],
      };
    }
  }
}

function waysOut(
  { operation }: Call,
  failback: Failback,
  jobId: string | undefined,
  offered: readonly string[],
): readonly HoldChoice[] {
  const choices = [wayBack(operation)];
  if (jobId !== undefined && operation !== 'completeFailover') {
    choices.unshift(
      adopt(operation === 'plannedFailover' ? 'synchronizing' : failback.stage, jobId),
    );
  }
  if (operation === 'commit' && offered.includes('ReverseReplicate')) {
    choices.unshift(follow(stageAfterCommit(failback), 'Go on: Azure shows the commit as done.'));
  }
  return choices;
}

function wayBack(operation: Operation): HoldChoice {
  return operation === 'plannedFailover' ? startOver : askAgain(GATES[gateOf(operation)].awaits);
}

function giveUp(operation: Operation): FailbackEvent {
  return held('callRepeatedInVain', { Call: operation, Seen: 'Azure did not take the call' }, [
    wayBack(operation),
  ]);
}
