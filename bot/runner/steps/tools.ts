import type { SiteRecovery } from '../../failback/ports/site-recovery.ts';
import type { FreshSnapshot } from '../../looks/look-fresh.ts';
import type { HostTools } from '../host/host-tools.ts';
import type { VaultSnapshot } from '../vault/vault-poller.ts';

/** What a step works with. */
export interface Tools extends HostTools {
  readonly vault: SiteRecovery;
  /** What the step before has read of Azure, a moment ago. */
  readonly justSeen?: FreshSnapshot | undefined;
  /** How the vault looked when it was last read as a whole; undefined when it was not yet. */
  readonly picture: VaultSnapshot | undefined;
  readonly newRequestId: () => string;
  /** Speed of the link from Azure, where the settings give it. */
  readonly linkMbps?: number;
}
