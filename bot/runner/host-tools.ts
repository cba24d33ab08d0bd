import type { Failbacks } from '../failback/failbacks.ts';
import type { OnPremisesVm } from '../failback/on-premises-vm.ts';
import type { Clock } from '../failback/ports/clock.ts';
import type { HostAnswer, HypervHost, VmSight } from '../failback/ports/hyperv-host.ts';
import { sameId } from '../failback/ports/site-recovery.ts';
import type { Wanted } from '../failback/proofs.ts';

/** What the steps on-premises work with. */
export interface HostTools {
  readonly failbacks: Failbacks;
  readonly clock: Clock;
  readonly fastMs: number;
  /** The servers that the settings name. */
  readonly hosts: readonly HypervHost[];
  readonly verification: Verification;
}

/** What has to be proved of a VM, and how long a booting guest is given for it. */
export interface Verification {
  readonly wantedOf: (vm: string) => Wanted;
  readonly patienceMs: number;
}

/** The server of a VM; undefined where no host connector knows it. Two of them never differ only in case. */
export const hostFor = (
  { host }: Pick<OnPremisesVm, 'host'>,
  { hosts }: Pick<HostTools, 'hosts'>,
): HypervHost | undefined => hosts.find(({ name }) => sameId(name, host?.name ?? ''));

export function readVm(
  { host, name }: OnPremisesVm,
  server: HypervHost,
): Promise<HostAnswer<VmSight>> {
  const { vmId } = host ?? {};
  return server.readVm({ name, ...(vmId !== undefined && { id: vmId }) });
}
