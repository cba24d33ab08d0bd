import { missingProofs } from './commit-facts.ts';
import type { EventOf } from './events.ts';
import type { Failback } from './failback.ts';
import { held, lookAgain, overrideProof } from './holds.ts';
import type { OnPremisesVm } from './on-premises-vm.ts';
import { isProven, type Proof } from './proofs.ts';
import { firstOf, nameWithServer } from './vm-evidence.ts';
import type { Statement } from './words/statement.ts';

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
    missingProofs(one, proofOverrides).map(({ name }) => ({
      itemId: one.vm.itemId,
      proof: name,
    })),
  );
  return held('notProven', evidence, [lookAgain('verifying'), overrideProof(letsPass)]);
}

const ofOne = ([only]: readonly Proven[]): Readonly<Record<string, Statement>> =>
  Object.fromEntries(missing(only?.proofs ?? []).map(({ name, finding }) => [name, finding]));

function eachByName(examined: readonly Proven[]): Readonly<Record<string, Statement>> {
  const unwell = examined.filter(({ proofs }) => !isProven(proofs));
  const each = unwell.map(({ vm, proofs }): [string, Statement] => {
    const list = missing(proofs).map(({ finding }) => finding);
    return [nameAmong(unwell, vm), { list, between: ' ' }];
  });
  return {
    ...firstOf(each),
    'VMs that are well': String(examined.length - unwell.length),
  };
}

/** Its name, with its server where another one is called the same. */
function nameAmong(unwell: readonly Proven[], one: OnPremisesVm): string {
  const isUnique = unwell.filter(({ vm }) => vm.name === one.name).length === 1;
  return isUnique ? one.name : nameWithServer(one);
}

const missing = (proofs: readonly Proof[]) => proofs.filter(({ holds }) => !holds);
