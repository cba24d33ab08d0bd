import type { Failback } from './failback.ts';
import type { OnPremisesVm } from './on-premises-vm.ts';
import { coded } from './words/coded.ts';
import { namedState, type Statement } from './words/statement.ts';

/** Which VM it is, and where, as facts of a hold. */
export const placeOf = (
  { target }: Failback,
  { name, host }: OnPremisesVm,
): Readonly<Record<string, Statement>> => ({
  ...(target.kind === 'recoveryPlan' && { VM: name }),
  Server: host?.name ?? '',
});

/** How a VM stands on-premises, in words. */
export const sightWords = (state: string, checkpoints: number): Statement =>
  coded('vmStateAndCheckpoints', { state: namedState(state), checkpoints });

/** A VM's name, with its server where one is known. */
export const nameWithServer = ({ name, host }: OnPremisesVm): string =>
  host === undefined ? name : `${name} (${host.name})`;

/** So many VMs of a plan have a fact of their own in a hold; the others are counted. */
const MOST_NAMED = 10;

/** The facts of the first VMs of many, by their names. */
export function firstOf(
  each: readonly (readonly [name: string, words: Statement])[],
): Readonly<Record<string, Statement>> {
  const more = each.length - MOST_NAMED;
  return {
    ...Object.fromEntries(each.slice(0, MOST_NAMED)),
    ...(more > 0 && { 'More VMs': String(more) }),
  };
}
