import type { SiteRecovery } from '../failback/ports/site-recovery.ts';
import type { HostTools } from './host-tools.ts';
import type { FreshLook } from './vault.ts';
import type { VaultPicture } from './vault-poller.ts';

/** What a step works with. */
export interface Tools extends HostTools {
  readonly vault: SiteRecovery;
  /** What the step before has read of Azure, a moment ago. */
  readonly justSeen?: FreshLook | undefined;
  /** How the vault looked when it was last read as a whole; undefined when it was not yet. */
  readonly picture: VaultPicture | undefined;
  readonly newRequestId: () => string;
  /** Speed of the link from Azure, where the settings give it. */
  readonly linkMbps?: number;
}
