import type { OnPremisesVm } from '../../failback/on-premises/on-premises-vm.ts';
import { toBeRestored, whichVm } from '../../failback/state/coming-home.ts';
import type { EventOf } from '../../failback/state/events.ts';
import type { Failback } from '../../failback/state/failback.ts';
import { coded } from '../../failback/words/coded.ts';
import type { Statement } from '../../failback/words/statement.ts';
import { type StepOutcome, together } from '../scheduling/outcome.ts';
import { type HostTools, hostFor, laterOr } from './host-tools.ts';

/** Puts the automatic start actions back, unless somebody else has changed them meanwhile. */
export async function restoreHost(failback: Failback, tools: HostTools): Promise<StepOutcome> {
  const outcomes = toBeRestored(failback).map((vm) => restore({ vm, failback, tools }));
  return together(await Promise.all(outcomes));
}

interface Case {
  readonly vm: OnPremisesVm;
  readonly failback: Failback;
  readonly tools: HostTools;
}

async function restore(one: Case): Promise<StepOutcome> {
  const { name, startAction } = one.vm;
  const host = hostFor(one.vm, one.tools);
  if (host === undefined || startAction === undefined)
    return restored(one, { outcome: 'failed', why: coded('noHostConnector') });
  const seen = await host.readVm({ id: startAction.vmId, name });
  if (seen.outcome !== 'ok') return later(one, seen.why);
  if (seen.value.startAction === startAction.before) return restored(one, { outcome: 'done' });
  if (seen.value.startAction !== 'Nothing')
    return restored(one, { outcome: 'changedElsewhere', why: seen.value.startAction });
  const set = await host.setStartAction(startAction.vmId, startAction.before);
  if (set.outcome !== 'ok') return later(one, set.why);
  const { startAction: now } = set.value;
  return now === startAction.before
    ? restored(one, { outcome: 'done' })
    : later(one, coded('startActionReads', { startAction: now }));
}

/** Tried again for as long as Azure is given to show something, counted from when it could first be done. */
function later(one: Case, why: Statement): StepOutcome {
  const { stageSince, call } = one.failback;
  const failed = restoredEvent(one, { outcome: 'failed', why });
  return laterOr(failed, Math.max(stageSince, call?.at ?? 0), one.failback, one.tools);
}

type Result = Pick<EventOf<'hostRestored'>, 'outcome' | 'why'>;

const restored = (one: Case, result: Result): StepOutcome => ({
  events: [restoredEvent(one, result)],
});

const restoredEvent = ({ vm, failback }: Case, result: Result): EventOf<'hostRestored'> => ({
  type: 'hostRestored',
  ...whichVm(failback, vm),
  ...result,
});
