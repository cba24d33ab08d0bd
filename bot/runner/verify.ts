import { comingHome, whichVm } from '../failback/coming-home.ts';
import type { FailbackEvent } from '../failback/events.ts';
import type { Failback } from '../failback/failback.ts';
import { heldUnproven, type Proven } from '../failback/hold-unproven.ts';
import type { OnPremisesVm } from '../failback/on-premises-vm.ts';
import type { HypervHost } from '../failback/ports/hyperv-host.ts';
import { areSameProofs, isProven, type Proof, prove } from '../failback/proofs.ts';
import { phrase } from '../failback/words.ts';
import { type HostTools, hostFor, readVm, type Verification } from './host-tools.ts';
import type { Outcome } from './outcome.ts';

/** A VM, and what was proven of it; undefined where no host connector knows its server. */
interface Examined {
  readonly vm: OnPremisesVm;
  readonly proofs: readonly Proof[] | undefined;
}

/** Looks for proof that the VMs are well; commit is not asked for before all of it holds, or somebody overrides it. */
export async function verify(failback: Failback, tools: HostTools): Promise<Outcome> {
  const examined = await Promise.all(comingHome(failback).map((vm) => examine(vm, tools)));
  const seen = examined.flatMap(({ vm, proofs }) => (proofs === undefined ? [] : [{ vm, proofs }]));
  if (seen.length === 0) return { events: [notChecked] };
  if (seen.every(({ proofs }) => isProven(proofs)))
    return { events: passed(failback, seen, examined.length - seen.length) };
  const now = tools.clock.now();
  if (now - failback.stageSince >= tools.verification.patienceMs)
    return { events: [heldUnproven(failback, seen)] };
  return { events: newProofs(failback, seen), wakeAt: now + tools.fastMs };
}

async function examine(vm: OnPremisesVm, tools: HostTools): Promise<Examined> {
  const host = hostFor(vm, tools);
  if (host === undefined) return { vm, proofs: undefined };
  return { vm, proofs: await gatherProofs(vm, host, tools.verification) };
}

async function gatherProofs(
  vm: OnPremisesVm,
  host: HypervHost,
  { wantedOf }: Verification,
): Promise<readonly Proof[]> {
  const wanted = wantedOf(vm.name);
  const seen = await readVm(vm, host);
  const address = seen.outcome === 'ok' ? seen.value.addresses[0] : undefined;
  if (wanted.ports.length === 0 || address === undefined) return prove({ vm: seen }, wanted);
  return prove({ vm: seen, ports: await host.checkPorts(address, wanted.ports) }, wanted);
}

function passed(
  failback: Failback,
  seen: readonly Proven[],
  unseen: number,
): readonly FailbackEvent[] {
  const [only] = seen;
  const why =
    unseen === 0
      ? phrase('all proofs hold')
      : phrase(
          'all proofs hold; {unseen, plural, one {# VM was} other {# VMs were}} not checked: no host connector is configured for its server',
          { unseen },
        );
  if (failback.target.kind === 'protectedItem' && only !== undefined)
    return [{ type: 'verified', outcome: 'passed', why, proofs: only.proofs }];
  return [...newProofs(failback, seen), { type: 'verified', outcome: 'passed', why }];
}

const newProofs = (failback: Failback, seen: readonly Proven[]): readonly FailbackEvent[] =>
  seen
    .filter(({ vm, proofs }) => !areSameProofs(proofs, vm.proofs))
    .map(({ vm, proofs }) => ({ type: 'proofsObserved', ...whichVm(failback, vm), proofs }));

const notChecked: FailbackEvent = {
  type: 'verified',
  outcome: 'notChecked',
  why: phrase('no host connector is configured for it'),
};
