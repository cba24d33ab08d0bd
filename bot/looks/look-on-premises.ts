import { hostOf, type OnPremises, type Origin, vmOf } from '../failback/on-premises/on-premises.ts';
import { type Destination, ORIGINAL_LOCATION } from '../failback/ports/destination.ts';
import type {
  DownloadSnapshot,
  HostAnswer,
  HostSnapshot,
  HypervHost,
} from '../failback/ports/hyperv-host.ts';
import type { ProtectedItem, RecoveryProvider } from '../failback/ports/site-recovery.ts';
import { destinationProvider, providerOf } from '../failback/site-recovery/registered.ts';

/**
 * Looks at the on-premises side of an item before a failback: at the server that it is brought to, and at the one that it
 * comes from where that is another one. Undefined where no host connector knows the first of them.
 */
export async function lookOnPremises(
  item: ProtectedItem | undefined,
  providers: readonly RecoveryProvider[],
  hosts: readonly HypervHost[],
  destination: Destination = ORIGINAL_LOCATION,
): Promise<OnPremises | undefined> {
  if (item === undefined) return undefined;
  const host = hostOf(hosts, destinationProvider(destination, item, providers));
  if (host === undefined) return undefined;
  const isAway = destination.kind === 'alternateLocation';
  const [vm, ofServer, origin] = await Promise.all([
    // Where the VM is made it has an id that nobody knows yet.
    host.readVm(isAway ? { name: item.name } : vmOf(item)),
    lookAtServer(host),
    isAway ? lookAtOrigin(item, hostOf(hosts, providerOf(item, providers))) : undefined,
  ]);
  return { host: host.name, vm, ...ofServer, ...(origin && { origin }) };
}

/**
 * Looks at the on-premises side of the items of a plan, each where it came from: at every server once. Those whose server no
 * host connector knows are left out.
 */
export async function lookAtEachOnPremises(
  items: readonly ProtectedItem[],
  providers: readonly RecoveryProvider[],
  hosts: readonly HypervHost[],
): Promise<ReadonlyMap<string, OnPremises>> {
  const servers = new Map<HypervHost, Promise<ServerSight>>();
  const looks = items.map(async (item): Promise<readonly [string, OnPremises] | undefined> => {
    const host = hostOf(hosts, providerOf(item, providers));
    if (host === undefined) return undefined;
    const ofServer = servers.get(host) ?? lookAtServer(host);
    servers.set(host, ofServer);
    const vm = await host.readVm(vmOf(item));
    return [item.id.toLowerCase(), { host: host.name, vm, ...(await ofServer) }];
  });
  return new Map((await Promise.all(looks)).filter((look) => look !== undefined));
}

interface ServerSight {
  readonly download: HostAnswer<DownloadSnapshot>;
  readonly server: HostAnswer<HostSnapshot>;
}

async function lookAtServer(host: HypervHost): Promise<ServerSight> {
  const [download, server] = await Promise.all([host.readDownload(), host.probe()]);
  return { download, server };
}

async function lookAtOrigin(
  item: ProtectedItem,
  host: HypervHost | undefined,
): Promise<Origin | undefined> {
  if (host === undefined) return undefined;
  const [vm, server] = await Promise.all([host.readVm(vmOf(item)), host.probe()]);
  return { host: host.name, vm, server };
}
