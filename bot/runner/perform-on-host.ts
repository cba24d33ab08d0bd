import { createsVm } from '../failback/destination.ts';
import type { FailbackEvent } from '../failback/events.ts';
import type { Failback } from '../failback/failback.ts';
import type { Failbacks } from '../failback/failbacks.ts';
import { goOnUnprepared, held, lookAgain, overrideProof, UNPREPARED } from '../failback/holds.ts';
import type { Clock } from '../failback/ports/clock.ts';
import type { HostAnswer, HypervHost, VmSight } from '../failback/ports/hyperv-host.ts';
import { areSameProofs, isProven, type Proof, prove, type Wanted } from '../failback/proofs.ts';
import type { Stage } from '../failback/stages.ts';
import { stateWords } from '../failback/state-words.ts';
import { phrase, type Words } from '../failback/words.ts';
import type { Outcome } from './outcome.ts';

/** What the steps on-premises work with. */
export interface HostTools {
  readonly failbacks: Failbacks;
  readonly clock: Clock;
  readonly fastMs: number;
  /** The servers that the settings name. */
  readonly hosts: readonly HypervHost[];
  readonly verification: Verification;
}

/** What has to be proved of a VM, and how long a booting guest is given for it. */
export interface Verification {
  readonly wantedOf: (vm: string) => Wanted;
  readonly patienceMs: number;
}

/** Sees that the on-premises VM is off, and keeps it from starting by itself while data is written to its disks. */
export async function prepareHost(failback: Failback, tools: HostTools): Promise<Outcome> {
  const host = hostFor(failback, tools);
  if (host === undefined) return done({ type: 'hostPrepared', outcome: 'notConfigured' });
  const vm = await readVm(failback, host);
  if (mayBeAbsent(failback, vm)) return done({ type: 'hostPrepared', outcome: 'skipped' });
  const obstacle = obstacleOnPremises(vm, failback.stage);
  if (vm.outcome !== 'ok' || obstacle !== undefined)
    return { events: [obstacle ?? notPrepared(vm, failback.stage)] };
  if (vm.value.startAction === 'Nothing') return done({ type: 'hostPrepared', outcome: 'done' });
  return setToNothing(failback, vm.value, host, tools);
}

/**
 * Looks once more at the VM, immediately before the failover is started: reading Azure may have failed for a while since
 * it was prepared. Undefined when nothing stands in the way, or a person goes on without the server.
 */
export async function lookBeforeStart(
  failback: Failback,
  tools: HostTools,
): Promise<FailbackEvent | undefined> {
  const host = hostFor(failback, tools);
  if (host === undefined || failback.accepted.includes(UNPREPARED)) return undefined;
  const vm = await readVm(failback, host);
  return mayBeAbsent(failback, vm) ? undefined : obstacleOnPremises(vm, failback.stage);
}

/** Where Azure makes the VM it need not be there: what is not there can not run, either. */
const mayBeAbsent = ({ destination }: Failback, vm: HostAnswer<VmSight>): boolean =>
  createsVm(destination) && vm.outcome === 'absent';

function obstacleOnPremises(vm: HostAnswer<VmSight>, stage: Stage): FailbackEvent | undefined {
  if (vm.outcome !== 'ok') return notPrepared(vm, stage);
  const { state, checkpoints } = vm.value;
  if (state === 'Off' && checkpoints === 0) return undefined;
  const evidence = {
    'On-premises VM': phrase(
      '{state}, {checkpoints, plural, =0 {no checkpoints} one {# checkpoint} other {# checkpoints}}',
      { state: stateWords(state), checkpoints },
    ),
  };
  return held('vmNotReady', evidence, [lookAgain(stage)]);
}

/** The old value is written down before it is changed. It is set again until it reads as wanted: doing it twice is harmless. */
async function setToNothing(
  failback: Failback,
  { id, startAction }: VmSight,
  host: HypervHost,
  { failbacks, clock }: HostTools,
): Promise<Outcome> {
  const before = startAction === 'Start' ? 'Start' : 'StartIfRunning';
  const intended =
    failback.startAction === undefined
      ? await failbacks.append(
          failback,
          [{ type: 'startActionIntended', vmId: id, before }],
          clock.now(),
        )
      : failback;
  const vm = await host.setStartAction(id, 'Nothing');
  const event: FailbackEvent =
    vm.outcome === 'ok' && vm.value.startAction === 'Nothing'
      ? { type: 'hostPrepared', outcome: 'done' }
      : notPrepared(vm, failback.stage);
  await failbacks.append(intended, [event], clock.now());
  return { events: [], again: true };
}

