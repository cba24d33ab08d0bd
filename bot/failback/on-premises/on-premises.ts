import type {
  DownloadSnapshot,
  HostAnswer,
  HostSnapshot,
  HypervHost,
  VmRef,
  VmSnapshot,
} from '../ports/hyperv-host.ts';
import type { ProtectedItem, RecoveryProvider } from '../ports/site-recovery.ts';

/** What was seen of the on-premises side before a failback; absent where no host connector looks at it. */
export interface OnPremises {
  /** The name of the server in the settings. */
  readonly host: string;
  readonly vm: HostAnswer<VmSnapshot>;
  readonly download: HostAnswer<DownloadSnapshot>;
  /** The server itself. */
  readonly server?: HostAnswer<HostSnapshot>;
  /** The server that the VM comes from, where that is another one. */
  readonly origin?: Origin;
}

/** What was seen where the VM was. */
export interface Origin {
  readonly host: string;
  readonly vm: HostAnswer<VmSnapshot>;
  readonly server: HostAnswer<HostSnapshot>;
}

/** The configured server that owns an item's VM, by the name under which Azure knows its provider. */
export function hostOf(
  hosts: readonly HypervHost[],
  provider: RecoveryProvider | undefined,
): HypervHost | undefined {
  const name = provider?.name.toLowerCase();
  return hosts.find(({ azureNames }) => name !== undefined && azureNames.includes(name));
}
/** The VM as its own server knows it. */
export const vmOf = ({ name, vmId }: ProtectedItem): VmRef => ({
  name,
  ...(vmId !== undefined && { id: vmId }),
});
