import type { Failback } from './failback.ts';

/** What a failback that ends early leaves behind, in words for people: never "nothing" where that is not certain. */
export function whatIsLeft({
  isTouched,
  madeSwitches,
}: Pick<Failback, 'isTouched' | 'madeSwitches'>): string {
  const left = [
    ...(isTouched ? [STARTED] : []),
    ...(madeSwitches.length > 0
      ? [`A virtual switch was made, or may have been, and stays: ${madeSwitches.join(', ')}.`]
      : []),
  ];
  return left.join(' ') || 'Nothing was changed.';
}

const STARTED =
  'An earlier attempt was started in Azure, or may have been: look at the VM in the Azure portal.';
