import type { EventOf } from './events.ts';
import type { Failback } from './failback.ts';
import { held, lookAgain, overrideProof } from './holds.ts';
import type { OnPremisesVm } from './on-premises-vm.ts';
import { isProven, type Proof } from './proofs.ts';
import { phrase, type Words } from './words.ts';

interface Proven {
  readonly vm: OnPremisesVm;
  readonly proofs: readonly Proof[];
}

/** So many VMs are named; the others are counted. */
const MOST_NAMED = 10;

/** The stop before a commit whose VMs are not all proven to be well. Of a plan, what is missing is told of each VM. */
export function heldUnproven({ target }: Failback, examined: readonly Proven[]): EventOf<'held'> {
  const evidence = target.kind === 'recoveryPlan' ? eachByName(examined) : ofOne(examined);
  return held('notProven', evidence, [lookAgain('verifying'), overrideProof]);
}

const ofOne = ([only]: readonly Proven[]): Readonly<Record<string, Words>> =>
  Object.fromEntries(missing(only?.proofs ?? []).map(({ name, finding }) => [name, finding]));

function eachByName(examined: readonly Proven[]): Readonly<Record<string, Words>> {
  const unwell = examined.filter(({ proofs }) => !isProven(proofs));
  const named = unwell.slice(0, MOST_NAMED).map(({ vm, proofs }): [string, Words] => {
    const list = missing(proofs).map(({ finding }) => finding);
    return [nameAmong(unwell, vm), phrase('{all}', { all: { list, between: ' ' } })];
  });
  const more = unwell.length - named.length;
  return {
    ...Object.fromEntries(named),
    ...(more > 0 && { 'More VMs': String(more) }),
    'VMs that are well': String(examined.length - unwell.length),
  };
}

/** Its name, with its server where another one is called the same. */
function nameAmong(unwell: readonly Proven[], { name, host }: OnPremisesVm): string {
  const isUnique = unwell.filter(({ vm }) => vm.name === name).length === 1;
  return isUnique || host === undefined ? name : `${name} (${host.name})`;
}

const missing = (proofs: readonly Proof[]) => proofs.filter(({ holds }) => !holds);
