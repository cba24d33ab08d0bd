import { commitFacts, examinedIn } from '../failback/commit-facts.ts';
import { expireGate } from '../failback/decide.ts';
import type { FailbackEvent } from '../failback/events.ts';
import type { Failback } from '../failback/failback.ts';
import { gateFacts } from '../failback/gate-facts.ts';
import { approvalsFor, GATES, type GateKind, type Operation } from '../failback/gates.ts';
import { evidenceOf, held } from '../failback/holds.ts';
import type { Step } from '../failback/next-step.ts';
import { withinWindow } from '../failback/schedule.ts';
import { waveBroken } from '../failback/wave-before.ts';
import { wayBack } from '../failback/way-back.ts';
import { coded } from '../failback/words/coded.ts';
import { adopt } from './adopt.ts';
import { digestOf } from './digest.ts';
import { prepareCall } from './make-call.ts';
import { obstructed } from './obstacle.ts';
import type { Outcome } from './outcome.ts';
import { check } from './perform-check.ts';
import { createSwitch, openSwitchGate, seeSwitch } from './perform-switch.ts';
import { prepareHost } from './prepare-host.ts';
import { reconcile } from './reconcile.ts';
import { restoreHost } from './restore-host.ts';
import { secureHost } from './secure-host.ts';
import type { Tools } from './tools.ts';
import { lookFresh } from './vault.ts';
import { verify } from './verify.ts';
import { voidGrant } from './void-grant.ts';

/** Carries out one step. It does what the domain decided and decides nothing; reads throw `UpstreamError`. */
export async function perform(step: Step, failback: Failback, tools: Tools): Promise<Outcome> {
  switch (step.do) {
    case 'check':
      return check(failback, tools);
    case 'adopt':
      return adopt(failback, tools);
    case 'openGate':
      return step.gate === 'switch'
        ? openSwitchGate(failback, tools)
        : openGate(step.gate, step, failback, tools);
    case 'createSwitch':
      return createSwitch(failback, tools);
    case 'seeSwitch':
      return seeSwitch(failback, tools);
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
      return verify(failback, tools);
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
): Promise<Outcome> {
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
