import type { SiteRecovery } from '../failback/ports/site-recovery.ts';
import type { HostTools } from './perform-on-host.ts';

/** What a step works with. */
export interface Tools extends HostTools {
  readonly vault: SiteRecovery;
  readonly newRequestId: () => string;
  /** Speed of the link from Azure, where the settings give it. */
  readonly linkMbps?: number;
}
