import type { OnPremisesVm } from '../on-premises/on-premises-vm.ts';
import type { Failback } from '../state/failback.ts';
import { evidenceOf } from '../state/holds.ts';
import { coded } from '../words/coded.ts';
import type { HoldEvidence } from '../words/facts.ts';
import { namedState, type Statement } from '../words/statement.ts';

/** Which VM it is, and where, as facts of a hold. */
export const vmPlace = (
  { target }: Failback,
  { name, host }: OnPremisesVm,
): readonly HoldEvidence[] =>
  evidenceOf({ ...(target.kind === 'recoveryPlan' && { vm: name }), server: host?.name ?? '' });

/** How a VM stands on-premises, in words. */
export const sightWords = (state: string, checkpoints: number): Statement =>
  coded('vmStateAndCheckpoints', { state: namedState(state), checkpoints });

/** What was seen of one VM of several. */
export const ofOneVm = (
  vm: string,
  server: string | undefined,
  value: Statement,
): HoldEvidence => ({
  name: 'oneVm',
  vm,
  ...(server !== undefined && { server }),
  value,
});

/** So many VMs of a plan have a fact of their own in a hold; the others are counted. */
const MOST_NAMED = 10;

/** The facts of the first VMs of many. */
export function firstOf(each: readonly HoldEvidence[]): readonly HoldEvidence[] {
  const more = each.length - MOST_NAMED;
  return [...each.slice(0, MOST_NAMED), ...(more > 0 ? evidenceOf({ moreVms: String(more) }) : [])];
}
