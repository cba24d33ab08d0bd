import type { OnPremisesVm } from '../../failback/on-premises/on-premises-vm.ts';
import type { HypervHost, VmSnapshot } from '../../failback/ports/hyperv-host.ts';
import { toBeSecured, whichVm } from '../../failback/state/coming-home.ts';
import type { FailbackEvent } from '../../failback/state/events.ts';
import type { Failback } from '../../failback/state/failback.ts';
import { coded } from '../../failback/words/coded.ts';
import type { Statement } from '../../failback/words/statement.ts';
import { type StepOutcome, together } from '../scheduling/outcome.ts';
import { type HostTools, hostFor, intendStartAction, laterOr, readVm } from './host-tools.ts';

/** Keeps the VMs that must not be started from starting by themselves. They stay so until a failback of them has succeeded. */
export async function secureHost(failback: Failback, tools: HostTools): Promise<StepOutcome> {
  const outcomes = toBeSecured(failback).map((vm) => secure(vm, failback, tools));
  return together(await Promise.all(outcomes));
}

async function secure(
  vm: OnPremisesVm,
  failback: Failback,
  tools: HostTools,
): Promise<StepOutcome> {
  const which = whichVm(failback, vm);
  const host = hostFor(vm, tools);
  if (host === undefined)
    return done({
      type: 'hostSecured',
      ...which,
      outcome: 'failed',
      why: coded('noHostConnector'),
    });
  const seen = await readVm(vm, host);
  if (seen.outcome !== 'ok') return later({ vm, failback, tools }, seen.why);
  if (seen.value.startAction === 'Nothing')
    return done({ type: 'hostSecured', ...which, outcome: 'done' });
  return setToNothing({ vm, failback, tools }, seen.value, host);
}

interface Case {
  readonly vm: OnPremisesVm;
  readonly failback: Failback;
  readonly tools: HostTools;
}

/** The old value is written down before it is changed, unless an earlier change of ours has done that. */
async function setToNothing(one: Case, seen: VmSnapshot, host: HypervHost): Promise<StepOutcome> {
  const which = whichVm(one.failback, one.vm);
  if (one.vm.startAction === undefined) return done(intendStartAction(one.failback, one.vm, seen));
  const set = await host.setStartAction(seen.id, 'Nothing');
  if (set.outcome !== 'ok') return later(one, set.why);
  return set.value.startAction === 'Nothing'
    ? done({ type: 'hostSecured', ...which, outcome: 'done' })
    : later(one, coded('startActionReads', { startAction: set.value.startAction }));
}

/** Tried again for as long as Azure is given to show something; then a person is told. */
function later({ vm, failback, tools }: Case, why: Statement): StepOutcome {
  const { stageSince, endedAt, hold } = failback;
  const failed = { type: 'hostSecured', ...whichVm(failback, vm), outcome: 'failed', why } as const;
  return laterOr(failed, endedAt ?? hold?.at ?? stageSince, failback, tools);
}

const done = (event: FailbackEvent): StepOutcome => ({ events: [event] });
