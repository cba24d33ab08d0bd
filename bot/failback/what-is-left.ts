import type { Failback } from './failback.ts';
import type { OnPremisesVm } from './on-premises-vm.ts';
import { phrase, type Words } from './words.ts';

/** What a failback that ends early leaves behind, in words for people: never "nothing" where that is not certain. */
export function whatIsLeft(failback: Failback): Words {
  const { isTouched, madeSwitches } = failback;
  const left = [
    ...(isTouched ? [STARTED] : []),
    ...(madeSwitches.length > 0
      ? [
          phrase('A virtual switch was made, or may have been, and stays: {names}.', {
            names: { list: madeSwitches },
          }),
        ]
      : []),
    ...startActionLeft(failback),
  ];
  return left.length === 0
    ? phrase('Nothing was changed.')
    : phrase('{all}', { all: { list: left, between: ' ' } });
}

/** The automatic start actions that this failback has set, or took over from the one that left a mark. */
function startActionLeft(failback: Failback): readonly Words[] {
  const changed = failback.onPremises.filter(
    ({ startAction, isRestored }) => startAction !== undefined && !isRestored,
  );
  const marked = changed.filter((vm) => vm.isMarked);
  const others = changed.filter((vm) => !vm.isMarked);
  if (failback.target.kind === 'recoveryPlan')
    return [...staysOf(marked), ...setOfPlan(others, failback)];
  return [...(marked.length > 0 ? [STAYS_NOTHING] : []), ...setOfVm(others, failback)];
}

function setOfVm([vm]: readonly OnPremisesVm[], { isTouched }: Failback): readonly Words[] {
  if (vm?.startAction === undefined) return [];
  const { before } = vm.startAction;
  return [
    isTouched
      ? phrase(
          'The automatic start action of the on-premises VM was set to Nothing, or may have been: set it back to {before}.',
          { before },
        )
      : phrase(
          'The automatic start action of the on-premises VM was set to Nothing, or may have been. The bot sets it back to {before}.',
          { before },
        ),
  ];
}

/** So many VMs of a plan are named; the others are counted. */
const MOST_NAMED = 10;

function setOfPlan(vms: readonly OnPremisesVm[], { isTouched }: Failback): readonly Words[] {
  if (vms.length === 0) return [];
  const names = namesOf(vms);
  return [
    isTouched
      ? phrase(
          'The automatic start action of these on-premises VMs was set to Nothing, or may have been. Set it back: {names}.',
          { names },
        )
      : phrase(
          'The automatic start action of these on-premises VMs was set to Nothing, or may have been. The bot sets it back: {names}.',
          { names },
        ),
  ];
}

const staysOf = (vms: readonly OnPremisesVm[]): readonly Words[] =>
  vms.length === 0
    ? []
    : [
        phrase(
          'The automatic start action of these on-premises VMs was set to Nothing, or may have been, and stays so, because they must not be started: {names}.',
          { names: namesOf(vms) },
        ),
      ];

function namesOf(vms: readonly OnPremisesVm[]): { readonly list: readonly Words[] } {
  const named = vms
    .slice(0, MOST_NAMED)
    .map(
      ({ name, startAction }): Words =>
        phrase('{name} ({before} before)', { name, before: startAction?.before ?? '' }),
    );
  const left = vms.length - named.length;
  return { list: left > 0 ? [...named, phrase('{left} more', { left })] : named };
}

const STAYS_NOTHING = phrase(
  'The automatic start action of the on-premises VM was set to Nothing, or may have been, and stays so: the VM must not be started.',
);

const STARTED = phrase(
  'An earlier attempt was started in Azure, or may have been: look at the VM in the Azure portal.',
);
