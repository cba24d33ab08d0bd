import type { Failback } from './failback.ts';

/** What a failback that ends early leaves behind, in words for people: never "nothing" where that is not certain. */
export function whatIsLeft({ isTouched }: Pick<Failback, 'isTouched'>): string {
  return isTouched
    ? 'An earlier attempt was started in Azure, or may have been: look at the VM in the Azure portal.'
    : 'Nothing was changed.';
}
