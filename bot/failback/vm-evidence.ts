import type { Failback } from './failback.ts';
import type { OnPremisesVm } from './on-premises-vm.ts';
import { stateWords } from './state-words.ts';
import { phrase, type Words } from './words.ts';

/** Which VM it is, and where, as facts of a hold. */
export const placeOf = (
  { target }: Failback,
  { name, host }: OnPremisesVm,
): Readonly<Record<string, Words>> => ({
  ...(target.kind === 'recoveryPlan' && { VM: name }),
  Server: host?.name ?? '',
});

/** How a VM stands on-premises, in words. */
export const sightWords = (state: string, checkpoints: number): Words =>
  phrase(
    '{state}, {checkpoints, plural, =0 {no checkpoints} one {# checkpoint} other {# checkpoints}}',
    { state: stateWords(state), checkpoints },
  );
