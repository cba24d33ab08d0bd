import { comingHome } from './coming-home.ts';
import type { Fact } from './facts.ts';
import type { Failback, ProofOverride } from './failback.ts';
import type { OnPremisesVm } from './on-premises-vm.ts';
import type { HostAnswer } from './ports/hyperv-host.ts';
import { sameId } from './ports/site-recovery.ts';
import type { Proof } from './proofs.ts';
import type { VerifiedVm } from './verified-vm.ts';

/** A VM that comes home, and what a look at it shows; no proofs where no host connector knows its server. */
export interface Examined {
  readonly vm: Pick<OnPremisesVm, 'itemId' | 'name' | 'host'>;
  readonly proofs: readonly Proof[];
  /** Absent where the server did not say, or nobody looks. */
  readonly verified?: VerifiedVm;
  /** What the server answered instead; `absent` when it says that there is no such VM. */
  readonly unseen?: Exclude<HostAnswer<never>['outcome'], 'ok'>;
}

/** The VMs as they were verified last. */
export const examinedIn = (failback: Pick<Failback, 'onPremises'>): readonly Examined[] =>
  comingHome(failback).map((vm) => ({
    vm,
    proofs: vm.proofs,
    ...(vm.verified && { verified: vm.verified }),
  }));

/**
 * What an approval of the commit is bound to on-premises, VM by VM: each proof's verdict, the server and the VM's id, its power
 * state, checkpoints, disks and adapters. How old the look is, addresses and uptime are shown, not bound.
 */
export function commitFacts(
  { target, proofOverrides }: Pick<Failback, 'target' | 'proofOverrides'>,
  examined: readonly Examined[],
): readonly Fact[] {
  const isPlan = target.kind === 'recoveryPlan';
  return examined.flatMap((one) => {
    const facts = factsOf(one, proofOverrides);
    return isPlan
      ? facts.map((fact) => ({ ...fact, name: `${nameAmong(examined, one)}: ${fact.name}` }))
      : facts;
  });
}

function factsOf(one: Examined, overrides: readonly ProofOverride[]): readonly Fact[] {
  const { proofs, verified, vm } = one;
  if (proofs.length === 0) return [fact('On-premises VM', 'not checked')];
  return [
    fact('On-premises VM', placeOf(one)),
    ...(verified === undefined ? [] : sightFacts(verified)),
    ...proofs.map((proof) =>
      fact(`Proof of ${proof.name}`, verdictOf(proof, isLetPass(vm.itemId, proof, overrides))),
    ),
  ];
}

const placeOf = ({ verified, unseen = 'unknown' }: Examined): string =>
  verified === undefined ? `not seen: ${unseen}` : `${verified.host}, ${verified.vmId}`;

const sightFacts = ({ state, checkpoints, disks, adapters }: VerifiedVm): readonly Fact[] => [
  fact('On-premises power', state),
  fact('Checkpoints', String(checkpoints)),
  fact('On-premises disks', listOf(disks.map(diskFact))),
  fact('Network adapters', listOf(adapters.map((name) => name || 'not connected'))),
];

const diskFact = ({ sizeMb, isDifferencing }: VerifiedVm['disks'][number]): string =>
  `${sizeMb === undefined ? 'not readable' : `${sizeMb} MB`}${isDifferencing ? ', differencing' : ''}`;

/** How many there are, and which; in whichever order the server lists them. */
const listOf = (values: readonly string[]): string =>
  values.length === 0 ? '0' : `${values.length}: ${[...values].sort().join('; ')}`;

const verdictOf = ({ holds }: Proof, isPassed: boolean): string => {
  if (isPassed) return 'let pass';
  return holds ? 'holds' : 'does not hold';
};

const isLetPass = (itemId: string, { name }: Proof, overrides: readonly ProofOverride[]): boolean =>
  overrides.some(({ proofs }) =>
    proofs.some((one) => one.proof === name && sameId(one.itemId, itemId)),
  );

/** The proofs that do not hold, and that no override names. */
export const missingProofs = (
  { vm, proofs }: Pick<Examined, 'vm' | 'proofs'>,
  overrides: readonly ProofOverride[],
): readonly Proof[] =>
  proofs.filter((proof) => !proof.holds && !isLetPass(vm.itemId, proof, overrides));

/** Whether nothing more is missing for the commit to be asked for. */
export const isReadyForCommit = (
  examined: readonly Examined[],
  overrides: readonly ProofOverride[],
): boolean => examined.every((one) => missingProofs(one, overrides).length === 0);

/** Its name, with its item where another VM of the plan is called the same. */
function nameAmong(all: readonly Examined[], { vm }: Examined): string {
  const isUnique = all.filter((one) => sameId(one.vm.name, vm.name)).length === 1;
  return isUnique ? vm.name : `${vm.name} (${vm.itemId.split('/').at(-1)})`;
}

const fact = (name: string, value: string): Fact => ({ name, value });