function notPrepared(answer: HostAnswer<VmSight>, stage: Stage): FailbackEvent {
  const why =
    answer.outcome === 'ok'
      ? phrase('it reads {startAction}', { startAction: answer.value.startAction })
      : answer.why;
  return held('hostNotPrepared', { Answer: answer.outcome, Why: why }, [
    lookAgain(stage),
    goOnUnprepared(stage),
  ]);
}

/** Puts the automatic start action back, unless somebody else has changed it meanwhile. */
export async function restoreHost(failback: Failback, tools: HostTools): Promise<Outcome> {
  const host = hostFor(failback, tools);
  const { startAction } = failback;
  if (host === undefined || startAction === undefined)
    return gaveUpRestoring(phrase('no host connector'));
  const vm = await host.readVm({ id: startAction.vmId, name: failback.target.name });
  if (vm.outcome !== 'ok') return restoreLater(failback, vm.why, tools);
  if (vm.value.startAction === startAction.before)
    return done({ type: 'hostRestored', outcome: 'done' });
  if (vm.value.startAction !== 'Nothing') {
    return done({ type: 'hostRestored', outcome: 'changedElsewhere', why: vm.value.startAction });
  }
  const set = await host.setStartAction(startAction.vmId, startAction.before);
  if (set.outcome !== 'ok') return restoreLater(failback, set.why, tools);
  const { startAction: now } = set.value;
  return now === startAction.before
    ? done({ type: 'hostRestored', outcome: 'done' })
    : restoreLater(failback, phrase('it reads {now}', { now }), tools);
}

/** Tried again for as long as Azure is given to show something, counted from when it could first be done. */
function restoreLater(
  { stageSince, call, policy }: Failback,
  why: Words,
  tools: HostTools,
): Outcome {
  const now = tools.clock.now();
  return now - Math.max(stageSince, call?.at ?? 0) < policy.settleMs
    ? { events: [], wakeAt: now + tools.fastMs }
    : gaveUpRestoring(why);
}

const gaveUpRestoring = (why: Words): Outcome =>
  done({ type: 'hostRestored', outcome: 'failed', why });

/** Looks for proof that the VM is well; commit is not asked for before all of it holds, or somebody overrides it. */
export async function verify(failback: Failback, tools: HostTools): Promise<Outcome> {
  const host = hostFor(failback, tools);
  if (host === undefined) {
    return done({
      type: 'verified',
      outcome: 'notChecked',
      why: notLookedAt(failback),
    });
  }
  const proofs = await gatherProofs(failback, host, tools.verification);
  if (isProven(proofs))
    return done({ type: 'verified', outcome: 'passed', why: phrase('all proofs hold'), proofs });
  const now = tools.clock.now();
  if (now - failback.stageSince >= tools.verification.patienceMs)
    return { events: [notProven(proofs)] };
  const events: readonly FailbackEvent[] = areSameProofs(proofs, failback.proofs)
    ? []
    : [{ type: 'proofsObserved', proofs }];
  return { events, wakeAt: now + tools.fastMs };
}

async function gatherProofs(
  failback: Failback,
  host: HypervHost,
  { wantedOf }: Verification,
): Promise<readonly Proof[]> {
  const wanted = wantedOf(failback.target.name);
  const vm = await readVm(failback, host);
  const address = vm.outcome === 'ok' ? vm.value.addresses[0] : undefined;
  if (wanted.ports.length === 0 || address === undefined) return prove({ vm }, wanted);
  return prove({ vm, ports: await host.checkPorts(address, wanted.ports) }, wanted);
}

function notProven(proofs: readonly Proof[]): FailbackEvent {
  const missing = proofs.filter(({ holds }) => !holds).map(({ name, finding }) => [name, finding]);
  return held('notProven', Object.fromEntries(missing), [lookAgain('verifying'), overrideProof]);
}

const notLookedAt = ({ target }: Failback): Words =>
  target.kind === 'recoveryPlan'
    ? phrase('the bot does not look at the servers of a recovery plan')
    : phrase('no host connector is configured for it');

/** The server on which the failback's VM is; undefined where no host connector knows it. */
export function hostFor(
  { host }: Failback,
  { hosts }: Pick<HostTools, 'hosts'>,
): HypervHost | undefined {
  return hosts.find(({ name }) => name === host?.name);
}

export function readVm(
  { host, target }: Failback,
  server: HypervHost,
): Promise<HostAnswer<VmSight>> {
  const { vmId } = host ?? {};
  return server.readVm({ name: target.name, ...(vmId !== undefined && { id: vmId }) });
}

const done = (event: FailbackEvent): Outcome => ({ events: [event] });
