import type { OnPremisesVm } from '../on-premises/on-premises-vm.ts';
import type { Failback } from '../state/failback.ts';
import { coded } from '../words/coded.ts';
import type { Statement } from '../words/statement.ts';

/** What a failback that ends early leaves behind, in words for people: never "nothing" where that is not certain. */
export function whatIsLeft(failback: Failback): Statement {
  const { isTouched, madeSwitches } = failback;
  const left = [
    ...(isTouched ? [STARTED] : []),
    ...(madeSwitches.length > 0 ? [coded('switchStays', { names: { list: madeSwitches } })] : []),
    ...startActionLeft(failback),
  ];
  return left.length === 0 ? coded('nothingChanged') : { list: left, between: ' ' };
}

/** The automatic start actions that this failback has set, or took over from the one that left a mark. */
function startActionLeft(failback: Failback): readonly Statement[] {
  const changed = failback.onPremises.filter(
    ({ startAction, isRestored }) => startAction !== undefined && !isRestored,
  );
  const marked = changed.filter((vm) => vm.isMarked);
  const others = changed.filter((vm) => !vm.isMarked);
  if (failback.target.kind === 'recoveryPlan')
    return [...staysOf(marked), ...setOfPlan(others, failback)];
  return [...(marked.length > 0 ? [STAYS_NOTHING] : []), ...setOfVm(others, failback)];
}

function setOfVm([vm]: readonly OnPremisesVm[], { isTouched }: Failback): readonly Statement[] {
  if (vm?.startAction === undefined) return [];
  const { before } = vm.startAction;
  return [
    isTouched
      ? coded('startActionToRestore', { before })
      : coded('startActionBeingRestored', { before }),
  ];
}

/** So many VMs of a plan are named; the others are counted. */
const MOST_NAMED = 10;

function setOfPlan(vms: readonly OnPremisesVm[], { isTouched }: Failback): readonly Statement[] {
  if (vms.length === 0) return [];
  const names = namesOf(vms);
  return [
    isTouched
      ? coded('startActionsToRestore', { names })
      : coded('startActionsBeingRestored', { names }),
  ];
}

const staysOf = (vms: readonly OnPremisesVm[]): readonly Statement[] =>
  vms.length === 0 ? [] : [coded('startActionsStay', { names: namesOf(vms) })];

function namesOf(vms: readonly OnPremisesVm[]): { readonly list: readonly Statement[] } {
  const named = vms
    .slice(0, MOST_NAMED)
    .map(
      ({ name, startAction }): Statement =>
        coded('vmWithStartAction', { vm: name, before: startAction?.before ?? '' }),
    );
  const left = vms.length - named.length;
  return { list: left > 0 ? [...named, coded('more', { count: left })] : named };
}

const STAYS_NOTHING = coded('startActionStays');

const STARTED = coded('earlierAttemptLeft');
