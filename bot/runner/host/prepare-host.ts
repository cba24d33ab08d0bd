import { heldOnPremises, type Obstacle, obstacleIn } from '../../failback/holds/on-premises.ts';
import type { OnPremisesVm } from '../../failback/on-premises/on-premises-vm.ts';
import { createsVm } from '../../failback/ports/destination.ts';
import type { HostAnswer, HypervHost, VmSnapshot } from '../../failback/ports/hyperv-host.ts';
import { comingHome, whichVm } from '../../failback/state/coming-home.ts';
import type { EventOf, FailbackEvent } from '../../failback/state/events.ts';
import type { Failback } from '../../failback/state/failback.ts';
import { UNPREPARED } from '../../failback/state/holds.ts';
import type { StepOutcome } from '../scheduling/outcome.ts';
import { type HostTools, hostFor, intendStartAction, readVm } from './host-tools.ts';

/** A VM, its server, and what was seen of it there. */
interface Sight {
  readonly vm: OnPremisesVm;
  readonly host: HypervHost;
  readonly answer: HostAnswer<VmSnapshot>;
}

/**
 * Sees that the on-premises VMs are off, and keeps them from starting by themselves while data is written to their disks. As
 * long as one of them stands in the way, none is changed.
 */
export async function prepareHost(failback: Failback, tools: HostTools): Promise<StepOutcome> {
  const wanted = comingHome(failback).filter(({ isPrepared }) => !isPrepared);
  const sights = await lookAt(wanted, tools);
  const stop = stopAt(failback, obstacles(failback, sights));
  if (stop !== undefined) return { events: [stop] };
  const toBeSet = sights.filter(({ answer }) => startsByItself(answer));
  const events = wanted
    .filter((vm) => toBeSet.every((sight) => sight.vm !== vm))
    .map((vm) => preparedAlready(failback, vm, sights));
  return toBeSet.length === 0 ? { events } : setToNothing(failback, toBeSet, events, tools);
}

/**
 * Looks once more at the VMs, immediately before the failover is started: reading Azure may have failed for a while since
 * they were prepared. Undefined when nothing stands in the way.
 */
export async function lookBeforeStart(
  failback: Failback,
  tools: HostTools,
): Promise<FailbackEvent | undefined> {
  const sights = await lookAt(comingHome(failback), tools);
  return stopAt(failback, obstacles(failback, sights));
}

/** Where a person goes on without what could not be prepared, a VM that is seen not to be ready is a reason to stop all the same. */
function stopAt(failback: Failback, found: readonly Obstacle[]): EventOf<'held'> | undefined {
  const counts = isWithout(failback) ? found.filter(({ kind }) => kind === 'notReady') : found;
  return heldOnPremises(failback, counts);
}

const isWithout = ({ accepted }: Failback): boolean => accepted.includes(UNPREPARED);

/** Those whose server a host connector knows. */
async function lookAt(vms: readonly OnPremisesVm[], tools: HostTools): Promise<readonly Sight[]> {
  const looks = vms.flatMap((vm) => {
    const host = hostFor(vm, tools);
    return host === undefined
      ? []
      : [readVm(vm, host).then((answer): Sight => ({ vm, host, answer }))];
  });
  return Promise.all(looks);
}

const obstacles = (failback: Failback, sights: readonly Sight[]): readonly Obstacle[] =>
  sights.flatMap(({ vm, answer }) => {
    const obstacle = mayBeAbsent(failback, answer) ? undefined : obstacleIn(vm, answer);
    return obstacle === undefined ? [] : [obstacle];
  });

/** Where Azure makes the VM it need not be there: what is not there can not run, either. */
const mayBeAbsent = ({ destination }: Failback, answer: HostAnswer<VmSnapshot>): boolean =>
  createsVm(destination) && answer.outcome === 'absent';

const startsByItself = (answer: HostAnswer<VmSnapshot>): boolean =>
  answer.outcome === 'ok' && answer.value.startAction !== 'Nothing';

function preparedAlready(
  failback: Failback,
  vm: OnPremisesVm,
  sights: readonly Sight[],
): FailbackEvent {
  const answer = sights.find((sight) => sight.vm === vm)?.answer;
  return {
    type: 'hostPrepared',
    ...whichVm(failback, vm),
    outcome: answer === undefined ? 'notConfigured' : outcomeOf(failback, answer),
  };
}

function outcomeOf(
  failback: Failback,
  answer: HostAnswer<VmSnapshot>,
): EventOf<'hostPrepared'>['outcome'] {
  if (answer.outcome === 'ok') return 'done';
  return mayBeAbsent(failback, answer) ? 'skipped' : 'without';
}

/** The old values are written down before they are changed. They are set again until they read as wanted: doing it twice is harmless. */
async function setToNothing(
  failback: Failback,
  sights: readonly Sight[],
  others: readonly FailbackEvent[],
  { failbacks, clock }: HostTools,
): Promise<StepOutcome> {
  const intents = sights.flatMap((sight) => intentOf(failback, sight));
  const intended =
    intents.length === 0 ? failback : await failbacks.append(failback, intents, clock.now());
  const set = await Promise.all(sights.map(setOne));
  const stop = stopAt(failback, obstaclesToSet(set));
  const prepared = set.flatMap((sight) => preparedNow(failback, sight));
  const events = [...others, ...prepared, ...(stop === undefined ? [] : [stop])];
  await failbacks.append(intended, events, clock.now());
  return { events: [], again: true };
}

/** Nothing where it could not be set, unless a person goes on without that. */
function preparedNow(failback: Failback, { vm, answer }: Sight): readonly FailbackEvent[] {
  const isSet = answer.outcome === 'ok' && !startsByItself(answer);
  if (!isSet && !isWithout(failback)) return [];
  const outcome = isSet ? 'done' : 'without';
  return [{ type: 'hostPrepared', ...whichVm(failback, vm), outcome }];
}

function intentOf(failback: Failback, { vm, answer }: Sight): readonly FailbackEvent[] {
  if (vm.startAction !== undefined || answer.outcome !== 'ok') return [];
  return [intendStartAction(failback, vm, answer.value)];
}

async function setOne(sight: Sight): Promise<Sight> {
  const { host, answer } = sight;
  return answer.outcome === 'ok'
    ? { ...sight, answer: await host.setStartAction(answer.value.id, 'Nothing') }
    : sight;
}

const obstaclesToSet = (sights: readonly Sight[]): readonly Obstacle[] =>
  sights
    .filter(({ answer }) => answer.outcome !== 'ok' || startsByItself(answer))
    .map(({ vm, answer }) => ({ vm, answer, kind: 'notPrepared' }));
