import type { OnPremisesVm, Unseen } from '../on-premises/on-premises-vm.ts';
import type { Proof } from '../on-premises/proofs.ts';
import type { VerifiedVm } from '../on-premises/verified-vm.ts';
import { sameId } from '../ports/site-recovery.ts';
import { coded } from '../words/coded.ts';
import type { Fact } from '../words/facts.ts';
import { canonical, namedState, type Statement } from '../words/statement.ts';
import { comingHome } from './coming-home.ts';
import type { Failback, ProofOverride } from './failback.ts';

/** A VM that comes home, and what a look at it shows; no proofs where no host connector knows its server. */
export interface Examined {
  readonly vm: Pick<OnPremisesVm, 'itemId' | 'name' | 'host'>;
  readonly proofs: readonly Proof[];
  /** Absent where the server did not say, or nobody looks. */
  readonly verified?: VerifiedVm;
  /** What the server answered instead; `absent` when it says that there is no such VM. */
  readonly unseen?: Unseen;
}

/** The VMs as they were verified last. */
export const examinedIn = (failback: Pick<Failback, 'onPremises'>): readonly Examined[] =>
  comingHome(failback).map((vm) => ({
    vm,
    proofs: vm.proofs,
    ...(vm.verified && { verified: vm.verified }),
    ...(vm.unseen && { unseen: vm.unseen }),
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
    return isPlan ? facts.map((fact) => ({ ...fact, vm: nameAmong(examined, one) })) : facts;
  });
}

function factsOf(one: Examined, overrides: readonly ProofOverride[]): readonly Fact[] {
  const { proofs, verified, vm } = one;
  if (proofs.length === 0) return [{ name: 'onPremisesVm', value: coded('notChecked') }];
  return [
    { name: 'onPremisesVm', value: placeOf(one) },
    ...(verified === undefined ? [] : sightFacts(verified)),
    ...proofs.map(
      (proof): Fact => ({
        name: 'proof',
        proof: proof.name,
        ...(proof.port !== undefined && { port: proof.port }),
        value: verdictOf(proof, isLetPass(vm.itemId, proof, overrides)),
      }),
    ),
  ];
}

const placeOf = ({ verified, unseen = 'unknown' }: Examined): Statement =>
  verified === undefined
    ? UNSEEN[unseen]
    : coded('vmOnHost', { host: verified.host, vmId: verified.vmId });

const UNSEEN: Readonly<Record<Unseen, Statement>> = {
  unreachable: coded('notSeenUnreachable'),
  forbidden: coded('notSeenForbidden'),
  absent: coded('notSeenAbsent'),
  failed: coded('notSeenFailed'),
  unknown: coded('notSeenUncertain'),
};

const sightFacts = ({ state, checkpoints, disks, adapters }: VerifiedVm): readonly Fact[] => [
  { name: 'onPremisesPower', value: namedState(state) },
  { name: 'checkpoints', value: String(checkpoints) },
  { name: 'onPremisesDisks', value: listOf(disks.map(diskFact)) },
  {
    name: 'networkAdapters',
    value: listOf(adapters.map((name) => name || coded('adapterNotConnected'))),
  },
];

function diskFact({ sizeMb, isDifferencing }: VerifiedVm['disks'][number]): Statement {
  const disk = sizeMb === undefined ? coded('diskUnreadable') : coded('diskSize', { sizeMb });
  return isDifferencing ? coded('differencingDisk', { disk }) : disk;
}

/** How many there are, and which; in whichever order the server lists them. */
function listOf(values: readonly Statement[]): Statement {
  if (values.length === 0) return '0';
  const list = values.toSorted((a, b) => (canonical(a) < canonical(b) ? -1 : 1));
  return coded('countedList', { count: values.length, list: { list, between: '; ' } });
}

const verdictOf = ({ holds }: Proof, isPassed: boolean): Statement => {
  if (isPassed) return coded('proofLetPass');
  return coded(holds ? 'proofHolds' : 'proofDoesNotHold');
};

const isLetPass = (
  itemId: string,
  { name, port }: Proof,
  overrides: readonly ProofOverride[],
): boolean =>
  overrides.some(({ proofs }) =>
    proofs.some((one) => one.proof === name && one.port === port && sameId(one.itemId, itemId)),
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
