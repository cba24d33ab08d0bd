import type { OnPremisesVm } from '../on-premises/on-premises-vm.ts';
import { isProven, type Proof } from '../on-premises/proofs.ts';
import { missingProofs } from '../state/commit-facts.ts';
import type { EventOf } from '../state/events.ts';
import type { Failback } from '../state/failback.ts';
import { evidenceOf, held, lookAgain, overrideProof } from '../state/holds.ts';
import { type HoldEvidence, subjectOf } from '../words/facts.ts';
import { firstOf, ofOneVm } from './vm-evidence.ts';

/** A VM, and what was looked for of it. */
interface Proven {
  readonly vm: OnPremisesVm;
  readonly proofs: readonly Proof[];
}

/** The stop before a commit whose VMs are not all proven to be well. Of a plan, what is missing is told of each VM. */
export function heldUnproven(
  { target, proofOverrides }: Failback,
  examined: readonly Proven[],
): EventOf<'held'> {
  const evidence = target.kind === 'recoveryPlan' ? eachByName(examined) : ofOne(examined);
  const letsPass = examined.flatMap((one) =>
    missingProofs(one, proofOverrides).map(({ name: proof, port }) => ({
      itemId: one.vm.itemId,
      proof,
      ...(port !== undefined && { port }),
    })),
  );
  return held('notProven', evidence, [lookAgain('verifying'), overrideProof(letsPass)]);
}

const ofOne = ([only]: readonly Proven[]): readonly HoldEvidence[] =>
  missing(only?.proofs ?? []).map((proof) => ({ ...subjectOf(proof), value: proof.finding }));

function eachByName(examined: readonly Proven[]): readonly HoldEvidence[] {
  const unwell = examined.filter(({ proofs }) => !isProven(proofs));
  const each = unwell.map(({ vm, proofs }) => {
    const list = missing(proofs).map(({ finding }) => finding);
    return ofOneVm(vm.name, serverAmong(unwell, vm), { list, between: ' ' });
  });
  return [...firstOf(each), ...evidenceOf({ wellVms: String(examined.length - unwell.length) })];
}

/** The server of a VM where another one is called the same. */
function serverAmong(unwell: readonly Proven[], one: OnPremisesVm): string | undefined {
  const isUnique = unwell.filter(({ vm }) => vm.name === one.name).length === 1;
  return isUnique ? undefined : one.host?.name;
}

const missing = (proofs: readonly Proof[]) => proofs.filter(({ holds }) => !holds);
