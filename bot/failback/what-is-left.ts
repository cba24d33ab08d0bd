import type { Failback } from './failback.ts';
import { phrase, type Words } from './words.ts';

/** What a failback that ends early leaves behind, in words for people: never "nothing" where that is not certain. */
export function whatIsLeft({
  isTouched,
  madeSwitches,
}: Pick<Failback, 'isTouched' | 'madeSwitches'>): Words {
  const left = [
    ...(isTouched ? [STARTED] : []),
    ...(madeSwitches.length > 0
      ? [
          phrase('A virtual switch was made, or may have been, and stays: {names}.', {
            names: { list: madeSwitches },
          }),
        ]
      : []),
  ];
  return left.length === 0
    ? phrase('Nothing was changed.')
    : phrase('{all}', { all: { list: left, between: ' ' } });
}

const STARTED = phrase(
  'An earlier attempt was started in Azure, or may have been: look at the VM in the Azure portal.',
);
