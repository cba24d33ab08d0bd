import type { Synchronization } from '../ports/site-recovery.ts';

/** What a failback that came home teaches about the next one: how much travelled, and how long it took. */
export interface PastFailback {
  readonly vault: string;
  /** The server's name in the settings, where a host connector knows it. */
  readonly server?: string;
  readonly synchronization: Synchronization;
  /** Full size of the disks. */
  readonly sizeMb: number;
  /** How long the data travelled: until the job waited, or, of a full download, until the VM was home. */
  readonly dataMs: number;
  readonly downtimeMs: number;
}

/** Where a VM is brought from and to, as far as it decides how fast that goes. */
export interface TransferPlace {
  readonly vault: string;
  readonly server?: string | undefined;
}

/** Those that are like the next one: those of the same server, else those of the same vault. */
export function pastLike(
  past: readonly PastFailback[],
  { vault, server }: TransferPlace,
): readonly PastFailback[] {
  const ofVault = past.filter((one) => one.vault === vault);
  const ofServer = ofVault.filter((one) => server !== undefined && one.server === server);
  return ofServer.length > 0 ? ofServer : ofVault;
}
