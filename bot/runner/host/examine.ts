import type { ExaminedVm } from '../../failback/observe/verification.ts';
import type { OnPremisesVm } from '../../failback/on-premises/on-premises-vm.ts';
import { prove } from '../../failback/on-premises/proofs.ts';
import { verifiedVm } from '../../failback/on-premises/verified-vm.ts';
import type { HypervHost } from '../../failback/ports/hyperv-host.ts';
import { comingHome } from '../../failback/state/coming-home.ts';
import type { Failback } from '../../failback/state/failback.ts';
import { type HostTools, hostFor, readVm } from './host-tools.ts';

type Tools = Pick<HostTools, 'hosts' | 'verification'>;

/** Looks for proof that each VM that comes home is well, on its own server. Never throws for what a server said. */
export const examineAll = (failback: Failback, tools: Tools): Promise<readonly ExaminedVm[]> =>
  Promise.all(
    comingHome(failback).map((vm) => {
      const host = hostFor(vm, tools);
      return host === undefined ? { vm, proofs: [] } : examine(vm, host, tools);
    }),
  );

/** Looks for proof that one VM is well. */
export async function examine(
  vm: OnPremisesVm,
  host: HypervHost,
  { verification }: Pick<HostTools, 'verification'>,
): Promise<ExaminedVm> {
  const wanted = verification.wantedOf(vm.name);
  const seen = await readVm(vm, host);
  if (seen.outcome !== 'ok')
    return { vm, proofs: prove({ vm: seen }, wanted), unseen: seen.outcome };
  const verified = verifiedVm(host.name, seen.value);
  const [address] = seen.value.addresses;
  if (wanted.ports.length === 0 || address === undefined)
    return { vm, proofs: prove({ vm: seen }, wanted), verified };
  const ports = await host.checkPorts(address, wanted.ports);
  return { vm, proofs: prove({ vm: seen, ports }, wanted), verified };
}
