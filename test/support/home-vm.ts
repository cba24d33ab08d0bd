import type { OnPremisesVm } from '../../bot/failback/on-premises/on-premises-vm.ts';
import { comingHome, withComingHome } from '../../bot/failback/state/coming-home.ts';
import type { Failback } from '../../bot/failback/state/failback.ts';

/** The VM on-premises of a failback that has one. */
export function homeVm(failback: Failback): OnPremisesVm {
  const [vm] = comingHome(failback);
  if (vm === undefined) throw new Error(`${failback.id} brings no VM home`);
  return vm;
}

/** The failback with other things known of its VM on-premises. */
export const withHomeVm = (failback: Failback, change: Partial<OnPremisesVm>): Failback =>
  withComingHome(failback, (vm) => ({ ...vm, ...change }));

/** The failback with a server that no host connector knows. */
export const onUnknownServer = (failback: Failback): Failback =>
  withComingHome(failback, ({ host: _, ...vm }) => vm);

/** The failback with what an earlier one has left of its VM on another server. */
export const withLeftVm = (failback: Failback, server: string): Failback => ({
  ...failback,
  onPremises: [
    ...failback.onPremises,
    { ...homeVm(failback), isDestination: false, isMarked: true, host: { name: server } },
  ],
});
