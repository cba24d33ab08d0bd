import type { FailbackEvent } from '../failback/events.ts';
import type { Failback } from '../failback/failback.ts';
import type { HostAnswer, HypervHost, VmSight } from '../failback/ports/hyperv-host.ts';
import { phrase, type Words } from '../failback/words.ts';
import type { Outcome } from './outcome.ts';
import { type HostTools, hostFor, readVm } from './perform-on-host.ts';

/** Keeps a VM that must not be started from starting by itself. It stays so until a failback of it has succeeded. */
export async function secureHost(failback: Failback, tools: HostTools): Promise<Outcome> {
  const host = hostFor(failback, tools);
  if (host === undefined)
    return done({ type: 'hostSecured', outcome: 'failed', why: phrase('no host connector') });
  const vm = await readVm(failback, host);
  if (vm.outcome !== 'ok') return later(failback, vm.why, tools);
  if (vm.value.startAction === 'Nothing') return done({ type: 'hostSecured', outcome: 'done' });
  return setToNothing(failback, vm.value, host, tools);
}

/** The old value is written down before it is changed, unless an earlier change of ours has done that. */
async function setToNothing(
  failback: Failback,
  { id, startAction }: VmSight,
  host: HypervHost,
  tools: HostTools,
): Promise<Outcome> {
  if (failback.startAction === undefined) {
    const before = startAction === 'Start' ? 'Start' : 'StartIfRunning';
    return done({ type: 'startActionIntended', vmId: id, before });
  }
  const set: HostAnswer<VmSight> = await host.setStartAction(id, 'Nothing');
  if (set.outcome !== 'ok') return later(failback, set.why, tools);
  return set.value.startAction === 'Nothing'
    ? done({ type: 'hostSecured', outcome: 'done' })
    : later(
        failback,
        phrase('it reads {startAction}', { startAction: set.value.startAction }),
        tools,
      );
}

/** Tried again for as long as Azure is given to show something; then a person is told. */
function later(
  { stageSince, endedAt, hold, policy }: Failback,
  why: Words,
  tools: HostTools,
): Outcome {
  const now = tools.clock.now();
  const since = endedAt ?? hold?.at ?? stageSince;
  return now - since < policy.settleMs
    ? { events: [], wakeAt: now + tools.fastMs }
    : done({ type: 'hostSecured', outcome: 'failed', why });
}

const done = (event: FailbackEvent): Outcome => ({ events: [event] });
