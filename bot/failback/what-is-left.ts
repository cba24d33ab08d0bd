import type { Failback } from './failback.ts';
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

/** The automatic start action that this failback has set, or took over from the one that left the mark. */
function startActionLeft(failback: Failback): readonly Words[] {
  const { startAction, isRestored, isTouched, doNotStart, isLeftElsewhere } = failback;
  if (startAction === undefined || isRestored) return [];
  if (doNotStart || isLeftElsewhere) return [STAYS_NOTHING];
  const { before } = startAction;
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

const STAYS_NOTHING = phrase(
  'The automatic start action of the on-premises VM was set to Nothing, or may have been, and stays so: the VM must not be started.',
);

const STARTED = phrase(
  'An earlier attempt was started in Azure, or may have been: look at the VM in the Azure portal.',
);
