import { UpstreamError } from '../failback/ports/errors.ts';
import type { Fabric, SiteRecovery } from '../failback/ports/site-recovery.ts';

/**
 * The Hyper-V sites and VMM servers of a vault. None where the bot's account may not read them, which a role of an earlier
 * version did not allow: what depends on them is then "not checked". Throws `UpstreamError` for anything else.
 */
export async function readFabrics(vault: SiteRecovery): Promise<readonly Fabric[]> {
  try {
    return await vault.listFabrics();
  } catch (error) {
    if (error instanceof UpstreamError && error.facts.status === 403) return [];
    throw error;
  }
}
