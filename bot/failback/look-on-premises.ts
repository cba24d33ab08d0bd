import { hostOf, type OnPremises } from './on-premises.ts';
import type { HypervHost } from './ports/hyperv-host.ts';
import type { ProtectedItem, RecoveryProvider } from './ports/site-recovery.ts';
import { providerOf } from './readiness.ts';

/** Looks at the on-premises side of an item before a failback; undefined where no host connector knows its server. */
export async function lookOnPremises(
  item: ProtectedItem | undefined,
  providers: readonly RecoveryProvider[],
  hosts: readonly HypervHost[],
): Promise<OnPremises | undefined> {
  if (item === undefined) return undefined;
  const host = hostOf(hosts, providerOf(item, providers));
  if (host === undefined) return undefined;
  const [vm, download] = await Promise.all([
    host.readVm({ name: item.name, ...(item.vmId !== undefined && { id: item.vmId }) }),
    host.readDownload(),
  ]);
  return { host: host.name, vm, download };
}
