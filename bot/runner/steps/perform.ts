import { expireGate } from '../../failback/decide/decide.ts';
import { gateFacts } from '../../failback/decide/gate-facts.ts';
import { heldAtUnknownEntry } from '../../failback/holds/unknown-entry.ts';
import { wayBack } from '../../failback/holds/way-back.ts';
import type { Step } from '../../failback/next/next-step.ts';
import { withinWindow } from '../../failback/next/schedule.ts';
import { waveBroken } from '../../failback/next/wave-before.ts';
import { commitFacts, examinedIn } from '../../failback/state/commit-facts.ts';
import type { FailbackEvent } from '../../failback/state/events.ts';
import type { Failback } from '../../failback/state/failback.ts';
import { approvalsFor, GATES, type GateKind, type Operation } from '../../failback/state/gates.ts';
import { evidenceOf, held } from '../../failback/state/holds.ts';
import { coded } from '../../failback/words/coded.ts';
import { lookFresh } from '../../looks/look-fresh.ts';
import { prepareHost } from '../host/prepare-host.ts';
import { restoreHost } from '../host/restore-host.ts';
import { secureHost } from '../host/secure-host.ts';
import type { StepOutcome } from '../scheduling/outcome.ts';
import { lookForFailover } from './adopt.ts';
import { checkTarget } from './check.ts';
import { digestOf } from './digest.ts';
import { prepareCall } from './make-call.ts';
import { obstructed } from './obstacle.ts';
import { reconcile } from './reconcile.ts';
import { createSwitch, openSwitchGate, seeSwitch } from './switch.ts';
import type { Tools } from './tools.ts';
import { verifyVms } from './verify.ts';
import { voidGrant } from './void-grant.ts';

/** Carries out one step. It does what the domain decided and decides nothing; reads throw `UpstreamError`. */
export async function perform(step: Step, failback: Failback, tools: Tools): Promise<StepOutcome> {
  switch (step.do) {
    case 'check':
      return checkTarget(failback, tools);
    case 'adopt':
      return lookForFailover(failback, tools);
    case 'openGate':
      return step.gate === 'switch'
        ? openSwitchGate(failback, tools)
        : openGate(step.gate, step, failback, tools);
    case 'createSwitch':
      return createSwitch(failback, tools);
    case 'seeSwitch':
      return seeSwitch(failback, tools);
    case 'stopAtUnknownEntry':
      return { events: [heldAtUnknownEntry(failback, step.entry)] };
    case 'stopWave':
      return { events: [waveBroken(step.missing)] };
    case 'remind':
      return { events: [{ type: 'reminded', number: step.number, count: step.count }] };
    case 'expireGate':
      return { events: expireGate(failback, tools.clock.now()) };
    case 'voidGrant':
      return { events: [voidGrant(failback, 'expired', [])] };
    case 'call':
      return prepareCall(step.operation, step.attempt, failback, tools);
    case 'reconcile':
      return reconcile(step.call, failback, tools);
    case 'giveUpCall':
      return { events: [giveUp(step.operation, failback)] };
    case 'prepareHost':
      return prepareHost(failback, tools);
    case 'restoreHost':
      return restoreHost(failback, tools);
    case 'secureHost':
      return secureHost(failback, tools);
    case 'verify':
      return verifyVms(failback, tools);
    case 'wait':
      return { events: [], ...(step.until !== undefined && { wakeAt: step.until }) };
    case 'watch':
    case 'nothing':
      return { events: [] };
  }
}

type GateStep = Extract<Step, { readonly do: 'openGate' }>;

async function openGate(
  kind: Exclude<GateKind, 'switch'>,
  { together }: GateStep,
  failback: Failback,
  tools: Tools,
): Promise<StepOutcome> {
  const now = tools.clock.now();
  const isJustSeen = kind === 'direction' && tools.justSeen !== undefined;
  const fresh = isJustSeen
    ? tools.justSeen
    : await lookFresh(tools, failback, GATES[kind].operation, now);
  if (fresh.obstacle !== undefined || fresh.world === undefined)
    return obstructed(fresh, failback, tools);
  // Of the VMs on-premises what was just verified is approved: nothing leads here but that.
  const facts = [
    ...gateFacts(kind, fresh.world),
    ...(kind === 'commit' ? commitFacts(failback, examinedIn(failback)) : []),
  ];
  return {
    events: [
      {
        type: 'gateOpened',
        gate: kind,
        number: failback.asked + 1,
        facts,
        digest: digestOf(facts),
        needed: approvalsFor(kind, failback.policy),
        expiresAt: withinWindow(failback, kind, now, failback.policy.questionMs),
        ...(failback.voided.length > 0 && { because: failback.voided }),
        ...(together && { together }),
      },
    ],
  };
}

function giveUp(operation: Operation, failback: Failback): FailbackEvent {
  return held('callRepeatedInVain', evidenceOf({ call: operation, seen: coded('callNotTaken') }), [
    wayBack(failback),
  ]);
}
