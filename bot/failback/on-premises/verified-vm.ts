import type { VmDisk, VmSnapshot } from '../ports/hyperv-host.ts';

/** What was seen of a VM on-premises when it was verified, as it is kept and shown where its commit is decided. */
export interface VerifiedVm {
  /** The server's name in the settings. */
  readonly host: string;
  readonly vmId: string;
  readonly state: string;
  readonly checkpoints: number;
  readonly disks: readonly { readonly sizeMb?: number; readonly isDifferencing?: true }[];
  /** The virtual switch of each adapter; empty for one that is connected to none. */
  readonly adapters: readonly string[];
  readonly addresses: readonly string[];
  readonly uptimeSeconds: number;
}

/** What is kept of a look at a VM. */
export const verifiedVm = (host: string, sight: VmSnapshot): VerifiedVm => ({
  host,
  vmId: sight.id.toLowerCase(),
  state: sight.state,
  checkpoints: sight.checkpoints,
  disks: sight.disks.map((disk) => ({
    ...(disk.sizeMb !== undefined && { sizeMb: disk.sizeMb }),
    ...(isDifferencing(disk) && { isDifferencing: true as const }),
  })),
  adapters: sight.switches,
  addresses: sight.addresses,
  uptimeSeconds: sight.uptimeSeconds,
});

/**
 * Whether a disk has a parent: a checkpoint, or a merge that has not ended. Hyper-V calls the disk of a checkpoint `.avhdx`
 * (https://learn.microsoft.com/windows-server/virtualization/hyper-v/manage/enable-or-disable-checkpoints-in-hyper-v).
 */
const isDifferencing = ({ path, isDifferencing: isSaid }: VmDisk): boolean =>
  isSaid ?? /\.avhdx?$/i.test(path);
